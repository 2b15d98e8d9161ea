import { useLanguage } from "#app/i18n/provider.tsx";
import type { StratifiedExact } from "#app/statistics/stratified-exact.ts";
import { ChartBars } from "#app/ui/chart-bars.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { type Column, type StageFigure, shareFigure } from "./balance.ts";
import { ImpactTable } from "./impact-table.tsx";
import { countIn, stageImpacts } from "./stage-impact.ts";

interface Props {
  readonly stages: readonly StageFigure[];
  /** The same of decided vacancies alone, where others are counted too: who waits in one that runs is not lost. */
  readonly steps?: readonly StageFigure[] | undefined;
  /** Of each step the comparison within vacancies, where several are pooled. */
  readonly within?: readonly (StratifiedExact | null)[] | undefined;
  readonly columns: readonly Column[];
  /** Fewer people than this have no percentage. */
  readonly leastBase: number;
}

/** One line's stages: people by gender as bars, and the share of women with its interval. */
export function BalanceFlow({ stages, steps = stages, within, columns, leastBase }: Props) {
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
      <ImpactTable impacts={stageImpacts(steps, columns, leastBase, within)} />
    </div>
  );
}
