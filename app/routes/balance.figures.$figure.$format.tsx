import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { notFound, valueOrThrow } from "#app/access/respond.server.ts";
import { getActor, requireActor } from "#app/access/session.server.ts";
import { exportFigure } from "#app/gender/export-figure.server.ts";
import { isFigureFormat } from "#app/gender/figure-ask.ts";
import { FIGURES } from "#app/gender/read-figure.server.ts";
import { formatter } from "#app/i18n/format.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { now } from "#app/platform/clock.server.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
} as const;

/** One figure of a page as a file, for whoever may see the page, with its note inside. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { figure: id = "", format: form } = params;
  const entry = FIGURES.get(id);
  if (!entry || !isFigureFormat(form)) throw notFound();
  const actor = entry.needs ? await requireActor(request) : await getActor(request);
  const ask = {
    t: await translatorOf(request),
    format: formatter(languageOf(request), actor?.timeZone ?? "UTC"),
    today: now().toISOString().slice(0, 10),
    sensitive: actor !== null && can(actor, "gender.readSensitive"),
    exact: actor !== null && can(actor, "gender.readExact"),
    asked: Object.fromEntries(new URL(request.url).searchParams),
  };
  const body = valueOrThrow(await exportFigure(actor, { id, form, ask }));
  return new Response(body, {
    headers: {
      "content-type": TYPES[form],
      "content-disposition": `attachment; filename="${id}-${ask.today}.${form}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
