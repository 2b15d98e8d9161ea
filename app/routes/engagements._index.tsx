import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import {
  ENGAGEMENTS_PER_PAGE,
  listEngagements,
  readUsefulness,
} from "#app/mentoring/engagement/engagement.queries.server.ts";
import { EngagementTable } from "#app/mentoring/engagement/engagement-table.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** For overseers, every pair and what all sessions together are worth; for mentors and mentees, their own pairs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const overseer = can(actor, "engagement.list");
  permit(overseer || can(actor, "engagement.listOwn"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const [list, usefulness] = await Promise.all([
    listEngagements(actor, page),
    overseer ? readUsefulness() : null,
  ]);
  const title = t(overseer ? "mentoring.engagements.title" : "mentoring.engagements.mineTitle");
  const mayMatch = can(actor, "match.read");
  return { title, ...list, ...{ overseer, mayMatch, usefulness, page, perPage: ENGAGEMENTS_PER_PAGE } };
}

export default function Engagements() {
  const { title, engagements, total, overseer, mayMatch, usefulness, page, perPage } =
    useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const worth = usefulness
    ? t("mentoring.engagements.usefulness", {
        share: format.percent(usefulness.share),
        count: usefulness.count,
      })
    : t("mentoring.engagements.usefulnessLater");
  return (
    <>
      <PageHeader
        title={title}
        lead={overseer ? t("mentoring.engagements.lead") : t("mentoring.engagement.confidential")}
        meta={t("mentoring.engagements.count", { count: total })}
      />
      <EngagementTable
        title={title}
        engagements={engagements}
        empty={
          <EmptyState
            title={t("mentoring.engagements.none")}
            text={t(overseer ? "mentoring.engagements.noneOverseer" : "mentoring.engagements.noneOwn")}
            action={
              mayMatch ? (
                <LinkButton to={paths.matching()}>{t("mentoring.engagements.toMatching")}</LinkButton>
              ) : (
                <LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>
              )
            }
          />
        }
        note={overseer && worth}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
