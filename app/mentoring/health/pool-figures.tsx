import { GENDERS } from "#app/gender/counts.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { gapFigure } from "#app/mentoring/matching/gap-words.ts";
import { gapKey, type PoolRow } from "#app/mentoring/matching/pool-gap.ts";
import { regionName } from "#app/selection/needs/region.ts";
import { Section } from "#app/ui/card.tsx";
import { ChartBars } from "#app/ui/chart-bars.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AboutFigure } from "./about-figure.tsx";
import type { ProgrammeHealth } from "./programme-health.queries.server.ts";

interface Props {
  readonly pool: ProgrammeHealth["pool"];
}

/** What a language is called, from the rows of the tables. */
export function useLanguageName(rows: ProgrammeHealth["pool"]["languageNames"]) {
  const { format } = useLanguage();
  return (code: string) => {
    const row = rows.find((one) => one.code === code);
    return row ? nameIn(format.locale, row) : code;
  };
}

/** The places of mentors against the leaders who will want one, month by month. */
export function YearAhead({ pool: { months, available, waiting, notAvailable } }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("health.ahead")}>
      <ChartBars
        title={t("health.aheadTitle")}
        description={t("health.aheadOf", { available, waiting, notAvailable })}
        tableLabel={t("health.asTable")}
        rowHeading={t("health.month")}
        layout="grouped"
        series={[
          { key: "leaders", label: t("health.leaders") },
          { key: "need", label: t("health.need") },
          { key: "places", label: t("health.places") },
        ]}
        rows={months.map(({ day, leaders, need, places, missing }) => ({
          key: day,
          label: format.date(day),
          values: [leaders, need, places],
          note: missing > 0 ? t("health.missing", { missing }) : "",
        }))}
        format={(value) => (value === null ? t("health.hidden") : format.number(value))}
      />
      <AboutFigure>{t("health.aboutAhead")}</AboutFigure>
    </Section>
  );
}

/** The available mentors by gender, regional group and working language, with their places. */
export function PoolTables({ pool }: Props) {
  const { t } = useLanguage();
  const languageName = useLanguageName(pool.languageNames);
  const genderName = (key: string) => {
    const gender = GENDERS.find((one) => one === key);
    return gender ? t(`mentoring.gender.${gender}`) : key;
  };
  return (
    <Section title={t("health.pool")} lead={t("health.poolLead", { count: pool.available })}>
      <div className="flex flex-col gap-8">
        <PoolTable heading={t("health.byGender")} rows={pool.genders} nameOf={genderName} />
        <PoolTable heading={t("health.byRegion")} rows={pool.regions} nameOf={(key) => t(regionName(key))} />
        <PoolTable heading={t("health.byLanguage")} rows={pool.languages} nameOf={languageName} />
      </div>
      <AboutFigure>{t("health.aboutPool")}</AboutFigure>
    </Section>
  );
}

interface PoolTableProps {
  readonly heading: string;
  readonly rows: readonly PoolRow[];
  readonly nameOf: (key: string) => string;
}

function PoolTable({ heading, rows, nameOf }: PoolTableProps) {
  const { t, format } = useLanguage();
  const figure = (key: "mentors" | "capacity" | "free") => ({
    key,
    header: t(`health.row.${key}`),
    align: "end" as const,
    cell: (row: PoolRow) => format.number(row[key]),
  });
  return (
    <DataTable
      caption={heading}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="text-muted">{t("health.noRows")}</p>}
      columns={[
        { key: "name", header: heading, rowHeader: true, cell: ({ key }) => nameOf(key) },
        figure("mentors"),
        figure("capacity"),
        figure("free"),
      ]}
    />
  );
}

/** What the pool lacks, in words. */
export function PoolGaps({ pool }: Props) {
  const { t } = useLanguage();
  const languageName = useLanguageName(pool.languageNames);
  if (pool.gaps.length === 0) return <p>{t("health.noGaps")}</p>;
  return (
    <ul className="measure list-disc ps-5">
      {pool.gaps.map((gap) => (
        <li key={gapKey(gap)}>{gapFigure(t, gap, languageName)}</li>
      ))}
    </ul>
  );
}
