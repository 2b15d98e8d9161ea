import { Link } from "@remix-run/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { HowSure, useMarkWords } from "./score-sheet-criterion.tsx";
import type { SheetEntry } from "./sheet-entry.ts";
import type { SheetHistoryPage, SheetVersionRow } from "./sheet-history.ts";

interface Props {
  readonly page: SheetHistoryPage;
}

/** Every version of a score sheet with what it changed: before and after, in words. */
export function SheetHistory({ page }: Props) {
  const { t, format } = useLanguage();
  return (
    <>
      {page.sheets.length > 1 && <SheetChoices page={page} />}
      {page.versions.map((version) => (
        <Section
          key={version.version}
          title={t("sheetHistory.version", {
            version: version.version,
            at: format.dateTime(version.keptAt),
          })}
        >
          <p>
            <Badge tone={version.how === "submitted" ? "good" : "neutral"}>
              {t(`sheetHistory.how.${version.how}`)}
            </Badge>
          </p>
          <Changes version={version} page={page} />
        </Section>
      ))}
    </>
  );
}

/** The sheets that the reader may go through, by member and round. */
function SheetChoices({ page }: Props) {
  const { t } = useLanguage();
  return (
    <nav aria-label={t("sheetHistory.sheets")} className="mb-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {page.sheets.map(({ id, member, stage, superseded }) => (
          <li key={id}>
            <Link
              to={paths.sheetHistory(page.panelId, page.candidacyId, id)}
              aria-current={id === page.sheetId ? "page" : undefined}
              className="inline-block py-1 aria-[current]:font-semibold"
            >
              {t(`sheetHistory.sheetOf.${stage}`, { member })}
              {superseded && ` (${t("sheetHistory.earlierRubric")})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChangesProps extends Props {
  readonly version: SheetVersionRow;
}

function Changes({ version, page }: ChangesProps) {
  const { t, format } = useLanguage();
  const items = page.criteria.flatMap(({ id, name }) => {
    const change = version.changes.find(({ criterionId }) => criterionId === id);
    if (!change) return [];
    const { before, after } = change;
    const detail = (
      <>
        {before && (
          <div className="text-muted">
            {t("sheetHistory.before")} <Entry entry={before} />
          </div>
        )}
        <div>
          {t("sheetHistory.after")} <Entry entry={after} />
        </div>
      </>
    );
    return [{ term: inLanguage(format.locale, name), detail }];
  });
  return (
    <div className="mt-3 text-sm">
      {items.length === 0 ? <p>{t("sheetHistory.nothing")}</p> : <DefinitionList items={items} />}
    </div>
  );
}

function Entry({ entry }: { readonly entry: SheetEntry }) {
  const say = useMarkWords();
  return (
    <>
      <strong>{say(entry)}</strong>
      {entry.evidence && <span className="block whitespace-pre-line">{entry.evidence}</span>}
      <HowSure confidence={entry.confidence} />
    </>
  );
}
