import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { formDay } from "#app/platform/form-day.ts";
import { chosenFile, DOCUMENT_KINDS, type DocumentKind } from "#app/selection/document/document.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import { type ConsentForm, consentSchema } from "#app/selection/nomination/profile.ts";
import type { Requirement } from "./requirement.ts";
import type { Verdict } from "./requirements.ts";
import type { ScreeningFinding } from "./screening.ts";

/** What of a file can be asked for again; nothing else of it opens. */
export const FILE_FIELDS = [
  "currentPost",
  "seniorYears",
  "fieldMissions",
  "deployableDays",
  "languages",
  "career",
  "visionStatement",
] as const satisfies readonly (keyof ConsentForm)[];
export type FileField = (typeof FILE_FIELDS)[number];

export const isFileField = (name: string): name is FileField => FILE_FIELDS.some((field) => field === name);

/** Days a candidate is given to answer: Cadre's own choice. */
export const DAYS_TO_ANSWER_QUESTIONS = { least: 3, usual: 10, most: 30 } as const;

const DAY = 86_400_000;

/** Most characters of a question to be explained in words, and of the explanation. */
export const EXPLANATION_LENGTH = 1000;

/** A choice or a text that may be left open. */
const optional = <S extends z.ZodType<string>>(given: S) =>
  z.preprocess(
    (value) => (typeof value !== "string" || value.trim() === "" ? null : value),
    given.nullable(),
  );

/**
 * What is asked, as the form posts it: fields to be answered again, a question to be explained in words, a document, or
 * several of these. Without a question to be explained, it says in words what is wished.
 */
export const askSchema = z
  .object({
    fields: z.array(z.enum(FILE_FIELDS)),
    question: z.preprocess((value) => value ?? "", z.string().trim().max(2000)),
    explain: optional(z.string().trim().min(20).max(EXPLANATION_LENGTH)),
    explainFor: optional(z.string().max(100)),
    documentKind: optional(z.enum(DOCUMENT_KINDS)),
    dueOn: formDay,
  })
  .superRefine(({ fields, question, explain, documentKind }, context) => {
    if (fields.length === 0 && explain === null && documentKind === null)
      context.addIssue({ code: "custom", path: ["fields"], message: "askNothing" });
    if (question.length < 20 && (explain === null || question !== ""))
      context.addIssue({ code: "custom", path: ["question"], message: question ? "tooShort" : "required" });
  });
export type AskForm = z.output<typeof askSchema>;

/** The instant at which a day has passed everywhere west of UTC+0: its end in UTC. */
export const endOfDay = (day: string): Date => new Date(Date.parse(day) + DAY);

interface AskFacts {
  readonly state: CandidacyState;
  readonly vacancyState: VacancyState;
  /** Whether something that was asked before can still be answered. */
  readonly waiting: boolean;
  readonly dueOn: string;
  readonly now: Date;
}

/** Why the candidate cannot be asked now, or null: while the case is being screened, once at a time, for a fit period. */
export function askRefusal({ state, vacancyState, waiting, dueOn, now }: AskFacts): Refusal | null {
  if (state !== "consented") return because("wrongState", { state });
  if (vacancyState !== "screening") return because("callStillOpen");
  if (waiting) return because("answersAwaited");
  const days = (endOfDay(dueOn).getTime() - now.getTime()) / DAY;
  const { least, most } = DAYS_TO_ANSWER_QUESTIONS;
  return days < least || days > most + 1 ? because("answerPeriod", { least, most }, "dueOn") : null;
}

/** The answers to the fields asked for, and no others. */
export type Answers = Partial<Pick<ConsentForm, FileField>>;

/** What a candidate is asked for. */
export interface Asked {
  readonly fields: readonly FileField[];
  /** What is to be explained in words, or null. */
  readonly explain: string | null;
  /** The document to be sent, or null. */
  readonly documentKind: DocumentKind | null;
}

/** A candidate's answer: the fields, the words and the file that were asked for. */
export type Answer = Answers & { readonly explanation?: string; readonly document?: File };

const explanationSchema = z.string().trim().min(1).max(EXPLANATION_LENGTH);

/** What the candidate's form for what was asked must bring; whatever else is posted is left out. */
export const answersSchema = ({ fields, explain, documentKind }: Asked, today: string): z.ZodType<Answer> => {
  const { shape } = consentSchema(today);
  let schema: z.ZodType<Answer> = z.object(Object.fromEntries(fields.map((field) => [field, shape[field]])));
  if (explain !== null) schema = z.intersection(schema, z.object({ explanation: explanationSchema }));
  if (documentKind !== null) schema = z.intersection(schema, z.object({ document: chosenFile }));
  return schema;
};

/** The fields that bear on a requirement: what is asked for again where it cannot be told. */
export function fieldsFor({ kind }: Requirement): readonly FileField[] {
  switch (kind) {
    case "seniorYears":
      return ["seniorYears", "career"];
    case "fieldMissions":
      return ["fieldMissions", "career"];
    case "level":
    case "rank":
      return ["currentPost", "career"];
    case "language":
      return ["languages"];
    case "deployable":
      return ["deployableDays"];
    case "notHostNational":
    case "attestation":
      return [];
  }
}

/** A field before an answer and after it; both are kept. */
export type Changes = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

/** A part of a file as a text to compare: in whatever order it was read, and without what was left open. */
const said = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, held]) => held !== null && held !== undefined && held !== "")
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );

/** What an answer changes; a field answered with what stood there is no change. */
export function changesBetween(before: Answers, after: Answers): Changes {
  const changed = FILE_FIELDS.filter(
    (field) => after[field] !== undefined && said(before[field]) !== said(after[field]),
  );
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field] ?? null, after: after[field] }]),
  );
}

interface Found {
  readonly sheets: readonly {
    readonly own: boolean;
    readonly superseded: boolean;
    readonly findings: readonly ScreeningFinding[];
  }[];
  readonly requests: readonly {
    readonly answeredAt: string | null;
    readonly fields: readonly FileField[];
    /** The requirement that what was explained bears upon. */
    readonly explainFor: string | null;
  }[];
}

/**
 * What a screener need not find again after the candidate has answered: their own last findings, less those on
 * requirements that the last answer bears upon.
 */
export function carriedOver(
  { sheets, requests }: Found,
  checks: readonly { readonly key: string; readonly requirement: Requirement }[],
): readonly ScreeningFinding[] {
  const last = sheets.filter(({ own, superseded }) => own && superseded).at(-1);
  const answer = requests.filter(({ answeredAt }) => answeredAt !== null).at(-1);
  const settled = checks.filter(
    ({ key, requirement }) =>
      key !== answer?.explainFor && !fieldsFor(requirement).some((field) => answer?.fields.includes(field)),
  );
  const keys = new Set(settled.map(({ key }) => key));
  return last ? last.findings.filter(({ requirement }) => keys.has(requirement)) : [];
}

/** The fields that bear on what the file cannot show. */
export function suggestedFields(
  checks: readonly { readonly requirement: Requirement; readonly suggestion: Verdict }[],
): readonly FileField[] {
  const unclear = checks.filter(({ suggestion }) => suggestion === "cannotTell");
  const fields = unclear.flatMap(({ requirement }) => fieldsFor(requirement));
  return FILE_FIELDS.filter((field) => fields.includes(field));
}

/** The day by which an answer is usually asked for: ISO, UTC. */
export const usualAnswerDay = (now: Date): string =>
  new Date(now.getTime() + DAYS_TO_ANSWER_QUESTIONS.usual * DAY).toISOString().slice(0, 10);
