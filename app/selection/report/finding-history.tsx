import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { CriterionFinding } from "./finding.ts";
import type { FindingHistoryPage, FindingHistoryRow } from "./finding-page.ts";
import { findingReasonsIn } from "./finding-reasons.ts";
import { FindingReasons } from "./finding-text.tsx";

interface Props {
  readonly page: FindingHistoryPage;
}

/** Every version of a finding with what it changed: before and after, never written over. */
export function FindingHistory({ page }: Props) {
  const { t, format } = useLanguage();
  return (
    <>
      {page.versions.map((version) => (
        <Section
          key={version.version}
          title={t("selection.finding.version", {
            version: version.version,
            at: format.dateTime(version.writtenAt),
          })}
        >
          <p>
            <Badge tone={version.outcome === "recommended" ? "good" : "neutral"}>
              {t(`selection.finding.outcome.${version.outcome}`)}
            </Badge>
          </p>
          <FindingReasons reasons={findingReasonsIn(version.reasonCodes)} />
          <p className="measure mt-2 whitespace-pre-line">{version.text}</p>
          <Changes version={version} page={page} />
        </Section>
      ))}
    </>
  );
}

interface ChangesProps extends Props {
  readonly version: FindingHistoryRow;
}

function Changes({ version, page }: ChangesProps) {
  const { t, format } = useLanguage();
  const { changes } = version;
  const name = (id: string) => {
    const criterion = page.criteria.find((one) => one.id === id);
    return criterion ? inLanguage(format.locale, criterion.name) : "–";
  };
  if (!changes) {
    return (
      <div className="mt-3 text-sm">
        <p className="text-muted">{t("selection.finding.first")}</p>
        {version.criteria.length > 0 && (
          <details className="mt-2">
            <summary>{t("selection.finding.allCriteria")}</summary>
            <DefinitionList
              items={version.criteria.map((found) => ({
                term: name(found.criterionId),
                detail: <Found found={found} />,
              }))}
            />
          </details>
        )}
      </div>
    );
  }
  return (
    <div className="mt-3 text-sm">
      {changes.outcome && <p>{t("selection.finding.changed.outcome")}</p>}
      {changes.reasonCodes && <p>{t("selection.finding.changed.reasons")}</p>}
      {changes.text && <p>{t("selection.finding.changed.text")}</p>}
      {changes.criteria.length > 0 && (
        <DefinitionList
          items={changes.criteria.map(({ criterionId, before, after }) => ({
            term: name(criterionId),
            detail: (
              <>
                {before && (
                  <p className="text-muted">
                    {t("selection.finding.before")} <Found found={before} />
                  </p>
                )}
                <p>
                  {t("selection.finding.after")} <Found found={after} />
                </p>
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}

function Found({ found }: { readonly found: CriterionFinding }) {
  const { t, format } = useLanguage();
  return (
    <>
      <strong>{found.level === null ? t("selection.sheet.notObserved") : format.number(found.level)}</strong>{" "}
      {found.text} {found.reason && t("selection.finding.departed", { reason: found.reason })}
    </>
  );
}
