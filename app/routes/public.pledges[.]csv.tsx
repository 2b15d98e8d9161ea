import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectOpenPledges } from "#app/cadre/collect-open-pledges.server.ts";
import { openPledgeSheet } from "#app/cadre/open-pledges.ts";
import { answerOpenly } from "#app/platform/answer-openly.server.ts";
import { csvText } from "#app/platform/spreadsheet.server.ts";

/** The public register of pledges as a table, a pledge a line. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { value, ...kept } = await collectOpenPledges();
  return answerOpenly(request, kept, {
    body: csvText(openPledgeSheet(value)),
    type: "text/csv; charset=utf-8",
    of: "csv",
    headers: { "content-disposition": `attachment; filename="state-pledges-${value.on}.csv"` },
  });
}
