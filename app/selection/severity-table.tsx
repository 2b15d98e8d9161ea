import { useLanguage } from "#app/i18n/provider.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MemberSeverity } from "./rank-result.ts";

interface Props {
  readonly members: readonly MemberSeverity[];
  /** Names by member. */
  readonly names: Readonly<Record<string, string>>;
}

/** How severe each member marked: for the chair and the secretariat, to talk about, not to correct. */
export function SeverityTable({ members, names }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.ranking.severity")}
      captionHidden
      rows={members}
      rowKey={({ memberId }) => memberId}
      empty={null}
      columns={[
        {
          key: "member",
          header: t("selection.panel.members"),
          cell: ({ memberId }) => names[memberId] ?? "–",
        },
        { key: "sheets", header: t("selection.ranking.sheets"), align: "end", cell: ({ sheets }) => sheets },
        {
          key: "severity",
          header: t("selection.ranking.levels"),
          align: "end",
          cell: ({ severity }) => (severity === null ? "–" : format.number(severity, 2)),
        },
      ]}
    />
  );
}
