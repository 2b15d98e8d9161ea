import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { Spread } from "./calibration.ts";
import type { CalibrationPage } from "./calibration-page.ts";
import type { SheetCriterion } from "./score-sheet-page.ts";

interface Props {
  readonly page: CalibrationPage;
  readonly criterion: SheetCriterion;
  readonly spread: Spread;
}

/**
 * What the members gave the sample case on one criterion: each level that was given with its anchor's words beside, and
 * under it who gave it and on what evidence.
 */
export function SampleSpread({ page, criterion, spread }: Props) {
  const { t, format } = useLanguage();
  const nameOf = (memberId: string) => page.members.find((one) => one.memberId === memberId)?.name ?? "";
  const entryOf = (memberId: string) =>
    page.sheets
      .find((sheet) => sheet.memberId === memberId)
      ?.entries.find(({ criterionId }) => criterionId === criterion.id);
  const givenAt = (level: number | null) => spread.given.filter((one) => one.level === level);
  const levels = [...new Set(spread.given.map(({ level }) => level))].toSorted((a, b) => (b ?? 0) - (a ?? 0));
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        {spread.lowest !== null && spread.highest !== null && (
          <span className="figures">
            {t("calibration.range", { lowest: spread.lowest, highest: spread.highest })}
          </span>
        )}
        {spread.apart && <Badge tone="warn">{t("calibration.apart")}</Badge>}
      </p>
      <dl className="mt-2 space-y-3">
        {levels.map((level) => {
          const anchor = criterion.anchors.find((one) => one.level === level);
          return (
            <div key={level ?? "none"} className="border-s-3 border-rule ps-3">
              <dt>
                <span className="font-semibold first-letter:uppercase">
                  {level === null
                    ? t("selection.sheet.notObserved")
                    : t("selection.sheet.levelNumber", { level })}
                </span>
                {anchor && (
                  <span className="block text-sm text-muted">{inLanguage(format.locale, anchor)}</span>
                )}
              </dt>
              {givenAt(level).map(({ memberId }) => (
                <dd key={memberId} className="mt-1 text-sm">
                  <span className="font-semibold">{nameOf(memberId)}</span>
                  {entryOf(memberId)?.evidence && (
                    <span className="block whitespace-pre-line">{entryOf(memberId)?.evidence}</span>
                  )}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
    </>
  );
}
