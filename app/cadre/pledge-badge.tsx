import { useT } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { PledgeLevel } from "./state-pledge.ts";

const TONES = {
  pledged: "neutral",
  registered: "neutral",
  verified: "info",
  ready: "info",
  delivered: "good",
  withdrawn: "bad",
} as const;

interface Props {
  readonly level: PledgeLevel;
  readonly readyDays: number | null;
}

/** How far a pledge has come. */
export function PledgeBadge({ level, readyDays }: Props) {
  const t = useT();
  return (
    <Badge tone={TONES[level]}>
      {level === "ready" && readyDays !== null
        ? t("pledge.readyWithin", { days: readyDays })
        : t(`pledge.level.${level}`)}
    </Badge>
  );
}
