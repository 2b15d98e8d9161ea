import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { StageClock } from "./stage-clock.ts";

interface Props {
  readonly clock: StageClock | null;
}

/** How long a case has stood where it stands; a dash where it waits for nothing. */
export function Standing({ clock }: Props) {
  const { t } = useLanguage();
  if (clock === null) return "–";
  return (
    <span className="figures inline-flex flex-wrap gap-x-2">
      {t("vetting.clock.days", { days: clock.days })}
      {clock.slow && <Badge tone="warn">{t("vetting.clock.slow")}</Badge>}
    </span>
  );
}
