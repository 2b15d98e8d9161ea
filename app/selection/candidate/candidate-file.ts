import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";

const figure = z.number().int().nullable();
/** Stated in versions written since it is asked for; absent in those before. */
const later = figure.default(null);
const span = { startYear: z.number().int(), startMonth: later, endYear: figure, endMonth: later };

/** The file of a candidate at one moment: what a state wrote, or the candidate. Absent is null, never a guess. */
export const candidateFileSchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  gender: z.enum(GENDERS),
  nationalities: z.array(z.string()),
  /** "YYYY-MM-DD" */
  birthDate: z.string().nullable(),
  service: z.enum(["civilian", "military", "police"]).nullable().default(null),
  rank: z.string().nullable().default(null),
  currentPost: z.string().nullable(),
  seniorYears: figure,
  fieldMissions: figure,
  deployableDays: figure,
  visionStatement: z.string().nullable(),
  languages: z.array(z.object({ code: z.string(), level: z.number().int() })),
  career: z.array(
    z.object({
      title: z.string(),
      employer: z.string(),
      supervisor: z.string().nullable().default(null),
      ...span,
      peopleLed: figure,
      budgetThousands: later,
      /** Acronym of the peace operation, where the post was in one. */
      mission: z.string().nullable().default(null),
    }),
  ),
  missions: z.array(z.object({ mission: z.string(), role: z.string(), ...span })).default([]),
  education: z.array(z.object({ degree: z.string(), institution: z.string(), year: figure })).default([]),
  courses: z.array(z.object({ name: z.string(), organiser: z.string(), year: figure })).default([]),
});
export type CandidateFileContent = z.output<typeof candidateFileSchema>;
export type FileField = keyof CandidateFileContent;

/** A file of nobody: for a form that shows what was typed into it and nothing that is on file. */
export const NO_FILE: CandidateFileContent = {
  ...{ givenName: "", familyName: "", gender: "notStated", nationalities: [], birthDate: null },
  ...{ service: null, rank: null, currentPost: null, seniorYears: null, fieldMissions: null },
  ...{ deployableDays: null, visionStatement: null },
  ...{ languages: [], career: [], missions: [], education: [], courses: [] },
};

/** The fields of a file in the order in which they are read. */
export const FILE_FIELDS = Object.keys(candidateFileSchema.shape) as readonly FileField[];

/**
 * Reads a version of a file from its JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const candidateFileOf = (json: unknown): CandidateFileContent => candidateFileSchema.parse(json);

/** One field that two versions do not have alike. */
export interface FileDifference {
  readonly field: FileField;
  readonly before: CandidateFileContent[FileField];
  readonly after: CandidateFileContent[FileField];
}

/** What one version says otherwise than another, in the order of the file. Lists are compared as sets where order says nothing. */
export const differencesOf = (
  before: CandidateFileContent,
  after: CandidateFileContent,
): readonly FileDifference[] =>
  FILE_FIELDS.filter((field) => comparable(before, field) !== comparable(after, field)).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));

/** The differences in which something was put right: what was not stated before was completed, not corrected. */
export const correctionsIn = (differences: readonly FileDifference[]): readonly FileDifference[] =>
  differences.filter(({ before }) => (Array.isArray(before) ? before.length > 0 : before !== null));

function comparable(file: CandidateFileContent, field: FileField): string {
  const value = file[field];
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map(entryText).toSorted());
}

/** A code, or a row of a list by its keys in their order: rows read from the database and from a form name them differently. */
const entryText = (entry: string | object): string =>
  typeof entry === "string"
    ? entry
    : JSON.stringify(Object.entries(entry).toSorted(([one], [other]) => (one < other ? -1 : 1)));
