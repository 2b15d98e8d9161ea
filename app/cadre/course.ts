import { z } from "zod";
import { always, because, type Transition } from "#app/access/transition.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { formDay } from "#app/platform/form-day.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

/** For whom a course is: heads and deputies of mission, heads of component, those one or two steps before. */
export const COURSE_LEVELS = ["heads", "components", "rising"] as const;
export type CourseLevel = (typeof COURSE_LEVELS)[number];

export const SEAT_STATES = ["waiting", "seated", "withdrawn", "absent", "attended", "completed"] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** The standings in which a seat is somebody's, before the course and after it. */
export const TAKEN_STATES = [
  "seated",
  "absent",
  "attended",
  "completed",
] as const satisfies readonly SeatState[];

/** What becomes of a seat when the course is held. */
export const ATTENDANCES = ["absent", "attended", "completed"] as const satisfies readonly SeatState[];
export type Attendance = (typeof ATTENDANCES)[number];

/** How far those nominated to a course have come: each step holds all who came to a later one. */
export const SEAT_STEPS = ["nominated", "allotted", "completed"] as const;
export type SeatStep = (typeof SEAT_STEPS)[number];

/** A course as the catalogue's form posts it. The UN's Senior Mission Leaders course lasts about ten days (DOMAIN §4). */
export const courseSchema = z
  .object({
    title: z.string().trim().min(3).max(160),
    host: z.string().trim().min(2).max(160),
    hostCode: z.string().length(2).optional(),
    venue: z.string().trim().min(2).max(120),
    languageCode: z.string().min(2),
    level: z.enum(COURSE_LEVELS),
    startsOn: formDay,
    endsOn: formDay,
    closesOn: formDay,
    seats: z.coerce.number().int().min(1).max(500),
    womenPercent: z.coerce.number().int().min(0).max(100),
    source: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ["endsOn"], message: "endsBeforeStart" })
  .refine(({ startsOn, endsOn }) => endsOn <= monthsAfter(startsOn, 12), {
    path: ["endsOn"],
    message: "courseTooLong",
  })
  .refine(({ startsOn, closesOn }) => closesOn < startsOn, {
    path: ["closesOn"],
    message: "closesAfterStart",
  });

export type CourseEntry = z.infer<typeof courseSchema>;

const reason = z.string().trim().min(20).max(1000);

/** Somebody whom a state nominates to a seat. */
export const courseNomineeSchema = z.object({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  email: z.email().transform((email) => email.toLowerCase()),
  gender: z.enum(GENDERS),
  nationality: z.string().length(2),
  reason,
});

export type CourseNominee = z.infer<typeof courseNomineeSchema>;

/** A member of the cadre whom the secretariat nominates. */
export const memberSeatSchema = z.object({ intent: z.literal("nominate"), courseId: z.uuid(), reason });

/** What is done with one nomination; an exception to the waiting list or the gender rule needs its reason. */
export const seatOrderSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("withdraw") }),
  z.object({ intent: z.literal("exception"), reason }),
  z.object({
    intent: z.literal("attendance"),
    attendance: z.enum(ATTENDANCES),
    /** Of the nomination as the page showed it. */
    version: versionNumber,
  }),
]);

export type SeatOrder = z.infer<typeof seatOrderSchema>;

/** A course as the days of a nomination look at it. */
export interface CourseDays {
  /** "YYYY-MM-DD" */
  readonly startsOn: string;
  readonly closesOn: string;
  /** "YYYY-MM-DD" */
  readonly today: string;
}

const seat = <Facts>(transition: Transition<SeatState, Facts>) => transition;
const notBegun = ({ startsOn, today }: CourseDays) => (today < startsOn ? null : because("courseBegun"));
const begun = ({ startsOn, today }: CourseDays) => (today < startsOn ? because("courseNotBegun") : null);

/** The road of a nomination to a seat. */
export const seatTransitions = {
  seat: seat({ from: ["waiting"], to: "seated", guard: notBegun }),
  withdraw: seat({ from: ["waiting", "seated"], to: "withdrawn", guard: notBegun }),
  /** Nominated again after having withdrawn. */
  comeBack: seat({ from: ["withdrawn"], to: "waiting", guard: always }),
  absent: seat({ from: ["seated", "attended", "completed"], to: "absent", guard: begun }),
  attended: seat({ from: ["seated", "absent", "completed"], to: "attended", guard: begun }),
  completed: seat({ from: ["seated", "absent", "attended"], to: "completed", guard: begun }),
} as const;

/** Why nobody can be nominated any more, or null: the last day of nominations counts in full, UTC. */
export const refuseNomination = ({ closesOn, today }: CourseDays) =>
  today > closesOn ? because("courseClosed") : null;
