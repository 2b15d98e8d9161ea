import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { MentorState } from "#app/mentoring/lifecycle.ts";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/table.tsx";
import { MentorBadge } from "./mentor-badge.tsx";

interface Row {
  readonly id: string;
  readonly state: MentorState;
  readonly capacity: number;
  readonly activePairs: number;
  readonly availableTo: string;
  readonly person: { readonly givenName: string; readonly familyName: string };
  readonly pledgedBy: { readonly nameEn: string; readonly nameFr: string };
}

/** Mentors with how much of what they offer is taken. */
export function MentorTable({
  mentors,
  empty,
}: {
  readonly mentors: readonly Row[];
  readonly empty: ReactNode;
}) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("mentoring.mentors.title")}
      captionHidden
      stickyFirst
      rows={mentors}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("mentoring.mentor.name"),
          rowHeader: true,
          cell: ({ id, person }) => (
            <Link to={paths.mentor(id)}>
              {person.givenName} {person.familyName}
            </Link>
          ),
        },
        {
          key: "pledgedBy",
          header: t("mentoring.mentor.pledgedBy"),
          cell: ({ pledgedBy }) => nameIn(format.locale, pledgedBy),
        },
        {
          key: "pairs",
          header: t("mentoring.mentor.pairs"),
          nowrap: true,
          cell: ({ activePairs, capacity }) =>
            t("mentoring.mentor.pairsOf", { active: activePairs, capacity }),
        },
        {
          key: "until",
          header: t("mentoring.mentor.until"),
          nowrap: true,
          cell: ({ availableTo }) => format.date(availableTo),
        },
        {
          key: "state",
          header: t("mentoring.mentor.state"),
          cell: ({ state }) => <MentorBadge state={state} />,
        },
      ]}
    />
  );
}
