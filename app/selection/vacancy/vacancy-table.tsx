import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { VacancyRow } from "./vacancy.queries.server.ts";

interface Props {
  readonly vacancies: readonly VacancyRow[];
  readonly empty: ReactNode;
}

/** Vacancies, each with where it stands and how many were nominated. */
export function VacancyTable({ vacancies, empty }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.vacancy.list")}
      captionHidden
      stickyFirst
      rows={vacancies}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "reference",
          header: t("selection.panel.reference"),
          rowHeader: true,
          nowrap: true,
          cell: ({ id, reference }) => <Link to={paths.vacancy(id)}>{reference}</Link>,
        },
        {
          key: "post",
          header: t("selection.post.one"),
          cell: ({ roleKind, mission }) => `${nameIn(format.locale, roleKind)}, ${mission.acronym}`,
        },
        { key: "level", header: t("selection.post.level"), nowrap: true, cell: ({ level }) => level },
        {
          key: "state",
          header: t("selection.vacancy.state"),
          cell: (row) => (
            <Badge tone={row.state === "open" ? "good" : "neutral"}>
              {t(`selection.vacancy.state.${row.state}`)}
            </Badge>
          ),
        },
        {
          key: "closes",
          header: t("selection.vacancy.closes"),
          nowrap: true,
          cell: ({ closesAt }) => (closesAt ? format.date(closesAt) : "–"),
        },
        {
          key: "nominations",
          header: t("selection.vacancy.nominations"),
          align: "end",
          cell: ({ nominations }) => format.number(nominations),
        },
      ]}
    />
  );
}
