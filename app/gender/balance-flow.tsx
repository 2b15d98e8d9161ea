import { useLanguage } from "#app/i18n/provider.tsx";
import { ChartBars } from "#app/ui/chart-bars.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { type Column, type StageFigure, shareFigure } from "./balance.ts";
import { countIn, stageImpacts } from "./stage-impact.ts";

interface Props {
  readonly stages: readonly StageFigure[];
  readonly columns: readonly Column[];
  /** Fewer people than this have no percentage. */
  readonly leastBase: number;
}

/** One line's stages: people by gender as bars, and the share of women with its interval. */
export function BalanceFlow({ stages, columns, leastBase }: Props) {
  const { t, format } = useLanguage();
  const parts = columns.filter((column) => column !== "total");
  const count = (value: number | null) => (value === null ? t("gender.withheld") : format.number(value));
  const shareOf = (figure: StageFigure) =>
    shareFigure(countIn(figure, columns, "woman"), countIn(figure, columns, "man"), leastBase);
  return (
    <div className="grid grid-cols-1 gap-8">
      <ChartBars
        title={t("gender.flow.chart")}
        tableLabel={t("gender.flow.table")}
        rowHeading={t("gender.flow.stage")}
        series={parts.map((column) => ({ key: column, label: t(`gender.column.${column}`) }))}
        rows={stages.map((figure) => ({
          key: figure.stage,
          label: t(`gender.stage.${figure.stage}`),
          values: parts.map((column) => countIn(figure, columns, column)),
          note: count(countIn(figure, columns, "total")),
        }))}
        format={count}
      />
      <DataTable
        caption={t("gender.flow.share")}
        rows={stages}
        rowKey={(figure) => figure.stage}
        empty={null}
        note={t("gender.flow.shareNote")}
        columns={[
          {
            key: "stage",
            header: t("gender.flow.stage"),
            cell: (figure) => t(`gender.stage.${figure.stage}`),
          },
          ...columns.map((column) => ({
            key: column,
            header: t(`gender.column.${column}`),
            align: "end" as const,
            cell: (figure: StageFigure) => count(countIn(figure, columns, column)),
          })),
          {
            key: "share",
            header: t("gender.flow.share"),
            align: "end",
            cell: (figure) => {
              const share = shareOf(figure);
              return share ? format.percent(share.share, 1) : t("gender.none");
            },
          },
          {
            key: "interval",
            header: t("gender.flow.intervalHeading"),
            align: "end",
            nowrap: true,
            cell: (figure) => {
              const share = shareOf(figure);
              if (!share) return t("gender.none");
              const [low, high] = [format.percent(share.low, 1), format.percent(share.high, 1)];
              return t("gender.flow.interval", { low, high });
            },
          },
        ]}
      />
      <ImpactTable stages={stages} columns={columns} leastBase={leastBase} />
    </div>
  );
}

/** Women against men from each stage to the next. */
function ImpactTable({ stages, columns, leastBase }: Props) {
  const { t, format } = useLanguage();
  const impacts = stageImpacts(stages, columns, leastBase);
  type Row = (typeof impacts)[number];
  const wentOn = ({ impact }: Row, group: "group1" | "group2") => {
    if (!impact) return t("gender.none");
    const { selected, total } = impact[group];
    const rate = impact.kind === "countsOnly" ? null : selected / total;
    return rate === null
      ? t("gender.impact.ofTotalBare", { selected, total })
      : t("gender.impact.ofTotal", { selected, total, rate: format.percent(rate) });
  };
  return (
    <DataTable
      caption={t("gender.impact.title")}
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
        {
          key: "ratio",
          header: t("gender.impact.ratio"),
          align: "end",
          cell: ({ impact }) => {
            const ratio = impact && impact.kind !== "countsOnly" ? impact.figures.impactRatio : null;
            return ratio === null ? t("gender.none") : format.number(ratio, 2);
          },
        },
        { key: "reading", header: t("gender.impact.reading"), cell: ({ impact }) => t(readingOf(impact)) },
      ]}
    />
  );
}

function readingOf(impact: ReturnType<typeof stageImpacts>[number]["impact"]) {
  if (!impact) return "gender.impact.notShown";
  if (impact.kind !== "judged") return `gender.impact.${impact.kind}` as const;
  if (impact.figures.impactRatio === null) return "gender.impact.nobody";
  return impact.flagged ? "gender.impact.flagged" : "gender.impact.fine";
}
