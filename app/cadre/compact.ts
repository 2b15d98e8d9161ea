import { z } from "zod";
import { because } from "#app/access/transition.ts";
import { shareBase, type Tally, totalOf } from "#app/gender/counts.ts";
import { percentShown, protectList } from "#app/gender/disclosure.ts";
import { formDay } from "#app/platform/form-day.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";

export const COMPACT_MOMENTS = ["midYear", "endYear"] as const;
export type CompactMoment = (typeof COMPACT_MOMENTS)[number];

export const COMPACT_SIDES = ["leader", "supervisor"] as const;
export type CompactSide = (typeof COMPACT_SIDES)[number];

/**
 * What a compact looks at: women in the mission's leadership, among those nominated and recommended for its posts, the
 * conversations held, and conduct, of which Cadre holds no record.
 */
export const COMPACT_INDICATORS = [
  "team",
  "nominated",
  "recommended",
  "conversations",
  "conductTraining",
  "conductCases",
] as const;

const figureSchema = z.object({
  indicator: z.enum(COMPACT_INDICATORS),
  /** In percent, or a number of conversations; null where no target is on record. */
  target: z.number().nullable(),
  unit: z.enum(["percent", "count"]),
  /** `hidden`: too few to show, or not for this reader; `nothing`: there was nobody to count; `notMeasured`: no record holds it. */
  standing: z.enum(["measured", "hidden", "nothing", "notMeasured"]),
  actual: z.number().nullable(),
});

export const compactFiguresSchema = z.array(figureSchema);

/** One indicator with its target and what the records say. */
export type CompactFigure = z.infer<typeof figureSchema>;

/** What is counted for one compact. */
export interface CompactFacts {
  /** Leaders in post of the mission on the last day looked at, acting ones left out. Their names are public. */
  readonly team: Tally;
  /** Of its posts, in the year so far. */
  readonly nominated: Tally;
  readonly recommended: Tally;
  /** Conversations of which both sides have made a note. */
  readonly conversations: number;
  /** The share of women to reach among leaders, in percent, from the table of targets; null where it has none. */
  readonly parityPercent: number | null;
}

/**
 * The indicators of a compact: targets from the table of targets, actuals from what is counted, never from typing
 * (METHOD §9). Shares are of women among women and men. Of nominees, who are not public, counts from 1 to 4 and shares
 * of fewer than ten are hidden (METHOD §6). What no record holds is "not measured", never zero.
 */
export function compactFigures(facts: CompactFacts): readonly CompactFigure[] {
  const share = (indicator: CompactFigure["indicator"], found: Pick<CompactFigure, "standing" | "actual">) =>
    ({ indicator, target: facts.parityPercent, unit: "percent", ...found }) as const;
  const missing = (indicator: CompactFigure["indicator"]) =>
    ({ indicator, target: null, unit: "percent", standing: "notMeasured", actual: null }) as const;
  return [
    share("team", publicShare(facts.team)),
    share("nominated", protectedShare(facts.nominated)),
    share("recommended", protectedShare(facts.recommended)),
    {
      ...{ indicator: "conversations", target: COMPACT_MOMENTS.length, unit: "count" },
      ...{ standing: "measured", actual: facts.conversations },
    },
    missing("conductTraining"),
    missing("conductCases"),
  ];
}

/**
 * The indicators as those see them who may not see exact figures: without the two of nominees. They are told again and again
 * while the year runs, so that one day's figure less the day before is one person; and they overlap the public's release of
 * the year, from which they could be taken off (METHOD §6).
 */
export const withoutNominees = (figures: readonly CompactFigure[]): readonly CompactFigure[] =>
  figures.map((figure) =>
    figure.indicator === "nominated" || figure.indicator === "recommended"
      ? { ...figure, standing: "hidden", actual: null }
      : figure,
  );

const NOTHING = { standing: "nothing", actual: null } as const;

const publicShare = (tally: Tally) =>
  shareBase(tally) === 0
    ? NOTHING
    : ({ standing: "measured", actual: (100 * tally.woman) / shareBase(tally) } as const);

function protectedShare(tally: Tally) {
  if (totalOf(tally) === 0) return NOTHING;
  const { cells, total } = protectList(["woman", "man"], [tally.woman, tally.man]);
  const percent = cells[0] ? percentShown(cells[0], total) : null;
  return percent === null
    ? ({ standing: "hidden", actual: null } as const)
    : ({ standing: "measured", actual: percent } as const);
}

/** A compact as it is opened: for whom, for which year, and whom they answer to. */
export const newCompactSchema = z.object({
  appointmentId: z.uuid(),
  year: z.coerce.number().int().min(2020).max(2100),
  supervisorId: z.string().min(1),
});

export type NewCompact = z.infer<typeof newCompactSchema>;

/**
 * What is done with a compact: a side notes what was said, or signs. Either says what was read: `version` is how often the
 * side's own notes had been written, of a signature how often those of both had (`notesWritten`).
 */
export const compactOrderSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("note"),
    version: versionNumber,
    moment: z.enum(COMPACT_MOMENTS),
    heldOn: formDay,
    text: z.string().trim().min(20).max(4000),
  }),
  z.object({ intent: z.literal("sign"), version: versionNumber }),
]);

export type CompactOrder = z.infer<typeof compactOrderSchema>;

/** Somebody is named in the place of whom a leader answers to; `fromId` is the account of whom the page had shown. */
export const supervisorSchema = z.object({
  fromId: z.string().min(1),
  supervisorId: z.string().min(1),
  reason: z.string().trim().min(20).max(1000),
});

export type SupervisorNaming = z.infer<typeof supervisorSchema>;

/** How a compact stands, for what may still be done with it. */
export interface CompactStanding {
  readonly leaderSigned: boolean;
  readonly supervisorSigned: boolean;
  /** What the sides have noted, each with the day it names, "YYYY-MM-DD". */
  readonly noted: readonly {
    readonly moment: CompactMoment;
    readonly side: CompactSide;
    readonly heldOn: string;
    /** How often it was written anew, from 0. */
    readonly version: number;
  }[];
}

/**
 * How often notes have been written, first and anew: of one side, or of both where none is named. It only grows, so that
 * who names it has read what stands.
 */
export const notesWritten = ({ noted }: Pick<CompactStanding, "noted">, side?: CompactSide): number =>
  noted
    .filter((note) => side === undefined || note.side === side)
    .reduce((sum, { version }) => sum + version + 1, 0);

/** Why nobody can be named in the place of whom a leader answers to, or null: that side has signed and has nothing left to do. */
export const refuseNaming = ({ supervisorSigned }: Pick<CompactStanding, "supervisorSigned">) =>
  supervisorSigned ? because("supervisorSigned") : null;

/** Why nothing can be noted any more, or null: what one side has signed the other does not add to. */
export const refuseNote = ({ leaderSigned, supervisorSigned }: CompactStanding) =>
  leaderSigned || supervisorSigned ? because("compactSigned") : null;

/** The year of a compact, and the last day of the leader's term, "YYYY-MM-DD". */
export interface CompactTerm {
  readonly year: number;
  readonly termEndsOn: string;
}

/**
 * The days on which each conversation of a compact is held, both included. The one at mid-year lies in the year. The one at
 * the end lies in its last three months or in the three after it; where the term ends earlier, from three months before it
 * does. It need not wait for the other, which is not demanded: a term may begin after mid-year.
 *
 * @returns days, "YYYY-MM-DD"
 */
export function conversationDays(moment: CompactMoment, { year, termEndsOn }: CompactTerm) {
  const begins = `${year}-01-01`;
  if (moment === "midYear") return { first: begins, last: `${year}-12-31` };
  const wanted = [`${year}-10-01`, monthsAfter(termEndsOn, -3)].toSorted()[0] ?? begins;
  return { first: wanted < begins ? begins : wanted, last: `${year + 1}-03-31` };
}

/**
 * Why a day cannot be the one on which a conversation was held, or null: it has not come, or it is none of those on which
 * that conversation is held.
 *
 * @param heldOn "YYYY-MM-DD", as is `today`
 */
export function refuseDay(
  { moment, heldOn }: { readonly moment: CompactMoment; readonly heldOn: string },
  { today, ...term }: CompactTerm & { readonly today: string },
) {
  if (heldOn > today) return because("heldLater", {}, "heldOn");
  const { first, last } = conversationDays(moment, term);
  if (heldOn >= first && heldOn <= last) return null;
  const code = moment === "midYear" ? "midYearHeldOutside" : "endYearHeldOutside";
  return because(code, { first, last }, "heldOn");
}

/**
 * Why a conversation cannot have been held on a day, or null: the one at the end of the year comes after the one at
 * mid-year, or on the same day, whichever side has noted the other.
 *
 * @param heldOn "YYYY-MM-DD"
 */
export function refuseSequence(
  { noted }: Pick<CompactStanding, "noted">,
  { moment, heldOn }: { readonly moment: CompactMoment; readonly heldOn: string },
) {
  const others = noted.filter((note) => note.moment !== moment).map((note) => note.heldOn);
  const wrong =
    moment === "endYear" ? others.some((day) => day > heldOn) : others.some((day) => day < heldOn);
  return wrong ? because("endBeforeMidYear", {}, "heldOn") : null;
}

/**
 * Why a side cannot sign, or null: it has signed, a side has not noted the conversation at the end of the year, or the two
 * do not agree on what they would sign: one alone has noted a conversation, or they name different days for it.
 */
export function refuseSignature({ noted, ...signatures }: CompactStanding, side: CompactSide) {
  const signed = side === "leader" ? signatures.leaderSigned : signatures.supervisorSigned;
  if (signed) return because("compactSigned");
  const held = COMPACT_MOMENTS.map((moment) => noted.filter((note) => note.moment === moment));
  const ending = noted.filter(({ moment }) => moment === "endYear");
  if (ending.length < COMPACT_SIDES.length) return because("conversationMissing");
  if (held.some((notes) => notes.length === 1)) return because("conversationHalf");
  return held.some((notes) => new Set(notes.map(({ heldOn }) => heldOn)).size > 1)
    ? because("conversationDays")
    : null;
}

/**
 * What a compact waits for from one side, and by when; null where it waits for nothing of theirs today: a signature, a note
 * of a conversation that the other side alone has noted, or the conversation at the end of the year once it can be held.
 */
export function compactWaits(
  standing: CompactStanding,
  side: CompactSide,
  { today, ...term }: CompactTerm & { readonly today: string },
): { readonly what: "sign" | "note" | "endYear"; readonly dueOn: string | null } | null {
  const { first, last } = conversationDays("endYear", term);
  const refusal = refuseSignature(standing, side);
  if (refusal === null) return { what: "sign", dueOn: last };
  if (refusal.code === "compactSigned") return null;
  const notedBy = (who: CompactSide) =>
    COMPACT_MOMENTS.filter((moment) =>
      standing.noted.some((one) => one.side === who && one.moment === moment),
    );
  const own = notedBy(side);
  const others = notedBy(side === "leader" ? "supervisor" : "leader");
  if (others.some((moment) => !own.includes(moment))) return { what: "note", dueOn: null };
  return today >= first && !own.includes("endYear") ? { what: "endYear", dueOn: last } : null;
}
