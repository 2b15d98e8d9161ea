import type { LoaderFunctionArgs } from "@remix-run/node";
import { actingState, can } from "#app/access/can.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { csvText, workbookOf } from "#app/platform/spreadsheet.server.ts";
import { EXAMPLE, templateColumns } from "#app/selection/nomination/import-columns.ts";

/** The template of an import: its columns, and one invented nominee. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actingState(actor);
  permit(can(actor, "import.run", { stateCode }));
  const columns = templateColumns(stateCode === null);
  const rows = [columns, columns.map((column) => EXAMPLE[column])];
  const { format } = params;
  if (format !== "csv" && format !== "xlsx") throw notFound();
  const body = format === "csv" ? csvText(rows) : new Uint8Array(await workbookOf("Nominees", rows));
  return new Response(body, {
    headers: {
      "content-type":
        format === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="nominees.${format}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
