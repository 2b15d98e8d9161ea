import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly vacancies: readonly {
    readonly id: string;
    readonly reference: string;
    readonly mission: string;
    readonly level: string;
    readonly role: { readonly nameEn: string; readonly nameFr: string };
    readonly decidedAt: string | null;
  }[];
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
}

/** The vacancies behind the figures, each with a page of its own. */
export function BalanceVacancies({ vacancies, ...paging }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section id="vacancies" title={t("gender.vacancies.title")}>
      <DataTable
        caption={t("gender.vacancies.caption")}
        captionHidden
        rows={vacancies}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("gender.vacancies.none")}
            text={t("gender.vacancies.noneText")}
            action={<LinkButton to="#leaders">{t("gender.flow.seeLeaders")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "reference",
            header: t("gender.vacancies.reference"),
            nowrap: true,
            cell: ({ id, reference }) => <Link to={paths.balanceOfVacancy(id)}>{reference}</Link>,
          },
          { key: "mission", header: t("gender.vacancies.mission"), cell: ({ mission }) => mission },
          {
            key: "role",
            header: t("gender.vacancies.role"),
            cell: ({ role }) => nameIn(format.locale, role),
          },
          { key: "level", header: t("gender.vacancies.level"), nowrap: true, cell: ({ level }) => level },
          {
            key: "decided",
            header: t("gender.vacancies.decidedAt"),
            nowrap: true,
            cell: ({ decidedAt }) => (decidedAt ? format.date(decidedAt) : t("gender.vacancies.running")),
          },
        ]}
      />
      <Pages {...paging} />
    </Section>
  );
}
