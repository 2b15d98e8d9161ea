import { useLanguage } from "#app/i18n/provider.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ClearancePage } from "./clearance.queries.server.ts";
import type { ClearanceKind, ClearanceOutcome } from "./clearance.ts";

interface Props {
  readonly gate: ClearanceKind;
  readonly steps: ClearancePage["steps"];
}

/** What happened to a gate, in order, and by whom. */
export function ClearanceHistory({ gate, steps }: Props) {
  const { t, format } = useLanguage();
  const outcomeOf = (outcome: ClearanceOutcome | null) =>
    outcome === null || outcome === "pending"
      ? t("selection.clearance.outcome.pending")
      : t(`vetting.gate.received.${gate}.${outcome}`);
  const titleOf = ({ kind, owner, outcome }: Props["steps"][number]) => {
    switch (kind) {
      case "assigned":
        return t("vetting.gate.step.assigned", { owner: owner ?? t("vetting.gate.noOwner") });
      case "recorded":
        return t("vetting.gate.step.recorded", { outcome: outcomeOf(outcome) });
      default:
        return t(`vetting.gate.step.${kind}`);
    }
  };
  return (
    <Timeline
      label={t("vetting.gate.history")}
      items={steps.map((step) => ({
        key: step.id,
        dateTime: step.at,
        when: format.dateTime(step.at),
        title: titleOf(step),
        by: step.by ?? undefined,
        children: step.validUntil
          ? t("vetting.gate.stepUntil", { date: format.date(step.validUntil) })
          : undefined,
      }))}
    />
  );
}
