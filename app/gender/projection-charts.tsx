import { useLanguage } from "#app/i18n/provider.tsx";
import { ChartTrend } from "#app/ui/chart-trend.tsx";
import { BANDS } from "./projection.ts";
import { monthAfter } from "./projection-query.ts";
import type { Scenario } from "./projection-scenarios.ts";
import { ABOUT_PROJECTION, scenarioWords } from "./projection-words.ts";

interface Props {
  readonly scenario: Scenario;
  readonly today: string;
  /** 0 to 1. */
  readonly target: number;
}

/** One scenario month by month: the expected share of women with its bands, and how likely the target is reached. */
export function ProjectionCharts({ scenario, today, target }: Props) {
  const { t, format } = useLanguage();
  const { projection, dueMonth } = scenario;
  const { months, bandsBy, firstBy } = projection;
  const times = months.map(({ month }) => ({
    key: String(month),
    label: format.month(monthAfter(today, month)),
  }));
  const share = (value: number | null) => (value === null ? t("gender.none") : format.percent(value, 1));
  const words = { tableLabel: t("gender.flow.table"), rowHeading: t("gender.uniformed.month"), times };
  return (
    <div className="grid grid-cols-1 gap-8">
      <ChartTrend
        {...words}
        title={t("gender.projection.chart.share")}
        description={`${scenarioWords(t, format, scenario)} · ${t(`gender.projection.by.${bandsBy}`)}`}
        series={[
          {
            key: "expected",
            label: t("gender.projection.expected"),
            values: months.map(({ expected }) => expected),
          },
        ]}
        bands={BANDS.map((level, index) => ({
          key: String(level),
          label: t("gender.projection.band", { level: format.percent(level) }),
          low: months.map(({ bands }) => bands[index]?.[0] ?? 0),
          high: months.map(({ bands }) => bands[index]?.[1] ?? 0),
        }))}
        lowWord={t("gender.projection.low")}
        highWord={t("gender.projection.high")}
        targets={[{ key: "target", at: dueMonth, value: target }]}
        targetLabel={t("gender.targets.value")}
        top={1}
        format={share}
      />
      <ChartTrend
        {...words}
        title={t("gender.projection.chart.likely")}
        description={t(`gender.projection.by.${firstBy}`)}
        series={[
          {
            key: "at",
            label: t("gender.projection.atTarget"),
            values: months.map(({ atTarget }) => atTarget),
          },
          {
            key: "ever",
            label: t("gender.projection.everAtTarget"),
            values: months.map(({ everAtTarget }) => everAtTarget),
          },
        ]}
        top={1}
        format={share}
      />
      <ProjectionMethod />
    </div>
  );
}

/** How a projection is made, and what it does not say. */
function ProjectionMethod() {
  const { t } = useLanguage();
  return (
    <details>
      <summary className="min-h-6 w-fit font-semibold text-accent">{t("gender.about.title")}</summary>
      <ul className="measure mt-3 grid list-disc gap-2 ps-5">
        {ABOUT_PROJECTION.map((one) => (
          <li key={one}>{t(`gender.projection.about.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}
