import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readPosts } from "#app/cadre/demand.queries.server.ts";
import { FitColumns } from "#app/cadre/fit-columns.tsx";
import { FIT_PER_PAGE } from "#app/cadre/fit-order.queries.server.ts";
import { ListExports } from "#app/cadre/list-exports.tsx";
import { readFit } from "#app/cadre/read-fit.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { RequirementList } from "#app/selection/screening/requirement-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "bench.read"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const [found] = await readPosts(undefined, readId(params.postId));
  const { demand, ...post } = orNotFound(found ?? null);
  const fit = await readFit(actor, { demand, judges: [], vacancyId: null, page });
  const name = `${nameIn(actor.locale, post.roleKind)}, ${post.mission}`;
  return {
    ...{ title: t("bench.whatIf", { post: name }), post, fit, perPage: FIT_PER_PAGE },
    requirements: demand.requirements,
  };
}

/** What if this post falls vacant tomorrow: who is there. */
export default function WhatIf() {
  const { title, post, fit, perPage, requirements } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={post.level}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.bench(), label: t("bench.title") }]}
        lead={post.endsOn ? t("bench.termUntil", { date: format.date(post.endsOn) }) : t("bench.vacant")}
        actions={
          <>
            <LinkButton to={paths.succession(post.mission)}>{t("bench.succession")}</LinkButton>
            {post.live && <LinkButton to={paths.fit(post.live.id)}>{post.live.reference}</LinkButton>}
          </>
        }
      />
      <Section
        title={t("selection.requirement.title")}
        lead={t(post.usual ? "bench.usualRequirements" : "bench.lastRequirements")}
      >
        <RequirementList requirements={requirements} />
      </Section>
      <Section
        title={t("fit.title")}
        lead={t("fit.lead", { count: fit.total })}
        actions={fit.total > 0 && <ListExports list="fitToPost" asked={{ post: post.id }} />}
      >
        <FitColumns fit={fit} mayInvite={false} />
        <Pages page={fit.page} perPage={perPage} total={fit.most} />
      </Section>
    </>
  );
}
