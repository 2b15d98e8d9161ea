import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { PoolReviewPage } from "./pool-review-page.queries.server.ts";

/** Who nominated whom and what they certify, when the nominee agreed, and what came of it. */
export function PoolReviewFacts({ review }: { readonly review: PoolReviewPage }) {
  const { t, format } = useLanguage();
  const { answeredAt, outcome, note, membershipId, nominationId, attestation } = review;
  const certification = () => {
    if (review.nominatingState === null) return t("nominating.pool.selfNominated");
    return review.certified ? t("nominating.pool.certified") : (review.disclosure ?? "–");
  };
  return (
    <DefinitionList
      items={[
        {
          term: t("nominating.pool.by"),
          detail: nominatorName(t, format.locale, review.nominatingState),
        },
        { term: t("selection.nomination.sentOn"), detail: format.dateTime(review.submittedAt) },
        { term: t("nominating.pool.statement"), detail: review.statement || "–" },
        { term: t("nominating.pool.ofNominee"), detail: certification() },
        {
          term: t("nominating.pool.answered"),
          detail: answeredAt ? format.dateTime(answeredAt) : t("nominating.pool.notYet"),
        },
        {
          term: t("nominating.pool.attestation"),
          detail: attestation ? (
            <Link to={paths.poolAttestation(nominationId)}>
              {t(attestation.disclosed ? "nominating.pool.disclosed" : "nominating.pool.attested")}
            </Link>
          ) : (
            t("nominating.pool.notAttested")
          ),
        },
        ...(outcome
          ? [
              {
                term: t("nominating.pool.decided"),
                detail: `${format.dateTime(outcome.at)}${outcome.basis ? ` (${t(`vetting.screening.basis.${outcome.basis}`)})` : ""}`,
              },
            ]
          : []),
        ...(outcome && outcome.reasons.length > 0
          ? [
              {
                term: t("vetting.screening.reasons"),
                detail: format.list(outcome.reasons.map((reason) => t(`vetting.reason.${reason}`))),
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
