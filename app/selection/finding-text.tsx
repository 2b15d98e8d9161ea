import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { FindingPage } from "./ranking-page.ts";

interface Props {
  readonly finding: FindingPage["finding"];
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
      <p className="measure mt-2 whitespace-pre-line">{finding.text}</p>
    </>
  );
}
