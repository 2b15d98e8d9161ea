import { useLanguage } from "#app/i18n/provider.tsx";
import { PlacesTable } from "#app/selection/needs/places-table.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { AgreementNote } from "./agreement-note.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import { AveragesTable } from "./averages-table.tsx";
import { ComparabilityView } from "./comparability-view.tsx";
import { ComputedNote } from "./computed-note.tsx";
import { ConsistencyList } from "./consistency-list.tsx";
import { GapTables } from "./gap-tables.tsx";
import { AcceptabilityTable, WithoutTable } from "./grounds-tables.tsx";
import { NotHeard } from "./not-heard.tsx";
import { RankChart } from "./rank-charts.tsx";
import type { RankingPage } from "./ranking-page.ts";
import { ReachTable } from "./reach-table.tsx";
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
          {t("selection.ranking.notConnectedText")}{" "}
          <a href="#comparability">{t("selection.ranking.seeMend")}</a>
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
        <PlacesTable page={page} />
        <NotScored page={page} />
        <RankChart page={page} />
        <ComputedNote of="places" />
      </Section>
      <NotHeard
        panelId={page.panelId}
        people={figures.notHeard.map((candidacyId) => ({
          candidacyId,
          name: page.people[candidacyId]?.name ?? "–",
          outcome: page.people[candidacyId]?.outcome ?? null,
        }))}
      />
      <Section title={t("selection.ranking.byCriterion")} lead={t("selection.ranking.byCriterionLead")}>
        <AveragesTable page={page} />
      </Section>
      <Section
        id="comparability"
        title={t("selection.ranking.comparability")}
        lead={t("selection.ranking.comparabilityLead")}
      >
        <ComparabilityView page={page} />
      </Section>
      <Section title={t("selection.ranking.reach")} lead={t("selection.ranking.reachLead")}>
        <ReachTable page={page} />
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
        {page.consistency && <ConsistencyList consistency={page.consistency} />}
        <ComputedNote of="agreement" />
      </Section>
      {severities && (
        <Section title={t("selection.ranking.severity")} lead={t("selection.ranking.severityLead")}>
          <SeverityTable severities={severities} names={page.members} />
        </Section>
      )}
      {page.gaps && (
        <Section title={t("selection.ranking.gaps")} lead={t("selection.ranking.gapsLead")}>
          <GapTables page={page} gaps={page.gaps} />
        </Section>
      )}
      <p className="measure mt-6 text-sm text-muted">
        {t("selection.ranking.repeat", { seed: figures.seed, draws: figures.draws })}{" "}
        <code className="break-all">{figures.inputsHash}</code>
      </p>
    </>
  );
}

/** Who has no sheet that counts: beside the order, never at its end. */
function NotScored({ page }: Props) {
  const { t, format } = useLanguage();
  const names = page.figures.notScored.map((id) => page.people[id]?.name ?? "–");
  if (names.length === 0 || page.figures.rows.length === 0) return null;
  return <p className="measure mt-3">{t("selection.ranking.notScored", { names: format.list(names) })}</p>;
}
