import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { countReadyNow } from "#app/cadre/ready-now.queries.server.ts";
import { readProjection } from "#app/gender/projection-page.queries.server.ts";
import { projectionQuerySchema } from "#app/gender/projection-query.ts";
import { projectionSheet } from "#app/gender/projection-sheet.ts";
import { formatter } from "#app/i18n/format.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { now } from "#app/platform/clock.server.ts";
import { readQuery } from "#app/platform/form.server.ts";
import { csvText, workbookOf } from "#app/platform/spreadsheet.server.ts";

/** A projection as it is asked for, as a sheet with its note inside. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "projection.read"));
  const { format } = params;
  if (format !== "csv" && format !== "xlsx") throw notFound();
  const today = now().toISOString().slice(0, 10);
  const { value } = readQuery(request, projectionQuerySchema(today));
  if (value === null) throw new Response(null, { status: 400 });
  const bench = can(actor, "gender.readExact") ? await countReadyNow(value.list, today) : null;
  const page = await readProjection(value, today, bench);
  const t = await translatorOf(request);
  const rows = projectionSheet(t, formatter(languageOf(request), actor.timeZone), page);
  const body =
    format === "csv" ? csvText(rows) : new Uint8Array(await workbookOf(t("gender.projection.sheet"), rows));
  return new Response(body, {
    headers: {
      "content-type":
        format === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="projection-${today}.${format}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
