import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { openSheet } from "#app/gender/open-balance-sheet.ts";
import { answerOpenly } from "#app/platform/answer-openly.server.ts";
import { csvText } from "#app/platform/spreadsheet.server.ts";

/** The public figures as a table, a figure a line. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { value, ...kept } = await collectOpenBalance();
  return answerOpenly(request, kept, {
    body: csvText(openSheet(value.data)),
    type: "text/csv; charset=utf-8",
    of: "csv",
    headers: { "content-disposition": `attachment; filename="gender-balance-${value.facts.on}.csv"` },
  });
}
