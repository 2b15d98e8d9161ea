import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { InterestedMember } from "./open-vacancy.queries.server.ts";

/** Members of the cadre who let their state know that a vacancy of the call interests them; nothing where nobody did. */
export function InterestedMembers({ members }: { readonly members: readonly InterestedMember[] }) {
  const { t, format } = useLanguage();
  if (members.length === 0) return null;
  return (
    <Section title={t("cadre.interest.ofState")} lead={t("cadre.interest.ofStateLead")}>
      <DataTable
        caption={t("cadre.interest.ofState")}
        captionHidden
        stacks
        rows={members}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          { key: "name", header: t("cadre.member.name"), rowHeader: true, cell: ({ name }) => name },
          {
            key: "post",
            header: t("selection.post.one"),
            cell: ({ roleKind, mission }) => `${nameIn(format.locale, roleKind)}, ${mission}`,
          },
          { key: "email", header: t("cadre.propose.email"), cell: ({ email }) => email },
          {
            key: "statedAt",
            header: t("cadre.interest.statedOn"),
            nowrap: true,
            cell: ({ statedAt }) => format.date(statedAt),
          },
        ]}
      />
    </Section>
  );
}
