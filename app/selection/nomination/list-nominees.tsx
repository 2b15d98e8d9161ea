import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { SentOn } from "#app/selection/decision/sent-on.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ListPage } from "./list.queries.server.ts";

interface Props {
  readonly list: ListPage;
  readonly mayWithdraw: boolean;
}

/** Whom the state has submitted on this list, those taken back included. */
export function ListNominees({ list, mayWithdraw }: Props) {
  const { t, format } = useLanguage();
  const postOf = (id: string | null) => list.call.vacancies.find((vacancy) => vacancy.id === id)?.name;
  return (
    <DataTable
      caption={t("nominating.list.submitted")}
      captionHidden
      rows={list.nominations}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("nominating.list.noneSubmitted")}</p>}
      columns={[
        {
          key: "name",
          header: t("selection.panel.candidate"),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.nomination(id)}>{name}</Link>,
        },
        {
          key: "gender",
          header: t("selection.person.gender"),
          cell: ({ gender }) => t(`selection.gender.${gender}`),
        },
        {
          key: "post",
          header: t("selection.post.one"),
          cell: ({ vacancyId, additional }) => (
            <>
              {postOf(vacancyId) ?? t("nominating.list.forCadre")}{" "}
              {additional && <Badge>{t("nominating.list.additional")}</Badge>}
            </>
          ),
        },
        {
          key: "sent",
          header: t("selection.nomination.sentOn"),
          cell: (row) => <SentOn {...row} when={format.dateTime(row.submittedAt, list.call.timeZone)} />,
        },
        {
          key: "status",
          header: t("selection.nomination.status"),
          cell: (row) => {
            const { status } = row;
            return (
              <>
                <Badge tone={status === "selected" ? "good" : "neutral"}>
                  {t(`selection.nomination.status.${status}`)}
                </Badge>
                {row.withdrawnReason && <p className="mt-1 text-sm text-muted">{row.withdrawnReason}</p>}
                {mayWithdraw && row.state === "submitted" && (
                  <p className="mt-1">
                    <Link to={paths.withdrawNomination(row.id)}>{t("selection.nomination.withdraw")}</Link>
                  </p>
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}
