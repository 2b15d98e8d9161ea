import { useLanguage } from "#app/i18n/provider.tsx";
import type { DecisionPage } from "#app/selection/report/report-page.ts";
import { Alert } from "#app/ui/alert.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useGivenGrounds } from "./decision-grounds-fields.tsx";

interface Props {
  readonly page: Pick<DecisionPage, "decision" | "report">;
}

const NO_GROUNDS = { tieBreakReason: null, departureReason: null };

/** Who was selected, when, and why. */
export function DecisionMade({ page }: Props) {
  const { t, format } = useLanguage();
  const { decision, report } = page;
  const grounds = useGivenGrounds(decision ?? NO_GROUNDS);
  if (!decision) return null;
  return (
    <Alert
      tone="good"
      role="note"
      title={t("selection.decision.made", {
        name: report.people[decision.candidacyId]?.name ?? "–",
        date: format.date(decision.decidedAt),
      })}
    >
      <p className="whitespace-pre-line">{decision.reasons}</p>
      {grounds.length > 0 && <DefinitionList items={grounds} />}
    </Alert>
  );
}

/** Who was selected before and declined the post, where somebody did. */
export function DeclinedBefore({ page }: { readonly page: Pick<DecisionPage, "declined" | "report"> }) {
  const { t, format } = useLanguage();
  return page.declined.map(({ candidacyId, decidedAt, declinedAt }) => (
    <Alert
      key={candidacyId}
      role="note"
      title={t("selection.decision.declined", {
        name: page.report.people[candidacyId]?.name ?? "–",
        decided: format.date(decidedAt),
        declined: format.date(declinedAt),
      })}
    />
  ));
}
