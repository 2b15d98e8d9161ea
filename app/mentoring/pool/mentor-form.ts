import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { MOST_PAIRS } from "#app/mentoring/programme.ts";
import { isTimeZone } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { LANGUAGE_LEVELS, MANDATE_TYPES, TOPICS, WEEKLY_HOURS } from "./mentor.ts";

const name = z.string().trim().min(1).max(120);
const year = z.coerce.number().int().min(1950).max(2100);
const inOrder = (availability: { readonly availableFrom: string; readonly availableTo: string }) =>
  availability.availableFrom < availability.availableTo;
const order = { message: "endsBeforeStart", path: ["availableTo"] };

/** When a mentor is there and for how much. */
const offer = z.object({
  capacity: z.coerce.number().int().min(0).max(MOST_PAIRS),
  weeklyHours: z.coerce.number().int().min(WEEKLY_HOURS.least).max(WEEKLY_HOURS.most),
  availableFrom: z.iso.date("date"),
  availableTo: z.iso.date("date"),
  biography: z.string().trim().min(1).max(2000),
});

/**
 * A former senior leader whom a state makes available: who they are, the most senior post they held (`missionId`
 * empty where it was in no mission of the list), and what they are expected to give.
 *
 * Refuses `endsBeforeStart` where a last day or year does not come after its first.
 */
export const pledgeSchema = offer
  .extend({
    stateCode: z.string().length(2).optional(),
    /** The call for pledges that it answers, where it answers one. */
    callId: z.uuid().optional(),
    givenName: name,
    familyName: name,
    email: z
      .email()
      .max(254)
      .transform((email) => email.toLowerCase()),
    gender: z.enum(GENDERS),
    nationality: z.string().length(2),
    roleKindCode: z.string().min(1),
    missionId: z.uuid().optional(),
    startYear: year,
    endYear: year,
  })
  .refine(inOrder, order)
  .refine(({ startYear, endYear }) => startYear <= endYear, {
    message: "endsBeforeStart",
    path: ["endYear"],
  });
export type Pledge = z.output<typeof pledgeSchema>;

/** An hour of the day as a time field posts it, in minutes after midnight. */
const minutes = z
  .string("hour")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hour")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** The part of the local day in which somebody can talk; refuses `hoursReversed`. */
export const hoursShape = { hoursFrom: minutes, hoursTo: minutes };
export const hoursInOrder = (hours: { readonly hoursFrom: number; readonly hoursTo: number }) =>
  hours.hoursFrom < hours.hoursTo;
export const hoursOrder = { message: "hoursReversed", path: ["hoursTo"] };

/** Languages with their level; rows without a level are not kept. Refuses `languageMissing`. */
export const spokenLanguages = z
  .array(z.object({ code: z.string().min(2), level: z.enum(["", ...LANGUAGE_LEVELS]).default("") }))
  .max(60)
  .transform((rows) =>
    rows.flatMap(({ code, level }) => (level === "" ? [] : [{ code, level: Number(level) }])),
  )
  .pipe(z.array(z.object({ code: z.string(), level: z.number() })).min(1, "languageMissing"));

/** Most ranges of days that a mentor can say they are away. */
export const MOST_BLACKOUTS = 6;

const maybeDay = z.union([z.literal(""), z.iso.date("date")]).default("");

/**
 * Days away, each range with both ends or left empty; refuses `blackoutHalf`, `endsBeforeStart`, and `blackoutsOverlap`
 * where two share a day.
 */
const blackouts = z
  .array(
    z
      .object({ startsOn: maybeDay, endsOn: maybeDay })
      .refine(({ startsOn, endsOn }) => (startsOn === "") === (endsOn === ""), {
        message: "blackoutHalf",
        path: ["endsOn"],
      })
      .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { message: "endsBeforeStart", path: ["endsOn"] }),
  )
  .max(MOST_BLACKOUTS)
  .default([])
  .transform((rows) =>
    rows.filter(({ startsOn }) => startsOn !== "").sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
  )
  .refine((rows) => rows.every((row, n) => n === 0 || row.startsOn > (rows[n - 1]?.endsOn ?? "")), {
    message: "blackoutsOverlap",
  });

/** What a mentor says of themselves: languages with their level, topics, wishes, and everything an offer has. */
export const profileSchema = offer
  .extend({
    ...hoursShape,
    blackouts,
    acceptsSameState: z.literal("on").optional(),
    wishedRoleKinds: z.array(z.string().min(1)).max(40).default([]),
    wishedMandates: z.array(z.enum(MANDATE_TYPES)).default([]),
    wishedLanguages: z.array(z.string().min(2)).max(60).default([]),
    version: versionNumber,
    timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
    topics: z.array(z.enum(TOPICS)).min(1, "topicMissing"),
    mandateTypes: z.array(z.enum(MANDATE_TYPES)),
    languages: spokenLanguages,
  })
  .refine(inOrder, order)
  .refine(hoursInOrder, hoursOrder);
export type MentorProfileForm = z.output<typeof profileSchema>;

/** Which version of the profile a button was pressed on. */
export const versionSchema = z.object({ version: versionNumber });

/** A step of the induction in the version that was read, and the day on which it was done. */
export const inductionSchema = z.object({
  stepCode: z.string().min(1).max(40),
  version: versionNumber,
  doneOn: z.iso.date("date"),
});
export type InductionMark = z.output<typeof inductionSchema>;

/** Which version of the code of conduct was read. */
export const codeSchema = z.object({ version: versionNumber });

const month = z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(12)]);

/**
 * A post held: its title, the employer, the kind of leadership post and the mission where it was one, and from when to
 * when (months where they are known; no last year while it lasts). Refuses `endsBeforeStart`.
 */
export const heldPostSchema = z
  .object({
    title: name,
    employer: name,
    roleKindCode: z.string().optional(),
    missionId: z.uuid().optional(),
    startYear: year,
    startMonth: month.default(null),
    endYear: z.union([z.literal("").transform(() => null), year]).default(null),
    endMonth: month.default(null),
  })
  .refine(
    ({ startYear, startMonth, endYear, endMonth }) =>
      endYear === null || startYear * 12 + (startMonth ?? 1) <= endYear * 12 + (endMonth ?? 12),
    { message: "endsBeforeStart", path: ["endYear"] },
  );
export type HeldPost = z.output<typeof heldPostSchema>;

/** Which post is taken off. */
export const removePostSchema = z.object({ postId: z.uuid() });
