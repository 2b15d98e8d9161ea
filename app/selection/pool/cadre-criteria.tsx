import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { CADRE_RUBRIC } from "#app/selection/rubric/usual-rubric.ts";
import { DataTable } from "#app/ui/table.tsx";

/** The criteria of a call for the cadre at large, with the weights they have before any mission states its needs. */
export function CadreCriteria() {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.rubric.title")}
      captionHidden
      rows={CADRE_RUBRIC}
      rowKey={({ code }) => code}
      empty={null}
      columns={[
        {
          key: "criterion",
          header: t("selection.rubric.criterion"),
          rowHeader: true,
          cell: ({ name, definition }) => (
            <>
              {inLanguage(format.locale, name)}
              <span className="block font-normal text-muted">{inLanguage(format.locale, definition)}</span>
            </>
          ),
        },
        {
          key: "group",
          header: t("selection.rubric.group"),
          cell: ({ group }) => t(`selection.group.${group}`),
        },
        {
          key: "weight",
          header: t("selection.rubric.weight"),
          align: "end",
          nowrap: true,
          cell: ({ weight }) => format.percent(weight / WHOLE, 1),
        },
      ]}
    />
  );
}
