import { refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { type NewServiceReport, ranksOf, readServiceSheet, serviceReportSchema } from "./service-report.ts";

/** Reads a posted report of services; the ranks of a sheet, where one came along, go before those that were typed. */
export async function readServicesForm(request: Request) {
  const form = await readForm(request, serviceReportSchema(now().toISOString().slice(0, 10)));
  if (!form.ok) return form;
  const { sheet, ranks, rolesOpen = null, rolesAll = null, ...rest } = form.value;
  const report = (counts: NewServiceReport["ranks"]): NewServiceReport => ({
    ...{ ...rest, rolesOpen, rolesAll, ranks: counts },
  });
  if (!sheet || sheet.size === 0) return { ...form, value: report(ranksOf(ranks)) };
  const read = await readSpreadsheet(new Uint8Array(await sheet.arrayBuffer()));
  if (!read.ok) return { ok: false as const, answer: form.refuse(read.refusal) };
  const found = readServiceSheet(read.value.rows);
  const [problem] = found?.problems ?? [];
  if (!found)
    return { ok: false as const, answer: form.refuse(refuse("servicesColumns", {}, "sheet").refusal) };
  if (problem) {
    const { refusal } = refuse("servicesSheet", { ...problem }, "sheet");
    return { ok: false as const, answer: form.refuse(refusal) };
  }
  return { ...form, value: report(found.ranks) };
}
