import { useLanguage } from "#app/i18n/provider.tsx";
import { HowSure } from "#app/selection/sheet/score-sheet-criterion.tsx";
import type { FindingPage } from "./finding-page.ts";

interface Props {
  readonly page: Pick<FindingPage, "sheets" | "members">;
  readonly criterionId: string;
}

/** What each member gave on a criterion before the panel talked it over, with the evidence: never changed since. */
export function MemberMarks({ page, criterionId }: Props) {
  const { t, format } = useLanguage();
  const entryOf = (memberId: string) =>
    page.sheets
      .find((sheet) => sheet.memberId === memberId)
      ?.entries.find((entry) => entry.criterionId === criterionId);
  return (
    <div className="text-sm">
      <p className="font-semibold">{t("selection.finding.marks")}</p>
      <ul className="mt-1 space-y-1">
        {page.members.map(({ memberId, name }) => {
          const entry = entryOf(memberId);
          return (
            <li key={memberId}>
              <span className="font-semibold">
                {t("selection.report.term", {
                  term: name,
                  detail:
                    entry?.level == null ? t("selection.sheet.notObserved") : format.number(entry.level),
                })}
              </span>
              {entry?.evidence && <span className="block text-muted">{entry.evidence}</span>}
              <HowSure confidence={entry?.confidence} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
