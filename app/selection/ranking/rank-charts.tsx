import { useLanguage } from "#app/i18n/provider.tsx";
import { ChartInterval, type IntervalRow } from "#app/ui/chart-interval.tsx";
import type { RankingPage } from "./ranking-page.ts";

interface Props {
  readonly page: RankingPage;
}

/** How sure each rank is: the ranks that 90 percent of the draws give. */
export function RankChart({ page }: Props) {
  const { t, format } = useLanguage();
  const { rows, shortlistSize } = page.figures;
  const placed = rows.flatMap(({ candidacyId, rank, rankInterval }): readonly IntervalRow[] =>
    rank === null || rankInterval === null
      ? []
      : [
          {
            key: candidacyId,
            label: page.people[candidacyId]?.name ?? "",
            value: rank,
            low: rankInterval.best,
            high: rankInterval.worst,
            filled: rank <= shortlistSize,
          },
        ],
  );
  if (placed.length < 2) return <p className="mt-6 text-muted">{t("selection.ranking.noRankChart")}</p>;
  return (
    <div className="mt-8">
      <ChartInterval
        title={t("selection.ranking.chart")}
        description={t("selection.ranking.chartText", { size: shortlistSize })}
        tableLabel={t("app.showTable")}
        rowHeading={t("selection.panel.candidate")}
        rows={placed}
        domain={[1, rows.length]}
        valueHeading={t("selection.ranking.rank")}
        lowHeading={t("selection.ranking.best")}
        highHeading={t("selection.ranking.worst")}
        format={(value) => format.number(value, 0)}
      />
    </div>
  );
}

/** Two standard errors to either side hold about 95 percent. */
const REACH = 1.96;

/** Raw and fair averages of those shown, with the limits of the fair ones. */
export function AveragesChart({ page }: Props) {
  const { t, format } = useLanguage();
  const drawn = page.averages.flatMap(
    ({ candidacyId, observedMean, fairAverage, standardError }): readonly IntervalRow[] =>
      fairAverage === null || standardError === null
        ? []
        : [
            {
              key: candidacyId,
              label: page.people[candidacyId]?.name ?? "",
              value: fairAverage,
              low: fairAverage - REACH * standardError,
              high: fairAverage + REACH * standardError,
              other: observedMean,
            },
          ],
  );
  if (drawn.length < 2) return <p className="mt-6 text-muted">{t("selection.ranking.noAveragesChart")}</p>;
  const ends = drawn.flatMap(({ low, high, other }) => [low, high, other ?? low]);
  return (
    <div className="mt-8">
      <ChartInterval
        title={t("selection.ranking.averagesChart")}
        description={t("selection.ranking.averagesChartText")}
        tableLabel={t("app.showTable")}
        rowHeading={t("selection.panel.candidate")}
        rows={drawn}
        domain={[Math.min(...ends), Math.max(...ends)]}
        valueHeading={t("selection.ranking.fair")}
        lowHeading={t("selection.ranking.lower")}
        highHeading={t("selection.ranking.upper")}
        otherHeading={t("selection.ranking.observed")}
        format={(value) => format.number(value, 2)}
      />
    </div>
  );
}
