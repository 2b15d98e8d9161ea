import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CriterionName, RankingPage } from "./ranking-page.ts";

interface Props {
  readonly page: Pick<RankingPage, "agreementBy" | "criteria">;
}

/** How far the members agree on each criterion. */
export function AgreementTable({ page: { agreementBy, criteria } }: Props) {
  const { t, format } = useLanguage();
  const named = new Map<string, CriterionName>(criteria.map((one) => [one.id, one]));
  return (
    <DataTable
      caption={t("selection.ranking.agreementBy")}
      rows={agreementBy}
      rowKey={({ criterionId }) => criterionId}
      empty={null}
      columns={[
        {
          key: "criterion",
          header: t("selection.ranking.criterion"),
          rowHeader: true,
          cell: ({ criterionId }) =>
            inLanguage(format.locale, named.get(criterionId)?.name ?? { en: "–", fr: "–" }),
        },
        {
          key: "alpha",
          header: "α",
          align: "end",
          cell: ({ agreement: { alpha } }) => (alpha === null ? "–" : format.number(alpha, 3)),
        },
        {
          key: "limits",
          header: t("selection.ranking.limits"),
          align: "end",
          nowrap: true,
          cell: ({ agreement: { limits } }) =>
            limits ? `${format.number(limits[0], 3)} – ${format.number(limits[1], 3)}` : "–",
        },
        {
          key: "reading",
          header: t("selection.ranking.reads"),
          cell: ({ agreement: { reading } }) => t(`selection.ranking.readingShort.${reading}`),
        },
      ]}
    />
  );
}
