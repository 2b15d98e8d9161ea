import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Name {
  readonly givenName: string;
  readonly familyName: string;
}

interface Row {
  readonly id: string;
  readonly state: "active" | "ended";
  readonly mentor: Name;
  readonly mentee: Name;
  readonly post: {
    readonly mission: { readonly acronym: string };
    readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  };
  readonly endsOn: string;
  readonly held: number;
  readonly next: string | null;
}

interface Props {
  readonly title: string;
  readonly engagements: readonly Row[];
  readonly empty: ReactNode;
  readonly note?: ReactNode;
}

const nameOf = ({ givenName, familyName }: Name) => `${givenName} ${familyName}`;

/** Pairs, each with how often they have met and when they meet next. */
export function EngagementTable({ title, engagements, empty, note }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={title}
      captionHidden
      stickyFirst
      rows={engagements}
      rowKey={({ id }) => id}
      empty={empty}
      note={note}
      columns={[
        {
          key: "pair",
          header: t("mentoring.engagement.mentorAndMentee"),
          rowHeader: true,
          cell: ({ id, mentor, mentee }) => (
            <Link to={paths.engagement(id)}>
              {t("mentoring.engagement.pair", { mentor: nameOf(mentor), mentee: nameOf(mentee) })}
            </Link>
          ),
        },
        {
          key: "post",
          header: t("mentoring.engagement.post"),
          cell: ({ post }) => `${nameIn(format.locale, post.roleKind)}, ${post.mission.acronym}`,
        },
        {
          key: "held",
          header: t("mentoring.engagement.held"),
          align: "end",
          cell: ({ held }) => format.number(held),
        },
        {
          key: "next",
          header: t("mentoring.engagement.next"),
          nowrap: true,
          cell: ({ next }) => (next ? format.dateTime(next) : t("mentoring.engagement.noNext")),
        },
        {
          key: "until",
          header: t("mentoring.engagement.until"),
          nowrap: true,
          cell: ({ endsOn }) => format.date(endsOn),
        },
        {
          key: "state",
          header: t("mentoring.engagement.state"),
          cell: ({ state }) => (
            <Badge tone={state === "active" ? "good" : "neutral"}>
              {t(`mentoring.engagementState.${state}`)}
            </Badge>
          ),
        },
      ]}
    />
  );
}
