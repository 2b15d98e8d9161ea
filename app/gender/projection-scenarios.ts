import { type Assumptions, openings, type ProjectedPost } from "./projected-post.ts";
import {
  type NeededShare,
  neededShare,
  type Projection,
  project,
  shareFromShortlists,
} from "./projection.ts";
import { MOST_MONTHS, monthsBetween, type ProjectionQuery } from "./projection-query.ts";

/** What changes from one scenario to the next: nothing, turnover, the shortlists, or that choices follow the bench. */
export type ScenarioKey = "asNow" | "turnover" | "shortlists" | "bench";

/** One scenario with what comes out of it. */
export interface Scenario {
  readonly key: ScenarioKey;
  readonly renewal: number;
  readonly share: number;
  readonly projection: Projection;
  readonly needed: NeededShare;
  /** The month of the target's date. */
  readonly dueMonth: number;
}

/** What the figures say where the address does not. */
export interface Figures {
  /** Women among those appointed lately, 0 to 1; null where nobody was. */
  readonly share: number | null;
  /** Women among those ready now on the bench; null where the reader may not see it, or nobody is. */
  readonly bench: number | null;
  /** 0 to 1. */
  readonly target: number;
  readonly due: string;
}

/** Paths are drawn until so many openings have been decided: a second's work at most. */
const DECISIONS = 1_500_000;
const DRAWS = { least: 1_000, most: 10_000 } as const;

/** Where nobody was appointed lately, women and men are taken to be as likely. */
const NO_FIGURE = 0.5;

/** How many paths are drawn: many where few openings lie ahead, fewer where there are thousands. */
export const drawsFor = (posts: readonly ProjectedPost[], assumptions: Assumptions): number => {
  const decisions = posts.reduce((sum, post) => sum + openings(post, assumptions).length, 0);
  return Math.min(DRAWS.most, Math.max(DRAWS.least, Math.floor(DECISIONS / Math.max(1, decisions))));
};

/** What holds for every scenario of a question. */
export function settingsOf(asked: ProjectionQuery, figures: Figures, today: string) {
  const target = asked.target === undefined ? figures.target : asked.target / 100;
  const due = asked.due ?? figures.due;
  const dueMonth = Math.min(MOST_MONTHS, Math.max(1, monthsBetween(today, due)));
  return { target, due, dueMonth, horizon: Math.max(asked.horizon, dueMonth) };
}

/**
 * The scenarios side by side: as now; with another turnover; with shortlists of another make-up, of which `ratio` tells how
 * likely women on them are chosen; and with appointments as the bench is made up, where that is known.
 */
export function scenarios(
  posts: readonly ProjectedPost[],
  asked: ProjectionQuery,
  figures: Figures,
  today: string,
): readonly Scenario[] {
  const { target, dueMonth, horizon } = settingsOf(asked, figures, today);
  const share = asked.share === undefined ? (figures.share ?? NO_FIGURE) : asked.share / 100;
  const bench = asked.bench === undefined ? figures.bench : asked.bench / 100;
  const renewal = asked.renewal / 100;
  const changes: readonly { key: ScenarioKey; renewal: number; share: number | null }[] = [
    { key: "asNow", renewal, share },
    { key: "turnover", renewal: asked.turnover / 100, share },
    { key: "shortlists", renewal, share: shareFromShortlists(asked.shortlist / 100, asked.ratio) },
    { key: "bench", renewal, share: bench },
  ];
  return changes.flatMap(({ key, renewal: rate, share: women }) => {
    if (women === null) return [];
    const assumptions = { renewal: rate, share: women, termMonths: asked.term, horizon };
    const draws = { seed: asked.seed, draws: drawsFor(posts, assumptions) };
    return [
      {
        ...{ key, renewal: rate, share: women, dueMonth },
        projection: project(posts, assumptions, target, draws),
        needed: neededShare(posts, assumptions, target, dueMonth),
      },
    ];
  });
}

/** A share as a form shows it: percent with one decimal. */
const inPercent = (share: number) => String(Math.round(share * 1000) / 10);

/** What the form of a projection holds: what was asked, and the figures where nothing was. */
export function formValues(asked: ProjectionQuery, figures: Figures): Readonly<Record<string, string>> {
  const { share = null, bench = null, target, due, ...rest } = asked;
  const given = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  const figure = (percent: number | null, from: number | null) =>
    percent === null ? (from === null ? "" : inPercent(from)) : String(percent);
  return {
    ...given,
    share: figure(share, figures.share ?? NO_FIGURE),
    bench: figure(bench, figures.bench),
    target: target === undefined ? inPercent(figures.target) : String(target),
    due: due ?? figures.due,
  };
}
