import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { nominatorName } from "./nominator.ts";
import type { PoolReviewPage } from "./pool-review.queries.server.ts";

/** Who nominated whom, when they agreed, and what an officer found. */
export function PoolReviewFacts({ review }: { readonly review: PoolReviewPage }) {
  const { t, format } = useLanguage();
  const { answeredAt, decidedAt, decidedBy, reasons, note, membershipId } = review;
  return (
    <DefinitionList
      items={[
        {
          term: t("nominating.pool.by"),
          detail: nominatorName(t, format.locale, review.nominatingState),
        },
        { term: t("selection.nomination.sentOn"), detail: format.dateTime(review.submittedAt) },
        { term: t("selection.person.gender"), detail: t(`selection.gender.${review.gender}`) },
        { term: t("selection.person.nationality"), detail: review.nationalities.join(", ") },
        { term: t("selection.nomination.statement"), detail: review.statement || "–" },
        {
          term: t("nominating.section.certification"),
          detail: review.certified ? t("nominating.certified.all") : (review.disclosure ?? "–"),
        },
        {
          term: t("nominating.pool.answered"),
          detail: answeredAt ? format.dateTime(answeredAt) : t("nominating.pool.notYet"),
        },
        ...(decidedAt
          ? [
              {
                term: t("nominating.pool.decided"),
                detail: t("nominating.pool.decidedBy", {
                  time: format.dateTime(decidedAt),
                  name: decidedBy ?? "–",
                }),
              },
            ]
          : []),
        ...(reasons.length > 0
          ? [
              {
                term: t("vetting.screening.reasons"),
                detail: format.list(reasons.map((reason) => t(`vetting.reason.${reason}`))),
              },
            ]
          : []),
        ...(note ? [{ term: t("selection.screening.note"), detail: note }] : []),
        ...(membershipId
          ? [
              {
                term: t("nav.cadre"),
                detail: <Link to={paths.member(membershipId)}>{t("nominating.pool.membership")}</Link>,
              },
            ]
          : []),
      ]}
    />
  );
}
