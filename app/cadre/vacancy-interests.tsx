import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly members: readonly {
    readonly membershipId: string;
    readonly name: string;
    readonly statedAt: string;
    readonly stateCode: string | null;
  }[];
}

/** Everybody of the cadre who said that a vacancy interests them, whether found ready for it or not. */
export function VacancyInterests({ members }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("fit.interests")} lead={t("fit.interestsLead")}>
      <DataTable
        caption={t("fit.interests")}
        captionHidden
        stacks
        rows={members}
        rowKey={({ membershipId }) => membershipId}
        empty={<p className="text-muted">{t("fit.noInterest")}</p>}
        columns={[
          {
            key: "name",
            header: t("cadre.member.name"),
            rowHeader: true,
            cell: ({ membershipId, name }) => <Link to={paths.member(membershipId)}>{name}</Link>,
          },
          {
            key: "state",
            header: t("cadre.interest.tell"),
            cell: ({ stateCode }) => stateCode ?? t("cadre.interest.tellNobody"),
          },
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
