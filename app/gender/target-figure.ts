import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Figure, FigureRow } from "./figure.ts";
import type { MeasuredTarget, StandingTarget } from "./target.ts";
import { asWords, stateWords, TARGET_ABOUT, targetValue } from "./target-words.ts";
import { positionOf } from "./uniformed-trend.ts";

interface Facts {
  readonly id: "targets" | "targets-all";
  readonly title: string;
  readonly targets: readonly MeasuredTarget[];
  readonly exact: boolean;
  readonly taken: string;
}

/**
 * Targets with where we are against each: who is counted, the gap in points and in people, and what is left of the time. The
 * picture shows the shares against their targets; a multiple of a baseline stands in the table alone.
 */
export function targetFigure(
  t: Translate,
  format: Format,
  { id, title, targets, exact, taken }: Facts,
): Figure {
  const column = (key: string, label: string, kind: Figure["columns"][number]["kind"]) => ({
    key,
    label,
    kind,
  });
  return {
    ...{ id, title, exact, taken, counting: { kind: "each" } },
    note: TARGET_ABOUT.map((one) => t(`gender.target.about.${one}`)),
    rowHeading: t("gender.targets.subject"),
    columns: [
      column("value", t("gender.targets.value"), "text"),
      column("due", t("gender.targets.due"), "text"),
      column("women", t("gender.column.woman"), "number"),
      column("men", t("gender.column.man"), "number"),
      column("share", t("gender.flow.share"), "share"),
      column("gap", t("figure.gapPoints"), "number"),
      column("moreWomen", t("gender.target.moreWomen"), "number"),
      column("state", t("gender.target.state"), "text"),
      column("as", t("gender.target.as"), "text"),
      column("source", t("gender.targets.source"), "text"),
    ],
    rows: targets.map((target) => rowOf(t, format, target, taken)),
    chart: {
      ...{ kind: "shares", column: "share" },
      targets: Object.fromEntries(
        targets.flatMap((one) => (one.measure === "shareOfWomen" ? [[one.id, one.value / 100]] : [])),
      ),
    },
  };
}

function rowOf(t: Translate, format: Format, target: MeasuredTarget, taken: string): FigureRow {
  const { standing, measure } = target;
  const share = measure === "shareOfWomen" ? standing : null;
  return {
    key: target.id,
    label: t("figure.targetOf", {
      subject: t(`gender.subject.${target.subject}`),
      due: format.date(target.due),
    }),
    cells: [
      targetValue(t, format, target),
      target.due,
      standing?.counted.women ?? null,
      standing?.counted.men ?? null,
      share && shareFigure(share.counted.women, share.counted.men, 1),
      share ? Math.round(share.gap * 10) / 10 : null,
      standing?.moreWomen ?? null,
      target.withdrawn ? t("gender.target.withdrawn") : stateWords(t, target, taken),
      asWords(t, format, target),
      target.source,
    ],
  };
}

/** Who was counted on a day, or on the last day of a month. `other`: another gender or not stated, where that is counted. */
export interface HistoryPoint {
  readonly day: string;
  readonly woman: number;
  readonly man: number;
  readonly other?: number;
}

interface History {
  readonly target: StandingTarget;
  readonly note: readonly string[];
  /** By their days; at least one. */
  readonly points: readonly HistoryPoint[];
  readonly taken: string;
}

/** How the share that a target is for went month by month, with the target: at its date, or all along where that lies ahead. */
export function targetTrend(t: Translate, format: Format, { target, note, points, taken }: History): Figure {
  const days = points.map(({ day }) => day);
  const others = points.some(({ other }) => other !== undefined);
  const genders = [...(["woman", "man"] as const), ...(others ? (["other"] as const) : [])];
  return {
    ...{ id: "target-trend", exact: false, taken, note },
    title: t("figure.targetTrend", { subject: t(`gender.subject.${target.subject}`) }),
    counting: { kind: "stocks", from: days[0] ?? taken, to: days.at(-1) ?? taken },
    rowHeading: t("gender.uniformed.month"),
    columns: [
      ...genders.map((key) => ({ key, label: t(`gender.column.${key}`), kind: "count" as const })),
      { key: "share", label: t("gender.flow.share"), kind: "share" },
    ],
    rows: points.map((point) => ({
      ...{ key: point.day, label: format.month(point.day), at: positionOf(days, point.day) ?? 0 },
      cells: [...genders.map((gender) => point[gender] ?? 0), shareFigure(point.woman, point.man, 1)],
    })),
    chart: {
      ...{ kind: "trend", columns: ["share"] },
      marks: [{ at: positionOf(days, target.due), value: target.value / 100 }],
    },
  };
}
