import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { listPoolReviews } from "./pool-review.queries.server.ts";

interface Props {
  readonly caption: string;
  readonly reviews: Awaited<ReturnType<typeof listPoolReviews>>["reviews"];
  /** Of the call. */
  readonly reference: string;
}

/** People nominated for the cadre: by whom, when they agreed, where the review stands. */
export function PoolReviewTable({ caption, reviews, reference }: Props) {
  const { t, format } = useLanguage();
  const dayOf = (moment: string | null) => (moment ? format.date(moment) : "–");
  return (
    <DataTable
      caption={caption}
      captionHidden
      stickyFirst
      rows={reviews}
      rowKey={({ nominationId }) => nominationId}
      empty={
        <EmptyState
          title={t("nominating.pool.none")}
          text={t("nominating.pool.noneText")}
          action={<LinkButton to={paths.call(reference)}>{t("selection.consent.readCall")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "name",
          header: t("selection.panel.candidate"),
          rowHeader: true,
          cell: ({ nominationId, name }) => <Link to={paths.poolReview(nominationId)}>{name}</Link>,
        },
        {
          key: "status",
          header: t("selection.nomination.status"),
          cell: ({ status }) => (
            <Badge tone={status === "forCadre" ? "warn" : status === "inCadre" ? "good" : "neutral"}>
              {t(`selection.nomination.status.${status}`)}
            </Badge>
          ),
        },
        {
          key: "by",
          header: t("nominating.pool.by"),
          cell: ({ nominatingState }) => nominatorName(t, format.locale, nominatingState),
        },
        {
          key: "on",
          header: t("selection.candidacy.nominatedOn"),
          nowrap: true,
          cell: ({ submittedAt }) => format.date(submittedAt),
        },
        {
          key: "answered",
          header: t("nominating.pool.answered"),
          nowrap: true,
          cell: ({ answeredAt }) => dayOf(answeredAt),
        },
        {
          key: "decided",
          header: t("nominating.pool.decided"),
          nowrap: true,
          cell: ({ decidedAt }) => dayOf(decidedAt),
        },
      ]}
    />
  );
}
