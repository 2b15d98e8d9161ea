import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { useRefusalWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listRoleKinds } from "#app/cadre/member.queries.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readPoolReview } from "#app/selection/pool-review.queries.server.ts";
import { poolFindingSchema } from "#app/selection/pool-review.ts";
import { PoolReviewFacts } from "#app/selection/pool-review-facts.tsx";
import { PoolReviewForm } from "#app/selection/pool-review-form.tsx";
import { RequirementList } from "#app/selection/requirement-list.tsx";
import { reviewNominee } from "#app/selection/review-nominee.server.ts";
import { StatedFile } from "#app/selection/stated-file.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pool.read"));
  const review = orNotFound(await readPoolReview(actor, readId(params.nominationId)));
  const [roleKinds, nameOf] = await Promise.all([
    listRoleKinds(),
    stateNames(actor.locale, review.nationalities),
  ]);
  return {
    title: review.name,
    review: { ...review, nationalities: review.nationalities.map(nameOf) },
    roleKinds,
    open: can(actor, "pool.review") && review.state === "consented" && !review.withdrawn,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pool.review"));
  const nominationId = readId(params.nominationId);
  const form = await readForm(request, poolFindingSchema);
  if (!form.ok) return form.answer;
  const result = await reviewNominee(actor, { nominationId, finding: form.value });
  return result.ok ? redirect(paths.poolReview(nominationId)) : form.refuse(result.refusal);
}

/** The review of one person nominated for the cadre at large. */
export default function PoolReview() {
  const { review, roleKinds, open } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const sayRefusal = useRefusalWords();
  const { call, status, requirements, file, bar } = review;
  return (
    <>
      <PageHeader
        title={review.name}
        eyebrow={call.name}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.call(call.reference), label: call.reference },
          { to: paths.poolReviews(call.reference), label: t("nominating.pool.title") },
        ]}
        meta={t(`selection.nomination.status.${status}`)}
        lead={t("nominating.pool.reviewLead")}
      />
      <Section title={t("selection.nomination.details")}>
        <PoolReviewFacts review={review} />
      </Section>
      <Section title={t("selection.requirement.title")}>
        <RequirementList requirements={requirements} />
      </Section>
      {file && <StatedFile file={file} />}
      {open && (
        <Section title={t("nominating.pool.finding")}>
          {bar ? (
            <Alert tone="warn" role="note" title={sayRefusal(bar)} />
          ) : (
            <PoolReviewForm review={review} roleKinds={roleKinds} reply={reply} />
          )}
        </Section>
      )}
    </>
  );
}
