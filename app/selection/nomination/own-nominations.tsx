import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { ownStatusWords } from "#app/selection/candidate/own-status-words.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { listOwnNominations } from "./own-nomination.queries.server.ts";

interface Props {
  readonly nominations: Awaited<ReturnType<typeof listOwnNominations>>;
}

/** A person's nominations for the cadre at large, with where each stands. */
export function OwnNominations({ nominations }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("nominating.pool.own")}
      captionHidden
      rows={nominations}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "call",
          header: t("nominating.pool.call"),
          rowHeader: true,
          cell: ({ id, call }) => <Link to={paths.myNomination(id)}>{call}</Link>,
        },
        {
          key: "nominated",
          header: t("selection.candidacy.nominatedOn"),
          nowrap: true,
          cell: ({ nominatedAt }) => format.date(nominatedAt),
        },
        {
          key: "status",
          header: t("selection.nomination.status"),
          cell: ({ status }) => (
            <Badge tone={status === "awaitingConsent" ? "warn" : status === "inCadre" ? "good" : "neutral"}>
              {ownStatusWords(t, status)}
            </Badge>
          ),
        },
      ]}
    />
  );
}
