import { z } from "zod";
import type { Figure } from "./figure.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { countLeaderMonths } from "./leader-stock.queries.server.ts";
import { measureTargets } from "./measure-targets.server.ts";
import { yearsBefore } from "./people-query.ts";
import { readTarget, readTargets } from "./target.queries.server.ts";
import { type StandingTarget, targetsInView } from "./target.ts";
import { type HistoryPoint, targetFigure, targetTrend } from "./target-figure.ts";
import { readUniformedTrend } from "./uniformed.queries.server.ts";
import { lastDayOf, UNIFORMED_SUBJECTS, womenAndMenOf } from "./uniformed.ts";

/** Years of leaders that the trend of a target shows. */
const YEARS = 5;

/** Targets as their pages have them: those to look at now, or every one, those withdrawn among them. */
export const readTargetFigure =
  (id: "targets" | "targets-all") =>
  async ({ t, format, today, exact }: FigureAsk): Promise<readonly Figure[]> => {
    const all = await readTargets({ withdrawn: id === "targets-all" });
    const targets = await measureTargets(id === "targets" ? targetsInView(all, today) : all, today, exact);
    const title = t(id === "targets" ? "gender.targets.caption" : "gender.target.all");
    return [targetFigure(t, format, { id, title, targets, exact, taken: today })];
  };

/** The trend of the target that is asked for in the address; null where there is none. */
export async function readTargetTrend(ask: FigureAsk): Promise<readonly Figure[] | null> {
  const id = z.uuid().safeParse(ask.asked.target);
  const found = id.success ? await readTarget(id.data) : null;
  const figure = found && (await readTrendOf(ask, found.target));
  return figure && [figure];
}

/**
 * How the share that a target is for went; null where no history is kept: of multiples, of flows, of the cadre, and of
 * uniformed personnel before a month is taken in.
 */
export async function readTrendOf(
  { t, format, today }: Pick<FigureAsk, "t" | "format" | "today">,
  target: StandingTarget,
): Promise<Figure | null> {
  if (target.measure !== "shareOfWomen" || target.counting !== "stock") return null;
  const { subject } = target;
  if (subject === "heads" || subject === "deputies" || subject === "headsAndDeputies") {
    const points = await leaderPoints(subject, today);
    const note = [t("figure.about.leaders"), t("figure.about.actingLeftOut"), t("figure.about.months")];
    return targetTrend(t, format, { target, note, points, taken: today });
  }
  const points = await uniformedPoints(target);
  const note = (["source", "stock", "cuts"] as const).map((one) => t(`gender.uniformed.about.${one}`));
  return points.length === 0 ? null : targetTrend(t, format, { target, note, points, taken: today });
}

async function leaderPoints(
  list: "heads" | "deputies" | "headsAndDeputies",
  today: string,
): Promise<readonly HistoryPoint[]> {
  const months = await countLeaderMonths(yearsBefore(today, YEARS), today);
  const own = months.filter(
    ({ deputies }) => list === "headsAndDeputies" || deputies === (list === "deputies"),
  );
  return [...new Set(own.map(({ day }) => day))].map((day) => {
    const sum = (gender: "woman" | "man" | "other") =>
      own.reduce((before, month) => (month.day === day ? before + month[gender] : before), 0);
    return { day, woman: sum("woman"), man: sum("man"), other: sum("other") };
  });
}

async function uniformedPoints({ subject }: StandingTarget): Promise<readonly HistoryPoint[]> {
  const categories = UNIFORMED_SUBJECTS[subject];
  if (!categories) return [];
  const rows = await readUniformedTrend({});
  const own = rows.filter(({ category }) => categories.includes(category));
  return [...new Set(own.map(({ month }) => month))].map((month) => {
    const { women, men } = womenAndMenOf(
      own.filter((row) => row.month === month),
      categories,
    );
    return { day: lastDayOf(month), woman: women, man: men };
  });
}
