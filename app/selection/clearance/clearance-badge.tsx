import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { ClearanceOutcome } from "./clearance.ts";
import type { GateClock } from "./clearance-clock.ts";

interface Props {
  readonly clearance: {
    readonly outcome: ClearanceOutcome;
    readonly expired: boolean;
    readonly validUntil: string | null;
    readonly clock: GateClock;
  };
}

/** The outcome of a gate, with the last day on which it holds, and whether it was asked for again. */
export function ClearanceBadge({ clearance }: Props) {
  const { t } = useLanguage();
  const { outcome, clock } = clearance;
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Outcome clearance={clearance} />
      {outcome === "clear" && clock.running && <Badge tone="info">{t("vetting.gate.again")}</Badge>}
    </span>
  );
}

function Outcome({ clearance }: Props) {
  const { t, format } = useLanguage();
  const { outcome, expired, validUntil, clock } = clearance;
  if (expired) return <Badge tone="bad">{t("selection.clearance.expired")}</Badge>;
  if (outcome !== "clear") {
    return (
      <Badge tone={outcome === "pending" ? "warn" : "bad"}>
        {t(`selection.clearance.outcome.${outcome}`)}
      </Badge>
    );
  }
  const until = t("selection.clearance.clearUntil", { date: validUntil ? format.date(validUntil) : "–" });
  return clock.expiring ? (
    <Badge tone="warn">
      {until}, {t("vetting.gate.expiring")}
    </Badge>
  ) : (
    <Badge tone="good">{until}</Badge>
  );
}
