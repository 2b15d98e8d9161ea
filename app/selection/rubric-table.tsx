import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { NEED_LEVELS, WHOLE } from "./criterion-weight.ts";
import type { WeightedCriterion } from "./rubric.ts";

interface Props {
  readonly criteria: readonly WeightedCriterion[];
}

/** What candidates are judged by: each criterion with its weight, and the need and base weight that it came from. */
export function RubricTable({ criteria }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.rubric.title")}
      captionHidden
      rows={criteria}
      rowKey={({ code }) => code}
      note={t("selection.rubric.weightNote")}
      empty={null}
      columns={[
        {
          key: "criterion",
          header: t("selection.rubric.criterion"),
          rowHeader: true,
          cell: (criterion) => (
            <>
              {inLanguage(format.locale, criterion.name)}
              <span className="block font-normal text-muted">
                {inLanguage(format.locale, criterion.definition)}
              </span>
            </>
          ),
        },
        {
          key: "group",
          header: t("selection.rubric.group"),
          cell: ({ group }) => t(`selection.group.${group}`),
        },
        {
          key: "need",
          header: t("selection.needs.levelHeading"),
          nowrap: true,
          cell: ({ need }) => t(`selection.needs.level.${NEED_LEVELS.find((one) => one === need) ?? 0}`),
        },
        {
          key: "base",
          header: t("selection.rubric.base"),
          align: "end",
          cell: ({ baseWeight, need }) => format.number(baseWeight * need),
        },
        {
          key: "weight",
          header: t("selection.rubric.weight"),
          align: "end",
          nowrap: true,
          cell: ({ weight }) => format.percent(weight / WHOLE, 1),
        },
        {
          key: "minimum",
          header: t("selection.rubric.minimum"),
          align: "end",
          cell: ({ minimumLevel }) => (minimumLevel === null ? "–" : format.number(minimumLevel)),
        },
      ]}
    />
  );
}
