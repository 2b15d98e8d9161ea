import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { ChartTrend } from "#app/ui/chart-trend.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { FigureExports } from "./published-figure.tsx";
import { shareIn } from "./uniformed.ts";
import { UniformedMethod } from "./uniformed-method.tsx";
import type { UniformedPage } from "./uniformed-page.queries.server.ts";
import { positionOf, type UniformedQuery } from "./uniformed-trend.ts";

interface Counts {
  readonly women: number;
  readonly men: number;
}

/** Women, men and the share of women, the same in each table. */
function useCountColumns() {
  const { t, format } = useLanguage();
  const number = (key: "women" | "men", header: string) => ({
    key,
    header,
    align: "end" as const,
    cell: (row: Counts) => format.number(row[key]),
  });
  return [
    number("women", t("gender.column.woman")),
    number("men", t("gender.column.man")),
    {
      key: "share",
      header: t("gender.flow.share"),
      align: "end" as const,
      cell: (row: Counts) => {
        const share = shareIn(row);
        return share === null ? t("gender.none") : format.percent(share, 1);
      },
    },
  ];
}

type TrendProps = Pick<UniformedPage, "times" | "series" | "marks"> & { readonly asked: UniformedQuery };

/** The share of women by category over the months. */
export function UniformedTrend({ asked, times, series, marks }: TrendProps) {
  const { t, format } = useLanguage();
  const shares = [...series.flatMap(({ values }) => values), ...marks.map(({ value }) => value)];
  const highest = Math.max(0.05, ...shares.map((share) => share ?? 0));
  const top = Math.min(1, Math.ceil(highest * 20) / 20);
  return (
    <Section title={t("gender.uniformed.trend")}>
      <ChartTrend
        title={t("gender.uniformed.trendChart")}
        description={t("gender.uniformed.stockNote")}
        tableLabel={t("gender.flow.table")}
        rowHeading={t("gender.uniformed.month")}
        times={times.map((key) => ({
          ...{ key, label: format.month(key) },
          at: positionOf(times, key) ?? 0,
        }))}
        series={series.map(({ category, values }) => ({
          ...{ key: category, values },
          label: t(`gender.uniformed.${category}`),
        }))}
        targets={marks}
        targetLabel={t("gender.targets.value")}
        top={top}
        format={(share) => (share === null ? t("gender.none") : format.percent(share, 1))}
      />
      <FigureExports id="uniformed-by-month" title={t("gender.uniformed.trendChart")} asked={asked} />
      <UniformedMethod />
    </Section>
  );
}

interface MonthProps extends Pick<UniformedPage, "counts" | "missions" | "states"> {
  readonly asked: UniformedQuery;
  readonly month: string;
}

/** One month by category, mission and contributing state. */
export function UniformedMonth({ counts, missions, states, asked, month }: MonthProps) {
  const { t, format } = useLanguage();
  const columns = useCountColumns();
  const name = format.month(month);
  return (
    <>
      <Section
        title={t("gender.uniformed.byCategory", { month: name })}
        lead={t("gender.uniformed.stockNote")}
      >
        <DataTable
          caption={t("gender.uniformed.byCategory", { month: name })}
          captionHidden
          rows={counts}
          rowKey={({ category }) => category}
          empty={<p>{t("gender.uniformed.notTold")}</p>}
          columns={[
            {
              key: "category",
              header: t("gender.uniformed.category"),
              rowHeader: true,
              cell: ({ category }) => (
                <Link to={paths.uniformed({ ...asked, category })}>{t(`gender.uniformed.${category}`)}</Link>
              ),
            },
            ...columns,
          ]}
        />
        <FigureExports
          id="uniformed-by-category"
          title={t("gender.uniformed.byCategory", { month: name })}
          asked={asked}
        />
      </Section>
      <Section title={t("gender.uniformed.byMission", { month: name })}>
        <DataTable
          caption={t("gender.uniformed.byMission", { month: name })}
          captionHidden
          rows={missions}
          rowKey={({ mission }) => mission}
          empty={<p>{t("gender.uniformed.notTold")}</p>}
          columns={[
            {
              key: "mission",
              header: t("gender.uniformed.mission"),
              rowHeader: true,
              cell: ({ mission }) => <Link to={paths.uniformed({ ...asked, mission })}>{mission}</Link>,
            },
            ...columns,
          ]}
        />
        <FigureExports
          id="uniformed-by-mission"
          title={t("gender.uniformed.byMission", { month: name })}
          asked={asked}
        />
      </Section>
      <Section title={t("gender.uniformed.byState", { month: name })}>
        <DataTable
          caption={t("gender.uniformed.byState", { month: name })}
          captionHidden
          rows={states.states}
          rowKey={({ code }) => code}
          empty={<p>{t("gender.uniformed.notTold")}</p>}
          columns={[
            {
              key: "state",
              header: t("gender.uniformed.state"),
              rowHeader: true,
              cell: ({ code, ...state }) => (
                <Link to={paths.uniformed({ ...asked, state: code })}>{nameIn(format.locale, state)}</Link>
              ),
            },
            ...columns,
          ]}
        />
        <FigureExports
          id="uniformed-by-state"
          title={t("gender.uniformed.byState", { month: name })}
          asked={asked}
        />
      </Section>
    </>
  );
}
