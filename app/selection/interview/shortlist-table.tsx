import { Link } from "@remix-run/react";
import { GENDERS } from "#app/gender/counts.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ShortlistPage } from "./shortlist.ts";

/** How many are heard of how many judged, by gender. */
export function ShortlistTally({ page }: { readonly page: ShortlistPage }) {
  const { t, format } = useLanguage();
  const rows = GENDERS.map((gender) => {
    const all = page.lines.filter((line) => line.gender === gender);
    return {
      gender,
      judged: all.length,
      invited: all.filter(({ passedOver }) => passedOver === null).length,
    };
  }).filter(({ judged }) => judged > 0);
  return (
    <DataTable
      caption={t("shortlist.tally")}
      captionHidden
      rows={rows}
      rowKey={({ gender }) => gender}
      empty={null}
      columns={[
        {
          key: "gender",
          header: t("selection.setPanel.gender"),
          rowHeader: true,
          cell: ({ gender }) => t(`selection.gender.${gender}`),
        },
        {
          key: "judged",
          header: t("shortlist.judged"),
          align: "end",
          cell: ({ judged }) => format.number(judged),
        },
        {
          key: "invited",
          header: t("shortlist.invited"),
          align: "end",
          cell: ({ invited }) => format.number(invited),
        },
      ]}
    />
  );
}

/** Who is interviewed and who is not, with the reasons, to read. */
export function ShortlistTable({ page }: { readonly page: ShortlistPage }) {
  const { t } = useLanguage();
  return (
    <>
      <DataTable
        caption={t("shortlist.title")}
        captionHidden
        rows={page.lines}
        rowKey={({ candidacyId }) => candidacyId}
        empty={null}
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ candidacyId, name }) => (
              <Link to={paths.dossier(page.panelId, candidacyId)}>{name}</Link>
            ),
          },
          {
            key: "heard",
            header: t("interview.one"),
            cell: ({ passedOver }) => (
              <Badge tone={passedOver === null ? "good" : "neutral"}>
                {t(passedOver === null ? "shortlist.invited" : "shortlist.notInvited")}
              </Badge>
            ),
          },
          { key: "reason", header: t("shortlist.reason"), cell: ({ passedOver }) => passedOver ?? "–" },
        ]}
      />
      {page.balanceReason && (
        <p className="measure mt-4">{t("shortlist.balanceWas", { reason: page.balanceReason })}</p>
      )}
    </>
  );
}
