import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { isTimeZone } from "#app/platform/local-time.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import { LANGUAGE_LEVELS, MANDATE_TYPES, TOPICS, WEEKLY_HOURS } from "./mentor.ts";
import { MOST_PAIRS } from "./programme.ts";

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

const spoken = z.object({ code: z.string().min(2), level: z.enum(["", ...LANGUAGE_LEVELS]).default("") });

/** What a mentor says of themselves: languages with their level, topics, and everything an offer has. */
export const profileSchema = offer
  .extend({
    version: versionNumber,
    timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
    topics: z.array(z.enum(TOPICS)).min(1, "topicMissing"),
    mandateTypes: z.array(z.enum(MANDATE_TYPES)),
    languages: z
      .array(spoken)
      .max(60)
      .transform((rows) =>
        rows.flatMap(({ code, level }) => (level === "" ? [] : [{ code, level: Number(level) }])),
      )
      .pipe(z.array(z.object({ code: z.string(), level: z.number() })).min(1, "languageMissing")),
  })
  .refine(inOrder, order);
export type MentorProfileForm = z.output<typeof profileSchema>;

/** Which version of the profile a button was pressed on. */
export const versionSchema = z.object({ version: versionNumber });
