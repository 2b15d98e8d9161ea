import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readCadreSettings } from "#app/cadre/cadre-settings.queries.server.ts";
import { listRoleKinds } from "#app/cadre/member.queries.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { FileVersions } from "#app/selection/candidate/file-versions.tsx";
import { FileView } from "#app/selection/candidate/file-view.tsx";
import { DocumentLinks } from "#app/selection/document/document-links.tsx";
import { poolFindingSchema } from "#app/selection/pool/pool-review.ts";
import { PoolReviewFacts } from "#app/selection/pool/pool-review-facts.tsx";
import { PoolReviewForm } from "#app/selection/pool/pool-review-form.tsx";
import { readPoolReview } from "#app/selection/pool/pool-review-page.queries.server.ts";
import { PoolChecks, PoolSheets } from "#app/selection/pool/pool-sheets.tsx";
import { reviewNominee } from "#app/selection/pool/review-nominee.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pool.read"));
  const review = orNotFound(await readPoolReview(actor, readId(params.nominationId)));
  const open = can(actor, "pool.review") && review.state === "consented" && !review.withdrawn && !review.mine;
  const [roleKinds, settings] = await Promise.all([listRoleKinds(), readCadreSettings()]);
  return { title: review.name, review, roleKinds, months: settings.readinessMonths, open };
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
  const { review, roleKinds, months, open } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const sayRefusal = useRefusalWords();
  const { call, status, checks, file, bar, documents } = review;
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
      <PoolSheets review={review} roleKinds={roleKinds} />
      <Section title={t("selection.requirement.title")}>
        <PoolChecks checks={checks} file={review.file} />
      </Section>
      <FileVersions versions={review.versions} />
      <Section title={t("nominating.pool.file")} lead={t("nominating.pool.fileLead")}>
        <FileView {...file} />
      </Section>
      <Section title={t("nominating.pool.documents")}>
        <DocumentLinks documents={documents} to={paths.draftDocument} />
      </Section>
      {open && (
        <Section title={t("nominating.pool.finding")}>
          {bar ? (
            <Alert tone="warn" role="note" title={sayRefusal(bar)} />
          ) : (
            <PoolReviewForm review={review} roleKinds={roleKinds} months={months} reply={reply} />
          )}
        </Section>
      )}
    </>
  );
}
