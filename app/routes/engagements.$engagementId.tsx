import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { answerRefusal } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { askPair } from "#app/mentoring/engagement/ask-pair.server.ts";
import { AskPair } from "#app/mentoring/engagement/ask-pair.tsx";
import { readEngagement } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { reminderOf } from "#app/mentoring/engagement/engagement.ts";
import { EngagementReminder } from "#app/mentoring/engagement/engagement-reminder.tsx";
import { readPairWork } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairWork } from "#app/mentoring/engagement/pair-work.tsx";
import { ShareLesson } from "#app/mentoring/lesson/share-lesson.tsx";
import { SessionPlans } from "#app/mentoring/session/session-plans.tsx";
import { SessionTimeline } from "#app/mentoring/session/session-timeline.tsx";
import { SessionTimes } from "#app/mentoring/session/session-times.tsx";
import { readPlans } from "#app/mentoring/session/slot-offer.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const engagement = orNotFound(await readEngagement(actor, readId(params.engagementId)));
  const t = await translatorOf(request);
  const [mentor, mentee] = [engagement.mentor.name, engagement.mentee.name];
  const plans = engagement.own && (await readPlans(actor, engagement.id));
  const present = now();
  const planned = engagement.sessions.filter(
    ({ state, startsAt }) => state === "scheduled" && startsAt > present.toISOString(),
  );
  return {
    title: t("mentoring.engagement.pair", { mentor, mentee }),
    engagement,
    work: orNotFound(await readPairWork(actor, engagement.id)),
    plans,
    next: planned.at(-1) ?? null,
    reminder: reminderOf(engagement, present.toISOString()),
    maySchedule: engagement.own !== null && engagement.state === "active",
    mayAsk: can(actor, "engagement.ask") && engagement.state === "active",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  const result = await askPair(actor, engagementId);
  return result.ok ? redirect(paths.engagement(engagementId)) : answerRefusal(result.refusal);
}

export default function Engagement() {
  const { title, engagement, work, plans, next, reminder, maySchedule, mayAsk } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const { id, sessions, mentor, mentee, ownZone } = engagement;
  const schedule = maySchedule && (
    <LinkButton to={paths.newSession(id)} variant="primary">
      {t("mentoring.schedule.title")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.engagement.confidential")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.engagements(), label: t("nav.engagements") }]}
        meta={t(`mentoring.engagementState.${engagement.state}`)}
        actions={sessions.length > 0 && schedule}
      />
      <EngagementReminder reminder={reminder} />
      {mayAsk && (
        <AskPair askedAt={engagement.askedAt} quiet={reminder !== null} refusal={reply?.refusal ?? null} />
      )}
      {next && (
        <Section
          title={t("mentoring.engagement.next")}
          actions={<LinkButton to={paths.session(next.id)}>{t("mentoring.session.open")}</LinkButton>}
        >
          <SessionTimes startsAt={next.startsAt} mentor={mentor} mentee={mentee} />
        </Section>
      )}
      {plans && <SessionPlans engagementId={id} active={maySchedule} plans={plans} />}
      <Section title={t("mentoring.engagement.sessions")}>
        {sessions.length > 0 ? (
          <SessionTimeline sessions={sessions} timeZone={ownZone} />
        ) : (
          <EmptyState
            title={t("mentoring.engagement.noSessions")}
            text={t("mentoring.engagement.noSessionsText")}
            action={
              schedule || (
                <LinkButton to={paths.engagements()}>{t("mentoring.engagement.backToAll")}</LinkButton>
              )
            }
          />
        )}
      </Section>
      <PairWork work={work} />
      {engagement.own && <ShareLesson engagementId={id} />}
      <Facts engagement={engagement} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["engagement"];

function Facts({ engagement }: { readonly engagement: Shown }) {
  const { t, format } = useLanguage();
  const { post, mentor, mentee, startedOn, endsOn } = engagement;
  const placed = ({ name, timeZone }: typeof mentor) =>
    t("mentoring.engagement.zone", { name, zone: timeZone.replaceAll("_", " ") });
  return (
    <Section title={t("mentoring.engagement.facts")}>
      <DefinitionList
        items={[
          { term: t("mentoring.engagement.mentor"), detail: placed(mentor) },
          { term: t("mentoring.engagement.mentee"), detail: placed(mentee) },
          {
            term: t("mentoring.engagement.post"),
            detail: `${nameIn(format.locale, post.roleKind)}, ${post.mission.acronym}`,
          },
          { term: t("mentoring.engagement.from"), detail: format.date(startedOn) },
          { term: t("mentoring.engagement.until"), detail: format.date(endsOn) },
        ]}
      />
    </Section>
  );
}
