import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { holdTargets, readTargets } from "./target.queries.server.ts";
import { type StandingTarget, standingOf, targetsInView } from "./target.ts";
import {
  listUniformedMissions,
  listUniformedMonths,
  listUniformedStates,
  readUniformedTrend,
  readUniformedYears,
} from "./uniformed.queries.server.ts";
import { UNIFORMED_CATEGORIES, UNIFORMED_SUBJECTS, type UniformedCategory } from "./uniformed.ts";
import { uniformedFigures } from "./uniformed-stock.ts";
import {
  countedAtDue,
  positionOf,
  shareSeries,
  type UniformedQuery,
  uniformedQuerySchema,
} from "./uniformed-trend.ts";

/** Months to choose from: ten years. */
const MONTHS_OFFERED = 120;

/** All that the page of uniformed personnel shows, narrowed to what is asked; figures are the UN's, published to everybody. */
export async function readUniformedPage(asked: UniformedQuery, page: number, today: string, locale: string) {
  const told = await listUniformedMonths();
  const months = [...new Set(told.map(({ month }) => month))].slice(0, MONTHS_OFFERED);
  const month = asked.month !== undefined && months.includes(asked.month) ? asked.month : (months[0] ?? null);
  const { mission, state, category } = asked;
  const [trend, allTargets, stateChoices] = await Promise.all([
    readUniformedTrend({ mission, state }),
    readTargets(),
    listStates(locale),
  ]);
  const targets = targetsInView(
    allTargets.filter(({ subject }) => UNIFORMED_SUBJECTS[subject] !== undefined),
    today,
  );
  const past = targets.filter(({ due }) => due < today);
  const years = past.flatMap(({ due, baselineYear }) => [
    Number(due.slice(0, 4)),
    ...(baselineYear === null ? [] : [baselineYear]),
  ]);
  const [measured, then, missionChoices, missions, states] = await Promise.all([
    holdTargets(targets, today, { exact: false, nominated: null }),
    readUniformedYears(years),
    month === null ? [] : listUniformedMissions({ month }),
    month === null ? [] : listUniformedMissions({ month, mission, state, category }),
    month === null
      ? { total: 0, states: [] }
      : listUniformedStates({ month, mission, state, category }, page),
  ]);
  const { months: times, series } = shareSeries(trend, category);
  const marks = marksOf(allTargets, category);
  return {
    ...{ months, month, stateChoices, times, series, missions, states },
    missionChoices: missionChoices.map(({ mission: acronym }) => acronym),
    counts: UNIFORMED_CATEGORIES.flatMap((one) =>
      category && category !== one ? [] : trend.filter((row) => row.month === month && row.category === one),
    ),
    targets: measured,
    atDue: measured.map((target) => {
      const stood = target.due < today ? countedAtDue(then, target) : null;
      return { id: target.id, on: stood?.on ?? null, standing: stood && standingOf(target, stood.counted) };
    }),
    marks: marks.flatMap(({ id, due, value }) => {
      const at = positionOf(times, due);
      return at === null ? [] : [{ key: id, at, value: value / 100 }];
    }),
  };
}
export type UniformedPage = Awaited<ReturnType<typeof readUniformedPage>>;

/** The page's figures for a file: every state, whatever the page shows of them. */
export async function readUniformedFigures({ t, format, today, asked: address }: FigureAsk) {
  const asked = uniformedQuerySchema.parse(address);
  const told = await listUniformedMonths();
  const months = [...new Set(told.map(({ month }) => month))].slice(0, MONTHS_OFFERED);
  const month = asked.month !== undefined && months.includes(asked.month) ? asked.month : (months[0] ?? null);
  const { mission, state, category } = asked;
  const narrowed = { month: month ?? today, mission, state, category };
  const [trend, missions, { states }, targets] = await Promise.all([
    readUniformedTrend({ mission, state }),
    listUniformedMissions(narrowed),
    listUniformedStates(narrowed, "all"),
    readTargets(),
  ]);
  const marks = marksOf(targets, category);
  return uniformedFigures(t, format, { asked, taken: today, month, trend, missions, states, marks });
}

/** The share targets of a category, which stand beside its trend. */
const marksOf = (targets: readonly StandingTarget[], category: UniformedCategory | undefined) =>
  targets.filter(
    ({ subject, measure }) =>
      measure === "shareOfWomen" && category !== undefined && UNIFORMED_SUBJECTS[subject]?.includes(category),
  );
