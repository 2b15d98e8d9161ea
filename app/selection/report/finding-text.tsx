import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { StandingFinding } from "./finding-page.ts";
import { FINDING_REASONS, type FindingReason } from "./finding-reasons.ts";

interface Props {
  readonly finding: StandingFinding | null;
}

/** What the panel found, for those who read it. */
export function FindingText({ finding }: Props) {
  const { t, format } = useLanguage();
  if (!finding) return <p className="text-muted">{t("selection.finding.notYet")}</p>;
  return (
    <>
      <p className="flex flex-wrap gap-3">
        <Badge tone={finding.outcome === "recommended" ? "good" : "neutral"}>
          {t(`selection.finding.outcome.${finding.outcome}`)}
        </Badge>
        <span className="text-sm text-muted">{format.dateTime(finding.updatedAt)}</span>
      </p>
      <FindingReasons reasons={finding.reasonCodes} />
      <p className="measure mt-2 whitespace-pre-line">{finding.text}</p>
    </>
  );
}

/** The reasons of a finding, each with its code. */
export function FindingReasons({ reasons }: { readonly reasons: readonly FindingReason[] }) {
  const { t } = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <ul className="mt-1 text-sm">
      {reasons.map((reason) => (
        <li key={reason}>
          {FINDING_REASONS[reason].code} · {t(`selection.finding.reason.${reason}`)}
        </li>
      ))}
    </ul>
  );
}
