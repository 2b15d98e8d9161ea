import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { listMentors, MENTORS_PER_PAGE } from "#app/mentoring/pool/mentor.queries.server.ts";
import { MentorTable } from "#app/mentoring/pool/mentor-table.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { pageOf } from "#app/platform/paging.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** All mentors for overseers; for a focal point, those of their own state. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const overseer = can(actor, "mentor.read");
  const mayPledge = can(actor, "mentor.pledge", { stateCode: actor.stateCode ?? "" });
  permit(overseer || mayPledge);
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  const list = await listMentors(actor, page);
  return {
    title: t("mentoring.mentors.title"),
    ...list,
    ...{ overseer, mayPledge, page, perPage: MENTORS_PER_PAGE },
  };
}

export default function Mentors() {
  const { title, mentors, total, overseer, mayPledge, page, perPage } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const pledge = mayPledge && (
    <LinkButton to={paths.pledgeMentor()} variant="primary">
      {t("mentoring.pledge.title")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t(overseer ? "mentoring.mentors.lead" : "mentoring.mentors.ownLead")}
        meta={t("mentoring.mentors.count", { count: total })}
        actions={
          <>
            {overseer && <LinkButton to={paths.mentorStandards()}>{t("pool.standard.title")}</LinkButton>}
            {total > 0 && pledge}
          </>
        }
      />
      <MentorTable
        mentors={mentors}
        empty={
          <EmptyState
            title={t("mentoring.mentors.none")}
            text={t(mayPledge ? "mentoring.mentors.noneText" : "mentoring.mentors.noneOversee")}
            action={
              pledge || <LinkButton to={paths.matching()}>{t("mentoring.engagements.toMatching")}</LinkButton>
            }
          />
        }
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
