import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { attestationSchema } from "#app/selection/candidate/attestation.ts";
import type { CandidateFileContent } from "#app/selection/candidate/candidate-file.ts";
import { careerDate, type ServiceSpan, sayFaults, spanOf } from "./career-date.ts";

/** Most words of a vision statement (the UN's global calls for heads of mission). */
export const VISION_WORDS = 500;

/** Rows for posts held that the form offers at first, and the most it takes; those left blank are not kept. */
export const CAREER_ROWS = 8;
export const MOST_POSTS = 60;

/** Knowledge of a language as the form posts it; empty where there is none. */
export const LANGUAGE_LEVELS = ["1", "2", "3"] as const;

/** The version of the words that a candidate consents to; it changes when they do. */
export const CONSENT_TEXT_VERSION = "2026-11-28";

/** What a candidate may consent to; the first is what a candidacy stands on, the others are free. */
export const CONSENT_PURPOSES = ["vacancy", "cadre", "mentoring", "statistics"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

const ticked = z.stringbool({ truthy: ["on"], falsy: [""] }).default(false);
const year = z.coerce.number().int().min(1950).max(2100);
export const optionalYear = z.preprocess((value) => (value === "" ? undefined : value), year.optional());
const optionalCount = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number().int().min(0).max(1_000_000).optional(),
);
const text = z.string().trim().max(200).default("");

const careerRow = (today: string) =>
  z
    .object({
      title: text,
      employer: text,
      from: careerDate,
      to: careerDate,
      peopleLed: optionalCount,
      supervisor: text,
      budget: optionalCount,
    })
    .superRefine(({ title, employer, from, to }, context) => {
      if ([title, employer, from, to].every((part) => part === "")) return;
      const missing = (path: string) =>
        context.addIssue({ code: "custom", path: [path], message: "required" });
      if (!title) missing("title");
      if (!employer) missing("employer");
      if (!from) missing("from");
      sayFaults({ from, to }, today, context);
    });

/** A post held, as it is kept. */
export interface CareerEntry extends ServiceSpan {
  readonly title: string;
  readonly employer: string;
  readonly peopleLed: number | null;
  readonly supervisor?: string;
  /** Thousands of US dollars a year. */
  readonly budgetThousands?: number | null;
}

/**
 * Posts held, as a form posts them; rows left blank are not kept.
 *
 * @param today ISO day: nothing began or ended after it
 */
export const careerSchema = (today: string) =>
  z
    .array(careerRow(today))
    .max(MOST_POSTS)
    .transform((rows) =>
      rows.flatMap(({ title, employer, from, to, peopleLed, supervisor, budget }): CareerEntry[] =>
        from
          ? [
              {
                ...{ title, employer, supervisor, ...spanOf({ from, to }) },
                peopleLed: peopleLed ?? null,
                budgetThousands: budget ?? null,
              },
            ]
          : [],
      ),
    );

/** Languages with their level, as a form posts them; those without one are not kept. */
export const languagesSchema = z
  .array(z.object({ code: z.string().min(2), level: z.enum(["", ...LANGUAGE_LEVELS]).default("") }))
  .max(60)
  .transform((rows) =>
    rows.flatMap(({ code, level }) => (level === "" ? [] : [{ code, level: Number(level) }])),
  )
  .pipe(z.array(z.object({ code: z.string(), level: z.number() })).min(1, "languageMissing"));

/** How many words a text has. */
export const wordsIn = (words: string): number => words.trim().split(/\s+/).filter(Boolean).length;

/** The first and the last day on which a nominee can have been born: a date outside is a slip of the hand. */
const BORN = { first: "1925-01-01", last: "2004-12-31" } as const;

const birthDate = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.iso
    .date()
    .refine((day) => day >= BORN.first && day <= BORN.last, "birthDateUnlikely")
    .optional(),
);

/** What a candidate says of themselves. */
const fileFields = (today: string) => ({
  gender: z.enum(GENDERS),
  birthDate,
  currentPost: z.string().trim().min(2).max(200),
  seniorYears: z.coerce.number().int().min(0).max(60),
  fieldMissions: z.coerce.number().int().min(0).max(30),
  deployableDays: z.coerce.number().int().min(1).max(365),
  visionStatement: z
    .string()
    .trim()
    .min(1)
    .max(6000)
    .refine((words) => wordsIn(words) <= VISION_WORDS, "tooManyWords"),
  languages: languagesSchema,
  career: careerSchema(today),
});

/**
 * What a candidate completes, attests and consents to, as one form posts it.
 *
 * @param today ISO day
 */
export const consentSchema = (today: string) =>
  z.object({
    ...fileFields(today),
    attestation: attestationSchema,
    consentVacancy: z.literal("on", "consentMissing"),
    consentCadre: ticked,
    consentMentoring: ticked,
    consentStatistics: ticked,
  });
export type ConsentForm = z.output<ReturnType<typeof consentSchema>>;

/** Most nationalities on file. */
export const MOST_NATIONALITIES = 4;

/** A file as its candidate corrects it on a day (ISO); `basedOn` is the version that was read. */
export const correctionSchema = (today: string) =>
  z.object({
    basedOn: versionNumber.min(1),
    givenName: z.string().trim().min(1).max(120),
    familyName: z.string().trim().min(1).max(120),
    nationalities: z
      .array(z.string().default(""))
      .max(MOST_NATIONALITIES)
      .transform((codes) => [...new Set(codes.filter(Boolean))])
      .pipe(z.array(z.string()).min(1, "choose")),
    ...fileFields(today),
  });
export type CorrectionForm = z.output<ReturnType<typeof correctionSchema>>;

/** What of a file the candidate writes by either form. */
export type OwnFile = Omit<ConsentForm, "attestation" | `consent${string}`> &
  Partial<Pick<CorrectionForm, "givenName" | "familyName" | "nationalities">>;

/** A post held as a version of a file has it; the forms do not ask which peace operation it was in. */
export const keptPost = ({ supervisor, budgetThousands, startMonth, endMonth, ...post }: CareerEntry) => ({
  ...post,
  startMonth: startMonth ?? null,
  endMonth: endMonth ?? null,
  supervisor: supervisor || null,
  budgetThousands: budgetThousands ?? null,
  mission: null,
});

/** What a candidate states by either form as the next version of the file, upon the one before: what no form of theirs asks stays. */
export const statedIn = (before: CandidateFileContent, form: OwnFile): CandidateFileContent => ({
  ...before,
  givenName: form.givenName ?? before.givenName,
  familyName: form.familyName ?? before.familyName,
  nationalities: form.nationalities ?? before.nationalities,
  gender: form.gender,
  birthDate: form.birthDate ?? null,
  ...{ currentPost: form.currentPost, seniorYears: form.seniorYears, fieldMissions: form.fieldMissions },
  ...{ deployableDays: form.deployableDays, visionStatement: form.visionStatement },
  languages: form.languages,
  career: form.career.map(keptPost),
});

/** The purposes that can be agreed to or not while the candidacy goes on; the first would end it. */
export const FREE_PURPOSES = ["cadre", "mentoring", "statistics"] as const;

/** A change of mind about one purpose. */
export const consentChangeSchema = z.object({
  purpose: z.enum(FREE_PURPOSES),
  given: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
});
export type ConsentChange = z.output<typeof consentChangeSchema>;

/** Why a candidate withdraws, where they choose to say. */
export const withdrawalSchema = z.object({ reason: z.string().trim().max(2000).default("") });

/** Which purposes were consented to and which not. */
export const consentsIn = (form: ConsentForm): Readonly<Record<ConsentPurpose, boolean>> => ({
  vacancy: true,
  cadre: form.consentCadre,
  mentoring: form.consentMentoring,
  statistics: form.consentStatistics,
});
