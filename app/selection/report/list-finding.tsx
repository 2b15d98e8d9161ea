import { useLanguage } from "#app/i18n/provider.tsx";
import type { ListFinding, ListRule } from "#app/selection/nomination/list-rule.ts";
import { Alert } from "#app/ui/alert.tsx";

interface Props {
  readonly rule: ListRule;
  readonly finding: ListFinding;
}

/** How a list stands towards the rule of its call, part by part, with what would mend it. */
export function ListFindingNote({ rule, finding }: Props) {
  const { t } = useLanguage();
  if (rule === "none") return <Alert role="note" title={t("nominating.rule.none")} />;
  return (
    <Alert
      tone={finding.met ? "good" : "warn"}
      title={t(finding.met ? "nominating.rule.met" : "nominating.rule.notMet")}
    >
      <p>{t(`nominating.rule.${rule}`)}</p>
      <ul className="mt-2 list-disc ps-5">
        {finding.parts.map(({ part, met, params, mend }) => (
          <li key={part}>
            <strong>{t(met ? "nominating.rule.yes" : "nominating.rule.no")}</strong>{" "}
            {t(`nominating.part.${part}`, params)}
            {mend && <> {t(`nominating.mend.${mend.remedy}`, { count: mend.count })}</>}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
