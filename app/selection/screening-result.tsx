import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Requirement } from "./requirement.ts";
import { useRequirementWords } from "./requirement-list.tsx";
import { SCREENING_REASONS, type ScreeningFinding } from "./screening.ts";

interface Props {
  readonly screening: {
    readonly passed: boolean;
    readonly reasonCode: string | null;
    readonly note: string;
    readonly findings: readonly ScreeningFinding[];
    readonly createdAt: string;
  };
  readonly checks: readonly { readonly key: string; readonly requirement: Requirement }[];
}

/** What the screener found of each requirement, and the outcome. */
export function ScreeningResult({ screening, checks }: Props) {
  const { t, format } = useLanguage();
  const words = useRequirementWords();
  const reason = SCREENING_REASONS.find((one) => one === screening.reasonCode);
  return (
    <>
      <p className="measure mb-3">
        {t(screening.passed ? "selection.screening.wasPassed" : "selection.screening.wasFailed", {
          date: format.date(screening.createdAt),
        })}
        {reason && ` ${t(`selection.screening.reason.${reason}`)}.`}
      </p>
      {screening.note && <p className="measure mb-3 whitespace-pre-line">{screening.note}</p>}
      <DataTable
        caption={t("selection.requirement.title")}
        captionHidden
        rows={checks}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: "requirement",
            header: t("selection.screening.requirement"),
            cell: ({ requirement }) => words(requirement),
          },
          {
            key: "verdict",
            header: t("selection.screening.verdict"),
            nowrap: true,
            cell: ({ key }) => {
              const finding = screening.findings.find(({ requirement }) => requirement === key);
              return finding ? t(`selection.screening.verdict.${finding.verdict}`) : "–";
            },
          },
          {
            key: "evidence",
            header: t("selection.screening.evidence"),
            cell: ({ key }) =>
              screening.findings.find(({ requirement }) => requirement === key)?.evidence || "–",
          },
        ]}
      />
    </>
  );
}
