import type { LoaderFunctionArgs } from "@remix-run/node";
import { actingState, can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { GRADE_ROWS, SERVICE_COLUMNS } from "#app/gender/service-report.ts";
import { csvText } from "#app/platform/spreadsheet.server.ts";

/** The sheet of ranks to be filled in: every grade, no figures. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "services.report", { stateCode: actingState(actor) }));
  const rows = GRADE_ROWS.map(({ component, grade }) => [component, grade, "", ""]);
  return new Response(csvText([SERVICE_COLUMNS, ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="servicewomen.csv"',
      "x-content-type-options": "nosniff",
    },
  });
}
