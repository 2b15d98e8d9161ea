import { useLanguage } from "#app/i18n/provider.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { ClearancePage } from "./clearance.queries.server.ts";
import { GateDays } from "./gate-table.tsx";

interface Props {
  readonly clearance: ClearancePage;
}

/** Who answers for a gate, and its clock. */
export function ClearanceFacts({ clearance }: Props) {
  const { t, format } = useLanguage();
  const { owner, requestedAt, dueOn, receivedOn, clock, decisionDueOn, kind, outcome } = clearance;
  return (
    <>
      <DefinitionList
        layout="columns"
        items={[
          {
            term: t("selection.clearance.outcomeHeading"),
            detail:
              outcome === "pending"
                ? t("selection.clearance.outcome.pending")
                : t(`vetting.gate.received.${kind}.${outcome}`),
          },
          { term: t("vetting.gate.owner"), detail: owner ?? t("vetting.gate.noOwner") },
          { term: t("vetting.gate.requestedAt"), detail: format.date(requestedAt) },
          { term: t("vetting.gate.dueOn"), detail: format.date(dueOn) },
          { term: t("vetting.gate.days"), detail: <GateDays clock={clock} /> },
          {
            term: t("vetting.gate.receivedOn"),
            detail: receivedOn ? format.date(receivedOn) : t("vetting.gate.notReceived"),
          },
          {
            term: t("selection.clearance.dueOn"),
            detail: decisionDueOn ? format.date(decisionDueOn) : "–",
          },
        ]}
      />
      {kind === "hostState" && <p className="measure mt-3 text-muted">{t("vetting.gate.hostStateHint")}</p>}
    </>
  );
}
