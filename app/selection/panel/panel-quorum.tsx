import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { QUORUM } from "./panel.ts";
import type { JudgesLeft } from "./quorum.ts";

/** How many members would judge each candidacy, kept current while members are added. */
export function PanelQuorum({ candidacies }: { readonly candidacies: readonly JudgesLeft[] }) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.setPanel.quorum")}
      captionHidden
      rows={candidacies}
      rowKey={({ candidacyId }) => candidacyId}
      empty={<p>{t("selection.setPanel.noCandidacies")}</p>}
      columns={[
        { key: "name", header: t("selection.panel.candidate"), rowHeader: true, cell: ({ name }) => name },
        {
          key: "judges",
          header: t("selection.setPanel.judges"),
          align: "end",
          cell: ({ judges }) => format.number(judges),
        },
        {
          key: "quorum",
          header: t("selection.setPanel.quorumHeading", { quorum: QUORUM }),
          cell: ({ belowQuorum }) => (
            <Badge tone={belowQuorum ? "bad" : "good"}>
              {t(belowQuorum ? "selection.setPanel.quorumShort" : "selection.setPanel.quorumKept")}
            </Badge>
          ),
        },
      ]}
    />
  );
}
