import { useLanguage } from "#app/i18n/provider.tsx";
import type { StratifiedExact } from "#app/statistics/stratified-exact.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { ImpactFigures } from "./impact.ts";
import { readingOf, type StageImpact } from "./stage-impact.ts";

interface Props {
  readonly impacts: readonly StageImpact[];
}

const figuresOf = ({ impact }: StageImpact): ImpactFigures | null =>
  impact && impact.kind !== "countsOnly" ? impact.figures : null;

/** Women against men from each stage to the next, with what chance may have to do with it. */
export function ImpactTable({ impacts }: Props) {
  const { t, format } = useLanguage();
  const none = t("gender.none");
  if (impacts.every(({ impact }) => impact === null))
    return <p className="measure">{t("gender.impact.none")}</p>;
  const wentOn = ({ impact }: StageImpact, group: "group1" | "group2") => {
    if (!impact) return none;
    const { selected, total } = impact[group];
    return impact.kind === "countsOnly"
      ? t("gender.impact.ofTotalBare", { selected, total })
      : t("gender.impact.ofTotal", { selected, total, rate: format.percent(selected / total) });
  };
  const number = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? none : format.number(value, digits);
  const points = (share: number) => format.signed(100 * share, 1);
  const between = ({ difference, newcombe }: ImpactFigures) =>
    difference === null || newcombe === null
      ? none
      : t("gender.impact.points", {
          difference: points(difference),
          low: points(newcombe[0]),
          high: points(newcombe[1]),
        });
  const figure = (key: string, header: string, cell: (figures: ImpactFigures) => string) => ({
    key,
    header,
    align: "end" as const,
    nowrap: true,
    cell: (row: StageImpact) => {
      const figures = figuresOf(row);
      return figures ? cell(figures) : none;
    },
  });
  const stratified = (key: string, header: string, cell: (found: StratifiedExact) => string) => ({
    ...{ key, header, nowrap: true, align: "end" as const },
    cell: ({ within: found }: StageImpact) => (found === null ? none : cell(found)),
  });
  const within = stratified("within", t("gender.impact.within"), ({ difference, limits }) =>
    limits === null
      ? points(difference)
      : t("gender.impact.points", {
          difference: points(difference),
          ...{ low: points(limits[0]), high: points(limits[1]) },
        }),
  );
  const withinP = stratified("withinP", t("gender.impact.withinP"), ({ p }) => number(p, 3));
  return (
    <DataTable
      caption={t("gender.impact.title")}
      stickyFirst
      rows={impacts}
      rowKey={({ to }) => to}
      empty={null}
      note={t("gender.impact.note")}
      columns={[
        {
          key: "step",
          header: t("gender.impact.step"),
          cell: ({ from, to }) =>
            t("gender.impact.stepOf", { from: t(`gender.stage.${from}`), to: t(`gender.stage.${to}`) }),
        },
        {
          key: "women",
          header: t("gender.impact.women"),
          align: "end",
          cell: (row) => wentOn(row, "group1"),
        },
        { key: "men", header: t("gender.impact.men"), align: "end", cell: (row) => wentOn(row, "group2") },
        figure("ratio", t("gender.impact.ratio"), ({ impactRatio }) => number(impactRatio, 2)),
        figure("difference", t("gender.impact.difference"), between),
        ...(impacts.some(({ within }) => within !== null) ? [within, withinP] : []),
        figure("p", t("gender.impact.p"), ({ fisher }) => number(fisher, 3)),
        figure("midP", t("gender.impact.midP"), ({ midP }) => number(midP, 3)),
        {
          key: "adjusted",
          header: t("gender.impact.adjusted"),
          align: "end",
          cell: ({ adjustedP }) => number(adjustedP, 3),
        },
        {
          key: "reading",
          header: t("gender.impact.reading"),
          cell: (row) => t(`gender.impact.${readingOf(row)}`),
        },
      ]}
    />
  );
}
