import { createHash } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { today } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { canonicalJson } from "#app/record/canonical.ts";
import { yearFrom } from "./balance.ts";
import { gatherYear, holdAtYearsEnd } from "./gather-year.server.ts";
import { listReportYears, readYearReport } from "./year-report.queries.server.ts";
import { figuresOf, type YearReport, yearReport } from "./year-report.ts";

/** SHA-256 of a report's canonical JSON, in hex: whoever has the figures can check that they are those of the report. */
export const contentHash = (content: YearReport): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

/**
 * The report of a closed year: made the first time anybody asks, kept, and never made again; null of a year that runs, or
 * of which there is nothing to tell. It is compared with the report of the year before where that is kept, and with that
 * year's figures where not. Everybody may ask; whose asking had it made goes on record, the programme's own by name.
 */
export async function makeYearReport(actor: Actor | null, year: number) {
  const kept = await readYearReport(year);
  if (kept) return kept;
  const offered = await listReportYears(today());
  if (!offered.some((one) => one.year === year)) return null;
  const content = await compose(year);
  const author = actor && can(actor, "accountability.read") ? actor : null;
  const hash = contentHash(content);
  await inTransaction(async (tx) => {
    const { count } = await tx.yearReport.createMany({
      data: [{ year, content, contentHash: hash, madeById: author?.userId ?? null }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await appendEvent(tx, author, {
      kind: "yearReport.made",
      subject: { type: "yearReport", id: String(year) },
      facts: { year, contentHash: hash },
    });
  });
  return readYearReport(year);
}

async function compose(year: number): Promise<YearReport> {
  const last = await readYearReport(year - 1);
  const now = await gatherYear(yearFrom(year));
  const before = last ? figuresOf(last.content) : await gatherYear(yearFrom(year - 1));
  const targets = await holdAtYearsEnd(yearFrom(year), now);
  return yearReport({ year, targets, now, before });
}
