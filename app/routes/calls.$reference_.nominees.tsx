import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { findGlobalCall } from "#app/selection/call/call.queries.server.ts";
import { listPoolReviews, POOL_REVIEWS_PER_PAGE } from "#app/selection/pool/pool-review.queries.server.ts";
import { POOL_REVIEW_STATES } from "#app/selection/pool/pool-review.ts";
import { PoolReviewTable } from "#app/selection/pool/pool-review-table.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pool.read"));
  const call = orNotFound(await findGlobalCall(actor.locale, params.reference ?? ""));
  const asked = new URL(request.url).searchParams.get("state");
  const state = POOL_REVIEW_STATES.find((one) => one === asked);
  const page = pageOf(request.url);
  const t = await translatorOf(request);
  return {
    title: t("nominating.pool.title"),
    ...{ call, state: state ?? null, page, perPage: POOL_REVIEWS_PER_PAGE },
    ...(await listPoolReviews(call.id, state, page)),
  };
}

/** Everybody nominated by a call for the cadre, with where each stands. */
export default function PoolReviews() {
  const { title, call, state, reviews, counts, total, page, perPage } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${call.reference} · ${call.name}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.call(call.reference), label: call.reference }]}
        lead={t("nominating.pool.lead")}
      />
      <nav aria-label={t("nominating.pool.byState")} className="mb-4 flex flex-wrap gap-2">
        <LinkButton
          size="small"
          variant={state ? "secondary" : "primary"}
          to={paths.poolReviews(call.reference)}
        >
          {t("nominating.pool.all")}
        </LinkButton>
        {POOL_REVIEW_STATES.map((one) => (
          <LinkButton
            key={one}
            size="small"
            variant={one === state ? "primary" : "secondary"}
            to={paths.poolReviews(call.reference, one)}
          >
            {t(`nominating.pool.state.${one}`)} ({format.number(counts[one] ?? 0)})
          </LinkButton>
        ))}
      </nav>
      <PoolReviewTable caption={title} reviews={reviews} reference={call.reference} />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
