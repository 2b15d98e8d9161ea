import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { CourseNomineeRow } from "./course.queries.server.ts";
import { SeatBadge } from "./seat-badge.tsx";

interface Props {
  readonly nominees: readonly CourseNomineeRow[];
  readonly begun: boolean;
}

/** Those nominated to a course, in the order in which they were. */
export function CourseNominees({ nominees, begun }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("course.nominees")}
      captionHidden
      stacks
      rows={nominees}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("course.noNominees")}</p>}
      columns={[
        {
          key: "name",
          header: t("cadre.member.name"),
          rowHeader: true,
          cell: ({ id, givenName, familyName }) => (
            <Link to={paths.courseSeat(id)}>
              {givenName} {familyName}
            </Link>
          ),
        },
        {
          key: "by",
          header: t("course.nominatedBy"),
          cell: ({ nominatedBy }) =>
            nominatedBy ? nameIn(format.locale, nominatedBy) : t("course.bySecretariat"),
        },
        {
          key: "state",
          header: t("course.standing"),
          cell: ({ state }) => <SeatBadge state={state} begun={begun} />,
        },
      ]}
    />
  );
}
