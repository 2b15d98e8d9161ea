import { z } from "zod";
import { SESSION_CHANNELS, SESSION_MINUTES } from "#app/mentoring/session/session.ts";
import { versionNumber } from "#app/platform/version-number.ts";

/**
 * How often a pair may agree to meet. `usual` is the programme's default: monthly for six months, then every two
 * (METHOD §7).
 */
export const CADENCES = ["usual", "fortnightly", "monthly", "everyTwoMonths"] as const;
export type Cadence = (typeof CADENCES)[number];

/** Whether a stored word is a cadence. */
export const isCadence = (word: string): word is Cadence => CADENCES.some((cadence) => cadence === word);

/** How many goals a pair agrees on at most; fewer are kept in sight. */
export const MOST_GOALS = 5;
export const MOST_GOAL_CHARACTERS = 300;
export const MOST_TERMS_CHARACTERS = 1500;

/** How near one sees oneself to a goal, from far from it (1) to reached (5). */
export const MARKS = [1, 2, 3, 4, 5] as const;
export type Mark = (typeof MARKS)[number];

/** The words of an agreement: the pair's alone. */
export const termsSchema = z.object({
  goals: z.array(z.string()).min(1).max(MOST_GOALS),
  confidentiality: z.string(),
  offLimits: z.string(),
});
export type Terms = z.infer<typeof termsSchema>;

/** Everything a pair agrees on. */
export interface Agreement extends Terms {
  readonly cadence: Cadence;
  readonly minutes: number;
  readonly channel: (typeof SESSION_CHANNELS)[number];
}

const goal = z.string().trim().min(1).max(MOST_GOAL_CHARACTERS);
const words = z.string().trim().max(MOST_TERMS_CHARACTERS).default("");

/**
 * An agreement as its form posts it, with the revision that the page showed (0 where nothing was proposed yet). Lines
 * for goals that stay empty fall away.
 *
 * Refuses `goalTwice` where two goals say the same: each is rated by itself.
 */
export const agreementSchema = z
  .object({
    goal1: goal,
    goal2: goal.optional(),
    goal3: goal.optional(),
    goal4: goal.optional(),
    goal5: goal.optional(),
    cadence: z.enum(CADENCES),
    minutes: z.coerce.number().int().min(SESSION_MINUTES.least).max(SESSION_MINUTES.most),
    channel: z.enum(SESSION_CHANNELS),
    confidentiality: words,
    offLimits: words,
    version: versionNumber,
    revision: versionNumber,
  })
  .transform(({ goal1, goal2, goal3, goal4, goal5, version, revision, ...rest }, context) => {
    const lines = [goal1, goal2, goal3, goal4, goal5];
    const again = lines.findIndex((line, place) => line !== undefined && lines.indexOf(line) < place);
    if (again >= 0) {
      context.addIssue({ code: "custom", path: [`goal${again + 1}`], message: "goalTwice" });
      return z.NEVER;
    }
    return { version, revision, agreement: { ...rest, goals: lines.filter((line) => line !== undefined) } };
  });

const mark = z.coerce.number().pipe(z.literal(MARKS)).optional();

/** A mark for each goal as a form posts them; how many there must be the use case knows. */
export const marksShape = { mark1: mark, mark2: mark, mark3: mark, mark4: mark, mark5: mark } as const;

/** The marks in the order of the goals. */
export const marksOf = (
  posted: {
    readonly [K in keyof typeof marksShape]?: Mark | undefined;
  },
): readonly (Mark | undefined)[] => [posted.mark1, posted.mark2, posted.mark3, posted.mark4, posted.mark5];

/** A signature as its form posts it: to which text, and where the signer stands with each goal. */
export const signatureSchema = z
  .object({ version: versionNumber, revision: versionNumber, ...marksShape })
  .transform(({ version, revision, ...marks }) => ({ version, revision, marks: marksOf(marks) }));

/**
 * The marks for exactly these many goals.
 *
 * @returns the marks, or the place (from 1) of the first goal that has none
 */
export function marksFor(
  goals: number,
  marks: readonly (Mark | undefined)[],
): { readonly marks: readonly Mark[]; readonly missing: null } | { readonly missing: number } {
  const given = Array.from({ length: goals }, (_, place) => marks[place]);
  const missing = given.indexOf(undefined);
  return missing >= 0
    ? { missing: missing + 1 }
    : { marks: given.filter((one) => one !== undefined), missing: null };
}

/** Whether two texts of an agreement say the same: then nothing was changed, and no signature falls. */
export const sameAgreement = (a: Agreement, b: Agreement): boolean =>
  a.cadence === b.cadence &&
  a.minutes === b.minutes &&
  a.channel === b.channel &&
  a.confidentiality === b.confidentiality &&
  a.offLimits === b.offLimits &&
  a.goals.length === b.goals.length &&
  a.goals.every((one, place) => one === b.goals[place]);

/** One goal of a pair that is in force. */
export interface KnownGoal {
  readonly id: string;
  readonly text: string;
}

/**
 * What a newly signed version does to the goals of a pair: one whose words stayed keeps its row, and with it how it was
 * rated; one left out is retired; the others are new.
 */
export function changeOfGoals(known: readonly KnownGoal[], agreed: readonly string[]) {
  return {
    retired: known.filter(({ text }) => !agreed.includes(text)).map(({ id }) => id),
    added: agreed.filter((text) => !known.some((goalOf) => goalOf.text === text)),
  };
}
