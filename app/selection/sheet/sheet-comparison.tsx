import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { FindingPage } from "#app/selection/report/finding-page.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { DataTable } from "#app/ui/table.tsx";
import { HowSure } from "./score-sheet-criterion.tsx";
import type { Confidence } from "./sheet-entry.ts";

interface Props {
  readonly page: Pick<FindingPage, "criteria" | "sheets" | "members" | "finding">;
}

interface Row {
  readonly id: string;
}

/** The panel's finding on each criterion beside every member's sheet: levels, and what they rest on in words. */
export function SheetComparison({ page }: Props) {
  const { t, format } = useLanguage();
  const entryOf = (memberId: string, criterionId: string) =>
    page.sheets
      .find((sheet) => sheet.memberId === memberId)
      ?.entries.find((entry) => entry.criterionId === criterionId);
  const found = (criterionId: string) =>
    page.finding?.criteria.find((one) => one.criterionId === criterionId);
  return (
    <DataTable
      caption={t("selection.finding.sheets")}
      captionHidden
      stickyFirst
      rows={page.criteria}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "criterion",
          header: t("selection.rubric.criterion"),
          rowHeader: true,
          cell: ({ name, weight }) => (
            <>
              {inLanguage(format.locale, name)}
              <span className="figures block font-normal text-muted">
                {format.percent(weight / WHOLE, 1)}
              </span>
            </>
          ),
        },
        ...(page.finding && page.finding.criteria.length > 0
          ? [
              {
                key: "panel",
                header: t("selection.finding.panel"),
                cell: ({ id }: Row) => {
                  const finding = found(id);
                  return (
                    <Mark level={finding?.level ?? null} words={finding?.text} reason={finding?.reason} />
                  );
                },
              },
            ]
          : []),
        ...page.members.map(({ memberId, name }) => ({
          key: memberId,
          header: name,
          cell: ({ id }: Row) => {
            const entry = entryOf(memberId, id);
            return (
              <Mark level={entry?.level ?? null} words={entry?.evidence} confidence={entry?.confidence} />
            );
          },
        })),
      ]}
    />
  );
}

interface MarkProps {
  readonly level: number | null;
  readonly words: string | undefined;
  readonly reason?: string | undefined;
  readonly confidence?: Confidence | null | undefined;
}

function Mark({ level, words, reason, confidence }: MarkProps) {
  const { t, format } = useLanguage();
  return (
    <div className="min-w-44">
      <p className="figures font-semibold">
        {level === null ? t("selection.sheet.notObserved") : format.number(level)}
      </p>
      {words && <p className="text-muted">{words}</p>}
      <HowSure confidence={confidence} />
      {reason && <p className="mt-1">{t("selection.finding.departed", { reason })}</p>}
    </div>
  );
}
