import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { Standing } from "#app/selection/candidate/standing.tsx";
import { SentOn } from "#app/selection/decision/sent-on.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { listedStageWords } from "./listed-stage-words.ts";
import type { listNominations } from "./nomination-list.queries.server.ts";
import { nominatorName } from "./nominator.ts";

interface Props {
  readonly nominations: Awaited<ReturnType<typeof listNominations>>["nominations"];
}

/** Nominations of every vacancy, each with where it stands and since when. */
export function NominationListTable({ nominations }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("vetting.list.title")}
      captionHidden
      stickyFirst
      rows={nominations}
      rowKey={({ nominationId }) => nominationId}
      empty={
        <EmptyState
          title={t("vetting.list.none")}
          text={t("vetting.list.noneText")}
          action={<LinkButton to={paths.candidacies()}>{t("vetting.list.clear")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "name",
          header: t("vetting.list.name"),
          rowHeader: true,
          cell: ({ candidacyId, nominationId, name }) => (
            <Link to={candidacyId ? paths.candidacy(candidacyId) : paths.poolReview(nominationId)}>
              {name}
            </Link>
          ),
        },
        {
          key: "gender",
          header: t("vetting.list.gender"),
          cell: ({ gender }) => t(`selection.gender.${gender}`),
        },
        {
          key: "state",
          header: t("vetting.list.state"),
          cell: ({ nominatingState }) => nominatorName(t, format.locale, nominatingState),
        },
        {
          key: "post",
          header: t("selection.post.one"),
          cell: ({ post }) => (
            <span className="block min-w-56">
              {post ? caseTitle(format.locale, post) : t("vetting.list.pool")}
            </span>
          ),
        },
        {
          key: "submitted",
          header: t("vetting.list.submitted"),
          cell: (row) => <SentOn {...row} when={format.date(row.submittedAt)} />,
        },
        {
          key: "stage",
          header: t("vetting.list.stage"),
          cell: ({ stage }) => <Badge>{listedStageWords(t, stage)}</Badge>,
        },
        {
          key: "clock",
          header: t("vetting.clock.standing"),
          cell: ({ clock }) => <Standing clock={clock} />,
        },
      ]}
    />
  );
}
