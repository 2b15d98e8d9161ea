import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { careerDate, sayFaults } from "./career-date.ts";
import { STATEMENT_LENGTH } from "./nomination.ts";
import { careerSchema, languagesSchema, optionalYear, VISION_WORDS, wordsIn } from "./profile.ts";

/** Rows that the form of a nominee offers of each kind at least; those left blank are not kept. */
export const NOMINEE_ROWS = { nationalities: 3, posts: 4, missions: 3, education: 2, courses: 2 } as const;

/** Most characters of a disclosure, where the state cannot certify a point. */
export const DISCLOSURE_LENGTH = { least: 20, most: 2000 } as const;

/** What a nominating state certifies, point by point (human-rights screening policy of 11 December 2012, first leg). */
export const CERTIFIED_POINTS = ["noConviction", "noViolation", "noAllegation"] as const;
export type CertifiedPoint = (typeof CERTIFIED_POINTS)[number];

/** In which service somebody leads. */
export const SERVICES = ["civilian", "military", "police"] as const;
export type Service = (typeof SERVICES)[number];

/** In which service somebody leads who nominates themself: military and police posts go through states alone. */
export const OWN_SERVICE = "civilian" satisfies Service;

const typed = (most: number) => z.string().max(most).default("");
const typedRows = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape)).max(60).default([]);
const span = { from: typed(10), to: typed(10) };

/**
 * A nominee's file under the pen: whatever was typed, as text, however unfinished. Nothing typed is refused for what
 * it says, only for what no form of ours could hold.
 */
export const draftFileSchema = z.object({
  givenName: typed(120),
  familyName: typed(120),
  email: typed(254),
  birthDate: typed(20),
  gender: typed(20),
  nationalities: z.array(typed(10)).max(10).default([]),
  service: typed(20),
  rank: typed(120),
  currentPost: typed(200),
  seniorYears: typed(10),
  languages: typedRows({ code: typed(20), level: typed(5) }),
  posts: typedRows({
    title: typed(200),
    employer: typed(200),
    supervisor: typed(200),
    ...span,
    peopleLed: typed(20),
    budget: typed(20),
  }),
  missions: typedRows({ mission: typed(120), role: typed(200), ...span }),
  education: typedRows({ degree: typed(200), institution: typed(200), year: typed(10) }),
  courses: typedRows({ name: typed(200), organiser: typed(200), year: typed(10) }),
  visionStatement: typed(12_000),
  statement: typed(STATEMENT_LENGTH.most),
  vacancies: z.array(typed(40)).max(40).default([]),
  additional: typed(5),
  noConviction: typed(5),
  noViolation: typed(5),
  noAllegation: typed(5),
  disclosure: typed(DISCLOSURE_LENGTH.most),
});
export type DraftFile = z.output<typeof draftFileSchema>;

/** The fields of a file, in the order of the form. */
export const FILE_FIELDS = Object.keys(draftFileSchema.shape) as readonly (keyof DraftFile)[];

/** The lists of a file that grow by a row at a time. */
export const GROWING_LISTS = ["posts", "missions", "education", "courses"] as const;
export type GrowingList = (typeof GROWING_LISTS)[number];

/** A draft as the form posts it: the file, the version the page was opened upon, and the list that wants another row. */
export const savedDraftSchema = draftFileSchema.extend({
  version: versionNumber,
  addRow: z.enum(GROWING_LISTS).optional(),
});

/** So many rows the form is asked to show of each list, by the address of the page; at most what a draft can hold. */
export const rowsAsked = (search: URLSearchParams): Readonly<Record<GrowingList, number>> => {
  const of = (list: GrowingList) => Math.min(60, Math.max(0, Math.trunc(Number(search.get(list)) || 0)));
  return { posts: of("posts"), missions: of("missions"), education: of("education"), courses: of("courses") };
};

/** A file with nothing in it. */
export const EMPTY_FILE: DraftFile = draftFileSchema.parse({});

/**
 * Reads a draft from its JSON column.
 *
 * @throws where the column holds something else: the program wrote it, so that is a fault
 */
export const draftFileOf = (json: unknown): DraftFile => draftFileSchema.parse(json);

const text = z.string().trim().max(200).default("");
const words = (most: number) => z.string().trim().min(1).max(most);

/** Rows with anything in them; each must then have what is needed. */
const filledRows = <Shape extends z.ZodRawShape>(row: z.ZodObject<Shape>, needed: readonly string[]) =>
  z
    .array(
      row.superRefine((value, context) => {
        if (isBlank(value)) return;
        const given: Readonly<Record<string, unknown>> = value;
        for (const key of needed.filter((one) => !given[one]))
          context.addIssue({ code: "custom", path: [key], message: "required" });
      }),
    )
    .max(60)
    .transform((all) => all.filter((one) => !isBlank(one)));

const isBlank = (row: object) => Object.values(row).every((value) => value === "" || value === undefined);

const missions = (today: string) =>
  filledRows(
    z
      .object({ mission: text, role: text, from: careerDate, to: careerDate })
      .superRefine((row, context) => sayFaults(row, today, context)),
    ["mission", "role", "from"],
  );
const education = filledRows(z.object({ degree: text, institution: text, year: optionalYear }), [
  "degree",
  "institution",
]).refine((all) => all.length > 0, "educationMissing");
const courses = filledRows(z.object({ name: text, organiser: text, year: optionalYear }), [
  "name",
  "organiser",
]);

const nationalities = z
  .array(z.string())
  .transform((codes) => [...new Set(codes.filter(Boolean))])
  .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, "nationalityCode")).min(1, "choose"));

const ticked = z.string().transform((value) => value === "on");

const recommendation = z
  .string()
  .trim()
  .min(1)
  .min(STATEMENT_LENGTH.least, "statementShort")
  .max(STATEMENT_LENGTH.most);

/** A day somebody who leads a mission can have been born on: between 20 and 100 years before `today` (ISO). */
const bornBefore = (today: string) =>
  z.iso.date("date").refine((day) => {
    const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
    return day < today && years >= 20 && years <= 100;
  }, "birthDate");

/**
 * A nominee's file that can be submitted. Where a point is not certified, the disclosure says in words what stands
 * against it.
 *
 * @param today ISO day
 * @param self whether they nominate themself: then no state recommends and certifies
 */
export const completeFileSchema = (today: string, self = false) =>
  z
    .object({
      givenName: words(120),
      familyName: words(120),
      email: z.email("email").trim().toLowerCase().max(254),
      birthDate: bornBefore(today),
      gender: z.enum(GENDERS, "choose"),
      nationalities,
      service: self ? z.string().transform((): Service => OWN_SERVICE) : z.enum(SERVICES, "choose"),
      rank: words(120),
      currentPost: z.string().trim().min(1).max(200),
      seniorYears: z.string().min(1).transform(Number).pipe(z.number().int().min(0).max(60)),
      languages: languagesSchema,
      posts: careerSchema(today).refine((all) => all.length > 0, "postMissing"),
      missions: missions(today),
      education,
      courses,
      visionStatement: z
        .string()
        .trim()
        .min(1)
        .max(12_000)
        .refine((text) => wordsIn(text) <= VISION_WORDS, "tooManyWords"),
      statement: self ? z.string() : recommendation,
      vacancies: z.array(z.string()).transform((ids) => ids.filter(Boolean)),
      additional: ticked,
      noConviction: ticked,
      noViolation: ticked,
      noAllegation: ticked,
      disclosure: z.string().trim().max(DISCLOSURE_LENGTH.most),
    })
    .superRefine((file, context) => {
      if (self || CERTIFIED_POINTS.every((point) => file[point])) return;
      if (file.disclosure.length >= DISCLOSURE_LENGTH.least) return;
      context.addIssue({ code: "custom", path: ["disclosure"], message: "disclosureMissing" });
    });

/** Everything a nominee's file says once it is complete. */
export type NomineeFile = z.output<ReturnType<typeof completeFileSchema>>;
