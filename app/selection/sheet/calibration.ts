import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import type { InTwoLanguages } from "#app/selection/in-two-languages.ts";
import type { SheetEntry } from "./sheet-entry.ts";

/** Characters of a sample case: enough to be judged on, and no more than is read in a quarter of an hour. */
export const SAMPLE_TITLE_MOST = 120;
export const SAMPLE_TEXT = { least: 200, most: 8000 } as const;
/** A reason for leaving a step out says something when it has so many characters. */
export const CALIBRATION_REASON_LENGTH = 20;
/** Characters of what is agreed on one criterion. */
export const AGREED_MOST = 1000;

/** So many levels between two members on one criterion call for an agreement on what earns a level. */
export const APART = 2;

const title = z.string().trim().min(1).max(SAMPLE_TITLE_MOST);
const text = z.string().trim().min(SAMPLE_TEXT.least, "sampleTextShort").max(SAMPLE_TEXT.most);

/** An invented case as its form posts it, in both languages. `version` is the one the form was opened upon, 0 for none yet. */
export const sampleCaseSchema = z.object({
  version: versionNumber,
  titleEn: title,
  titleFr: title,
  textEn: text,
  textFr: text,
});
export type WrittenSample = z.output<typeof sampleCaseSchema>;

/** An invented case: a short career and what its bearer wrote, in both languages. */
export interface SampleCase {
  readonly title: InTwoLanguages;
  readonly text: InTwoLanguages;
}

/** The chair's reason for opening sample sheets before all are in; none is needed where all are. */
export const openSamplesSchema = z.object({ reason: z.string().trim().max(1000).default("") });

/** What the panel agreed, by criterion; an empty text agrees nothing. */
export const agreementSchema = z.object({
  version: versionNumber,
  notes: z
    .array(z.object({ criterionId: z.uuid(), text: z.string().trim().max(AGREED_MOST).default("") }))
    .max(16)
    .default([]),
});
export type Agreement = z.output<typeof agreementSchema>;

/** How far members lie apart on one criterion of the sample case. */
export interface Spread {
  readonly criterionId: string;
  /** The level each member gave, in the order of the sheets; null where they observed nothing. */
  readonly given: readonly { readonly memberId: string; readonly level: number | null }[];
  /** The lowest and the highest level given; null where nobody gave one. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether two members are `APART` levels or more from one another. */
  readonly apart: boolean;
}

interface SampleSheet {
  readonly memberId: string;
  readonly entries: readonly Pick<SheetEntry, "criterionId" | "level">[];
}

/**
 * The spread of the sample sheets on each criterion, in the order of the criteria. A range and nothing more: the sample
 * measures no candidate, and agreement on one case is no figure of agreement (METHOD §3 wants many).
 */
export function spreadOf(criterionIds: readonly string[], sheets: readonly SampleSheet[]): readonly Spread[] {
  return criterionIds.map((criterionId) => {
    const given = sheets.map(({ memberId, entries }) => ({
      memberId,
      level: entries.find((entry) => entry.criterionId === criterionId)?.level ?? null,
    }));
    const levels = given.flatMap(({ level }) => level ?? []);
    const lowest = levels.length > 0 ? Math.min(...levels) : null;
    const highest = levels.length > 0 ? Math.max(...levels) : null;
    return {
      ...{ criterionId, given, lowest, highest },
      apart: lowest !== null && highest !== null && highest - lowest >= APART,
    };
  });
}

/** The criteria on which members lie apart and nothing is agreed yet: with one of them the desk does not open. */
export function unsettled(
  spreads: readonly Spread[],
  notes: readonly { readonly criterionId: string; readonly text: string }[],
): readonly string[] {
  const settled = new Set(notes.flatMap(({ criterionId, text: said }) => (said === "" ? [] : [criterionId])));
  return spreads.flatMap(({ criterionId, apart }) =>
    apart && !settled.has(criterionId) ? [criterionId] : [],
  );
}
