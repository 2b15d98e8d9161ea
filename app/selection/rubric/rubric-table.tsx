import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { GroupShares } from "./criterion-group.ts";
import { WHOLE } from "./criterion-weight.ts";
import { onlyStage, type WeightedCriterion, weightSource } from "./rubric.ts";
import { WeightSourceText } from "./weight-source.tsx";

interface Props {
  readonly rubric: { readonly criteria: readonly WeightedCriterion[]; readonly shares: GroupShares };
}

/** What candidates are judged by: each criterion with its weight, and the need and base weight that it came from. */
export function RubricTable({ rubric: { criteria, shares } }: Props) {
  const { t, format } = useLanguage();
  const stage = onlyStage(criteria);
  return (
    <>
      {stage && <p className="measure mb-3">{t(`rubric.only.${stage}`)}</p>}
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
            key: "stage",
            header: t("rubric.stage"),
            cell: (criterion) => t(`rubric.stage.${criterion.stage}`),
          },
          {
            key: "weight",
            header: t("selection.rubric.weight"),
            align: "end",
            nowrap: true,
            cell: ({ weight }) => format.percent(weight / WHOLE, 1),
          },
          {
            key: "source",
            header: t("rubric.weightFrom"),
            cell: (criterion) => (
              <span className="text-muted">
                <WeightSourceText
                  criterion={criterion}
                  source={weightSource(criterion, criteria, shares)}
                  weight={criterion.weight}
                />
              </span>
            ),
          },
          {
            key: "minimum",
            header: t("selection.rubric.minimum"),
            align: "end",
            cell: ({ minimumLevel }) => (minimumLevel === null ? "–" : format.number(minimumLevel)),
          },
        ]}
      />
    </>
  );
}
