import { wilsonLimits } from "#app/statistics/wilson.ts";
import { EMPTY_TALLY, GENDERS, type Gender, type Tally, totalOf } from "./counts.ts";
import { SMALLEST_PERCENT_BASE } from "./disclosure.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** How many candidacies of one kind of post, level, regional group and gender came exactly so far, and no further. */
export interface FlowCount {
  readonly roleKindCode: string;
  readonly level: string;
  /** Of the state that nominated. */
  readonly regionalGroup: string;
  readonly gender: Gender;
  readonly furthest: FunnelStage;
  readonly people: number;
}

/** How many hold a leadership post of one kind and level on a day. */
export interface LeaderCount {
  readonly roleKindCode: string;
  readonly level: string;
  readonly acting: boolean;
  readonly gender: Gender;
  readonly people: number;
}

/** What the figures are broken down by; `post` is a role at a level. */
export type Breakdown = "all" | "role" | "level" | "region" | "post";

/** What is counted apart; `other` are another gender and not stated, together. */
export type Column = Gender | "other" | "total";

/** The columns of the exact figures. */
export const EXACT_COLUMNS: readonly Column[] = [...GENDERS, "total"];

/** One line of figures: which part of the whole it is of. `key` is a code, a level, a group's name or a `postKey`. */
export interface RowId {
  readonly breakdown: Breakdown;
  readonly key: string;
}

/** One stage of a line. */
export interface StageFigure {
  readonly stage: FunnelStage;
  /** One count for each column; null where it is withheld. */
  readonly counts: readonly (number | null)[];
}

export interface BalanceRow extends RowId {
  readonly stages: readonly StageFigure[];
}

/** A role at a level, as one key. */
export const postKey = (roleKindCode: string, level: string): string => `${roleKindCode} ${level}`;

/** The line that a count belongs to in each breakdown. */
export const rowsOf = (
  count: Pick<FlowCount, "roleKindCode" | "level" | "regionalGroup">,
): readonly RowId[] => [
  { breakdown: "all", key: "" },
  { breakdown: "role", key: count.roleKindCode },
  { breakdown: "level", key: count.level },
  { breakdown: "region", key: count.regionalGroup },
];

/**
 * People who reached a stage, by gender: everybody whose furthest stage is that one or a later one, as in
 * `countFunnel`.
 */
export function reachedTally(counts: readonly FlowCount[], stage: FunnelStage): Tally {
  const position = FUNNEL_STAGES.indexOf(stage);
  const tally = { ...EMPTY_TALLY };
  for (const { furthest, gender, people } of counts)
    if (FUNNEL_STAGES.indexOf(furthest) >= position) tally[gender] += people;
  return tally;
}

/**
 * The exact figures: every breakdown at every stage, columns as in `EXACT_COLUMNS`; lines in the order in which they first
 * appear.
 */
export function exactRows(counts: readonly FlowCount[]): readonly BalanceRow[] {
  const lines = new Map<string, { id: RowId; counts: FlowCount[] }>();
  for (const count of counts) {
    for (const id of rowsOf(count)) {
      const key = JSON.stringify([id.breakdown, id.key]);
      const line = lines.get(key) ?? { id, counts: [] };
      line.counts.push(count);
      lines.set(key, line);
    }
  }
  return [...lines.values()].map((line) => ({ ...line.id, stages: exactStages(line.counts) }));
}

/** One line's exact figures at every stage. */
export const exactStages = (counts: readonly FlowCount[]): readonly StageFigure[] =>
  stagesOf(FUNNEL_STAGES.map((stage) => reachedTally(counts, stage)));

/** The same from the people at each of `FUNNEL_STAGES`. */
export const stagesOf = (reached: readonly Tally[]): readonly StageFigure[] =>
  FUNNEL_STAGES.map((stage, place) => {
    const tally = reached[place] ?? EMPTY_TALLY;
    return { stage, counts: [...GENDERS.map((gender) => tally[gender]), totalOf(tally)] };
  });

/** A share of women with its 95 % score limits, all 0 to 1. */
export interface ShareFigure {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Women among women and men with Wilson's limits (Wilson 1927); null where a count is withheld, or fewer are counted
 * than `leastBase`: 1 for those who see exact figures, ten for the public (METHOD § 6).
 */
export function shareFigure(
  woman: number | null,
  man: number | null,
  leastBase: number = SMALLEST_PERCENT_BASE,
): ShareFigure | null {
  if (woman === null || man === null || woman + man < Math.max(1, leastBase)) return null;
  const limits = wilsonLimits({ count: woman, total: woman + man });
  return limits && { share: woman / (woman + man), low: limits[0], high: limits[1] };
}

/** A stretch of days, ISO dates; the first counts, the last does not. */
export interface Period {
  readonly startsOn: string;
  readonly endsBefore: string;
}

/** The twelve months up to and including a day. */
export function twelveMonthsTo(today: string): Period {
  const start = new Date(`${today}T00:00:00Z`);
  start.setUTCFullYear(start.getUTCFullYear() - 1);
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  return { startsOn: start.toISOString().slice(0, 10), endsBefore: end.toISOString().slice(0, 10) };
}

/**
 * The reporting year that a day belongs to: 1 July to 30 June, as peacekeeping budgets and their performance reports
 * run (General Assembly resolution 49/233). Years do not overlap, so that no two releases can be subtracted.
 */
export function reportingYear(day: string): Period {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < "07-01" ? 1 : 0);
  return { startsOn: `${year}-07-01`, endsBefore: `${year + 1}-07-01` };
}

/** The reporting year that begins in a calendar year. */
export const yearFrom = (year: number): Period => ({
  startsOn: `${year}-07-01`,
  endsBefore: `${year + 1}-07-01`,
});

/** The last reporting year that is over on a day. */
export function closedYear(today: string): Period {
  const { startsOn } = reportingYear(today);
  return { startsOn: `${Number(startsOn.slice(0, 4)) - 1}-07-01`, endsBefore: startsOn };
}
