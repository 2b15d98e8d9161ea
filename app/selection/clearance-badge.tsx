import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { ClearanceOutcome } from "./clearance.ts";

interface Props {
  readonly clearance: {
    readonly outcome: ClearanceOutcome;
    readonly expired: boolean;
    readonly validUntil: string | null;
  };
}

/** The outcome of a gate, with the last day on which it holds. */
export function ClearanceBadge({ clearance }: Props) {
  const { t, format } = useLanguage();
  const { outcome, expired, validUntil } = clearance;
  if (expired) return <Badge tone="bad">{t("selection.clearance.expired")}</Badge>;
  if (outcome === "clear") {
    return (
      <Badge tone="good">
        {t("selection.clearance.clearUntil", { date: validUntil ? format.date(validUntil) : "–" })}
      </Badge>
    );
  }
  return (
    <Badge tone={outcome === "pending" ? "warn" : "bad"}>{t(`selection.clearance.outcome.${outcome}`)}</Badge>
  );
}
