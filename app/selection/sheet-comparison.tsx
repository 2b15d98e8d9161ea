import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WHOLE } from "./criterion-weight.ts";
import type { FindingPage } from "./ranking-page.ts";

interface Props {
  readonly page: Pick<FindingPage, "criteria" | "sheets" | "members">;
}

/** Every member's sheet on one candidacy side by side: levels, and the evidence in words. */
export function SheetComparison({ page }: Props) {
  const { t, format } = useLanguage();
  const entryOf = (memberId: string, criterionId: string) =>
    page.sheets
      .find((sheet) => sheet.memberId === memberId)
      ?.entries.find((entry) => entry.criterionId === criterionId);
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
        ...page.members.map(({ memberId, name }) => ({
          key: memberId,
          header: name,
          cell: ({ id }: { readonly id: string }) => {
            const entry = entryOf(memberId, id);
            return (
              <div className="min-w-44">
                <p className="figures font-semibold">
                  {entry?.level == null ? t("selection.sheet.notObserved") : format.number(entry.level)}
                </p>
                {entry?.evidence && <p className="text-muted">{entry.evidence}</p>}
              </div>
            );
          },
        })),
      ]}
    />
  );
}
