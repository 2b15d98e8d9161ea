import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { notFound, valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { formatter } from "#app/i18n/format.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import { drawPdf } from "#app/platform/draw-pdf.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { reportNote } from "#app/selection/report/report-note.ts";

/** A panel's report to be printed and filed, in the reader's language: what its page says to the same reader. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readReport(actor, readId(params.panelId)));
  if (!page.report) throw notFound();
  const language = languageOf(request);
  const note = reportNote(page, page.report, {
    t: await translatorOf(request),
    format: formatter(language, "UTC"),
    title: caseTitle(language, page.vacancy),
    url: new URL(paths.report(page.panelId), config().CADRE_URL).href,
    now: now(),
  });
  return new Response(valueOrThrow(await drawPdf(note)), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${page.vacancy.reference}-report-${page.report.version}.pdf"`,
      "content-language": language,
      "cache-control": "private, no-store",
    },
  });
}
