import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { SentOn } from "#app/selection/decision/sent-on.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { listNominations } from "./nomination.queries.server.ts";

interface Props {
  readonly nominations: Awaited<ReturnType<typeof listNominations>>["nominations"];
}

/** What a state has nominated, with how far each candidacy has come. */
export function NominationTable({ nominations }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.nomination.nominated")}
      captionHidden
      rows={nominations}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "name",
          header: t("selection.panel.candidate"),
          rowHeader: true,
          cell: ({ id, person }) => (
            <Link to={paths.nomination(id)}>
              {person.familyName}, {person.givenName}
            </Link>
          ),
        },
        {
          key: "post",
          header: t("selection.post.one"),
          cell: ({ post, call }) => (post ? caseTitle(format.locale, post) : call),
        },
        {
          key: "sent",
          header: t("selection.nomination.sentOn"),
          cell: (row) => <SentOn {...row} when={format.date(row.submittedAt)} />,
        },
        {
          key: "status",
          header: t("selection.nomination.status"),
          cell: ({ status }) => {
            return (
              <Badge
                tone={status === "awaitingConsent" ? "warn" : status === "selected" ? "good" : "neutral"}
              >
                {t(`selection.nomination.status.${status}`)}
              </Badge>
            );
          },
        },
      ]}
    />
  );
}
