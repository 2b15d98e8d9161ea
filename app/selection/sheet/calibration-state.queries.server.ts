import { z } from "zod";
import type { Reader } from "#app/platform/database.server.ts";
import type { SampleCase } from "./calibration.ts";
import { CONFIDENCES } from "./sheet-entry.ts";

const keptEntries = z.array(
  z.object({
    criterionId: z.uuid(),
    level: z.number().int().nullable(),
    notObserved: z.boolean(),
    evidence: z.string(),
    confidence: z.enum(CONFIDENCES).nullable().default(null),
  }),
);

/** The sample case of a panel with all that was written on it, whoever may see which part; null where it has none. */
export async function loadCalibration(reader: Reader, panelId: string) {
  const found = await reader.calibration.findUnique({
    where: { panelId },
    include: {
      notes: { orderBy: { criterionId: "asc" }, select: { criterionId: true, text: true } },
      panel: { select: { members: { orderBy: { id: "asc" }, select: { id: true, sampleSheet: true } } } },
    },
  });
  if (!found) return null;
  const { panel, titleEn, titleFr, textEn, textFr, ...calibration } = found;
  const sample: SampleCase = { title: { en: titleEn, fr: titleFr }, text: { en: textEn, fr: textFr } };
  return {
    ...calibration,
    sample,
    sheets: panel.members.flatMap(({ id, sampleSheet }) =>
      sampleSheet ? [{ ...sampleSheet, memberId: id, entries: keptEntries.parse(sampleSheet.entries) }] : [],
    ),
    wanting: panel.members.filter(({ sampleSheet }) => !sampleSheet?.submittedAt).length,
  };
}

/** What a panel agreed on the sample case that a level takes, by criterion. */
export async function readAgreed(reader: Reader, panelId: string): Promise<ReadonlyMap<string, string>> {
  const notes = await reader.calibrationNote.findMany({
    where: { panelId },
    select: { criterionId: true, text: true },
  });
  return new Map(notes.map(({ criterionId, text }) => [criterionId, text]));
}
