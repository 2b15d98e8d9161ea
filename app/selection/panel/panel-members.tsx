import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PanelMemberLine } from "./panel-page.ts";

/** Who sits on the panel; for the chair and those who oversee, how many sheets each still owes. Never a mark. */
export function PanelMembers({ members }: { readonly members: readonly PanelMemberLine[] }) {
  const { t } = useLanguage();
  const counted = members.some(({ progress }) => progress !== null);
  return (
    <DataTable
      caption={t("selection.panel.members")}
      captionHidden
      rows={members}
      rowKey={({ memberId }) => memberId}
      empty={null}
      columns={[
        {
          key: "name",
          header: t("selection.panel.memberName"),
          cell: ({ name, chair }) => (
            <>
              {name} {chair && <Badge>{t("selection.panel.chair")}</Badge>}
            </>
          ),
        },
        ...(counted
          ? [
              {
                key: "declared",
                header: t("selection.panel.declared"),
                cell: ({ progress }: PanelMemberLine) => (
                  <Badge tone={progress?.declared ? "good" : "warn"}>
                    {t(progress?.declared ? "selection.panel.hasDeclared" : "selection.panel.notDeclared")}
                  </Badge>
                ),
              },
              {
                key: "sheets",
                header: t("selection.panel.sheets"),
                cell: ({ name, progress }: PanelMemberLine) => (
                  <Meter
                    label={t("selection.panel.sheetsOf", { name })}
                    value={progress?.submitted ?? 0}
                    max={progress?.assigned ?? 0}
                    valueLabel={t("selection.panel.submittedOf", {
                      submitted: progress?.submitted ?? 0,
                      assigned: progress?.assigned ?? 0,
                    })}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
