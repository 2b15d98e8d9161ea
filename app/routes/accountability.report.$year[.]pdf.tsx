import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound } from "#app/access/read-id.server.ts";
import { valueOrThrow } from "#app/access/respond.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { makeYearReport } from "#app/gender/make-year-report.server.ts";
import { yearOfAddress } from "#app/gender/year-report-address.ts";
import { yearReportNote } from "#app/gender/year-report-note.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { openLanguageOf } from "#app/i18n/request-language.ts";
import { translator } from "#app/i18n/translate.ts";
import { paths } from "#app/paths.ts";
import { answerOpenly, KEPT_FOR } from "#app/platform/answer-openly.server.ts";
import { config } from "#app/platform/config.server.ts";
import { drawPdf } from "#app/platform/draw-pdf.server.ts";

/** A yearly report to be printed and filed, everybody's to read: what its page says. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const report = orNotFound(await makeYearReport(await getActor(request), yearOfAddress(params.year)));
  const language = openLanguageOf(request);
  const note = yearReportNote(report, {
    t: translator(language, await loadMessages(language)),
    format: formatter(language, "UTC"),
    url: new URL(paths.yearReport(report.year), config().CADRE_URL).href,
  });
  const body = valueOrThrow(await drawPdf(note));
  return answerOpenly(
    request,
    { hash: report.contentHash, since: report.madeAt, freshFor: KEPT_FOR },
    {
      body: Buffer.from(body),
      type: "application/pdf",
      of: `report-pdf-${language}`,
      vary: "accept-language",
      headers: {
        "content-language": language,
        "content-disposition": `inline; filename="gender-balance-${report.year}-${report.year + 1}.pdf"`,
      },
    },
  );
}
