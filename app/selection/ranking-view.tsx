import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { ChartInterval } from "#app/ui/chart-interval.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AgreementNote } from "./agreement-note.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import { ComputedNote } from "./computed-note.tsx";
import { AcceptabilityTable, WithoutTable } from "./grounds-tables.tsx";
import type { FiguresRow } from "./ranking-figures.ts";
import type { RankingPage } from "./ranking-page.ts";
import { SeverityTable } from "./severity-table.tsx";

interface Props {
  readonly page: RankingPage;
}

/** What the sheets say together: each candidacy's averages and how sure its place is. Numbers inform; the finding counts. */
export function RankingView({ page }: Props) {
  const { t } = useLanguage();
  const { figures, severities } = page;
  return (
    <>
      {page.partial && <Alert role="note" title={t("selection.ranking.partial")} />}
      {figures.kind === "notConnected" && (
        <Alert tone="warn" role="note" title={t("selection.ranking.notConnected")}>
          {t("selection.ranking.notConnectedText")}
        </Alert>
      )}
      {figures.kind === "noScores" && (
        <Alert tone="warn" role="note" title={t("selection.ranking.noScores")} />
      )}
      {figures.kind === "ranked" && !page.sure && (
        <Alert role="note" title={t("selection.ranking.unsure")}>
          {t("selection.ranking.unsureText")}
        </Alert>
      )}
      <Section title={t("selection.ranking.places")} lead={t("selection.ranking.lead")}>
        <PlacesTable page={page} rows={figures.rows} />
        <RankChart page={page} rows={figures.rows} />
        <ComputedNote of="places" />
      </Section>
      {page.grounds.length > 1 && (
        <>
          <Section title={t("selection.ranking.weights")} lead={t("selection.ranking.weightsLead")}>
            <AcceptabilityTable page={page} />
          </Section>
          <Section title={t("selection.ranking.without")} lead={t("selection.ranking.withoutLead")}>
            <WithoutTable page={page} />
          </Section>
        </>
      )}
      <Section title={t("selection.ranking.agreement")} lead={t("selection.ranking.agreementLead")}>
        <AgreementNote agreement={figures.agreement} />
        {page.agreementBy.length > 0 && <AgreementTable page={page} />}
        <ComputedNote of="agreement" />
      </Section>
      {severities && (
        <Section title={t("selection.ranking.severity")} lead={t("selection.ranking.severityLead")}>
          <SeverityTable severities={severities} names={page.members} />
        </Section>
      )}
      <p className="measure mt-6 text-sm text-muted">
        {t("selection.ranking.repeat", { seed: figures.seed, draws: figures.draws })}{" "}
        <code className="break-all">{figures.inputsHash}</code>
      </p>
    </>
  );
}

interface RowsProps extends Props {
  readonly rows: readonly FiguresRow[];
}

const TONES = { recommended: "good", suitable: "info", notRecommended: "neutral" } as const;

function PlacesTable({ page, rows }: RowsProps) {
  const { t, format } = useLanguage();
  const score = (value: number | null) => (value === null ? "–" : format.number(value, 2));
  return (
    <DataTable
      caption={t("selection.ranking.places")}
      captionHidden
      stickyFirst
      rows={rows}
      rowKey={({ candidacyId }) => candidacyId}
      empty={<p className="text-muted">{t("selection.ranking.noScores")}</p>}
      columns={[
        {
          key: "name",
          header: t("selection.panel.candidate"),
          rowHeader: true,
          cell: ({ candidacyId }) => (
            <Link to={paths.finding(page.panelId, candidacyId)}>{page.people[candidacyId]?.name}</Link>
          ),
        },
        {
          key: "rank",
          header: t("selection.ranking.rank"),
          align: "end",
          cell: ({ rank }) => (rank === null ? "–" : format.number(rank)),
        },
        {
          key: "interval",
          header: t("selection.ranking.interval"),
          align: "end",
          nowrap: true,
          cell: ({ rankInterval }) =>
            rankInterval === null
              ? "–"
              : t("selection.ranking.fromTo", { best: rankInterval.best, worst: rankInterval.worst }),
        },
        {
          key: "observed",
          header: t("selection.ranking.observed"),
          align: "end",
          cell: ({ observedMean }) => score(observedMean),
        },
        {
          key: "fair",
          header: t("selection.ranking.fair"),
          align: "end",
          cell: ({ fairAverage }) => score(fairAverage),
        },
        {
          key: "shortlist",
          header: t("selection.ranking.shortlistShare"),
          align: "end",
          cell: ({ shortlistShare }) => (shortlistShare === null ? "–" : format.percent(shortlistShare)),
        },
        { key: "sheets", header: t("selection.ranking.sheets"), align: "end", cell: ({ sheets }) => sheets },
        {
          key: "finding",
          header: t("selection.finding.one"),
          cell: ({ candidacyId }) => {
            const outcome = page.people[candidacyId]?.outcome ?? null;
            return outcome === null ? (
              <Link to={paths.finding(page.panelId, candidacyId)}>
                {t(page.chair ? "selection.finding.write" : "selection.finding.none")}
              </Link>
            ) : (
              <Badge tone={TONES[outcome]}>{t(`selection.finding.outcome.${outcome}`)}</Badge>
            );
          },
        },
      ]}
    />
  );
}

function RankChart({ page, rows }: RowsProps) {
  const { t, format } = useLanguage();
  const placed = rows.flatMap(({ candidacyId, rank, rankInterval }) =>
    rank === null || rankInterval === null
      ? []
      : [
          {
            key: candidacyId,
            label: page.people[candidacyId]?.name ?? "",
            value: rank,
            low: rankInterval.best,
            high: rankInterval.worst,
            filled: rank <= page.figures.shortlistSize,
          },
        ],
  );
  if (placed.length < 2) return null;
  return (
    <div className="mt-8">
      <ChartInterval
        title={t("selection.ranking.chart")}
        description={t("selection.ranking.chartText", { size: page.figures.shortlistSize })}
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
