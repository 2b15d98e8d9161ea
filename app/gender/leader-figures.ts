import type { Translate } from "#app/i18n/translate.ts";
import { shareFigure } from "./balance.ts";
import type { Figure, FigureCell, FigureColumn } from "./figure.ts";
import type { LeaderLine, leaderLists, leadersByPost } from "./leaders.ts";

interface Facts {
  /** The day of which the leaders are, and on which they are asked for. */
  readonly on: string;
  readonly taken: string;
  readonly lists: ReturnType<typeof leaderLists>;
  readonly byPost: ReturnType<typeof leadersByPost>;
  /** The share of women to reach among heads and deputies, 0 to 1. */
  readonly target: number | null;
  /** The name of a role kind by its code. */
  readonly roleName: (code: string) => string;
}

/** The columns of leaders whose names are public: another gender and not stated stand together. */
const publicColumns = (t: Translate): readonly FigureColumn[] => [
  ...(["woman", "man", "other"] as const).map((key) => ({
    ...{ key, label: t(`gender.column.${key}`) },
    kind: "count" as const,
  })),
  { key: "share", label: t("gender.flow.share"), kind: "share" },
];

const cellsOf = ({ woman, man, other }: LeaderLine): readonly FigureCell[] => [
  ...[woman, man, other],
  shareFigure(woman, man, 1),
];

/** Leaders in post on a day by list, against the target of heads and deputies; lists without anybody are left out. */
export const leadersByList = (t: Translate, { on, taken, lists, target }: Facts): Figure => ({
  id: "leaders-by-list",
  title: t("figure.leadersByList"),
  counting: { kind: "stock", on },
  note: [t("figure.about.leaders"), t("figure.about.acting")],
  rowHeading: t("gender.leaders.list"),
  columns: publicColumns(t),
  rows: lists
    .filter(({ woman, man, other }) => woman + man + other > 0)
    .map((line) => ({ key: line.key, label: t(`gender.leaders.${line.key}`), cells: cellsOf(line) })),
  chart: {
    ...{ kind: "shares", column: "share" },
    targets: target === null ? {} : { headsAndDeputies: target },
  },
  exact: false,
  taken,
});

/** Leaders in post on a day by role and level. */
export const leadersByRoleAndLevel = (t: Translate, { on, taken, byPost, roleName }: Facts): Figure => ({
  id: "leaders-by-post",
  title: t("gender.leaders.byPost"),
  counting: { kind: "stock", on },
  note: [t("figure.about.leaders"), t("figure.about.actingLeftOut")],
  rowHeading: t("gender.leaders.role"),
  columns: [{ key: "level", label: t("gender.leaders.level"), kind: "text" }, ...publicColumns(t)],
  rows: byPost.map((line) => ({
    // The picture has labels alone: a role at two levels would stand there twice.
    ...{
      key: `${line.key} ${line.level}`,
      label: t("gender.leaders.atLevel", { role: roleName(line.key), level: line.level }),
    },
    cells: [line.level, ...cellsOf(line)],
  })),
  chart: { kind: "bars", columns: ["woman", "man", "other"], share: "share" },
  exact: false,
  taken,
});
