import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { isScreenShared } from "#app/access/screen-sharing.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { ShareLesson } from "#app/mentoring/lesson/share-lesson.tsx";
import { OwnFeedback } from "#app/mentoring/session/own-feedback.tsx";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { SessionActions } from "#app/mentoring/session/session-actions.tsx";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { SessionBadge } from "#app/mentoring/session/session-timeline.tsx";
import { SessionTimes } from "#app/mentoring/session/session-times.tsx";
import { readProgrammeNotes, readSessionWork } from "#app/mentoring/session/session-work.queries.server.ts";
import { ProgrammeNotes, SessionWork } from "#app/mentoring/session/session-work.tsx";
import { pageTitle } from "#app/page-title.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const session = orNotFound(await readSession(actor, readId(params.sessionId)));
  const t = await translatorOf(request);
  const screenShared = isScreenShared(request);
  return {
    title: t("mentoring.session.title"),
    // What somebody noted for themselves with their feedback is theirs alone as well.
    session: screenShared ? { ...session, feedback: null } : session,
    work: await readSessionWork(actor, session.id, { screenShared }),
    programme: await readProgrammeNotes(actor, session.id),
  };
}

export default function Session() {
  const { title, session, work, programme } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const { id, state, startsAt, durationMinutes, channel, mentor, mentee, may, feedback } = session;
  const how = channel && {
    term: t("mentoring.session.channel"),
    detail: t(`mentoring.channel.${channel}`),
  };
  return (
    <>
      <SessionHeader
        title={title}
        session={session}
        below={false}
        lead={t("mentoring.engagement.confidential")}
        meta={<SessionBadge state={state} />}
      />
      <DefinitionList
        items={[
          {
            term: t("mentoring.session.when"),
            detail: <SessionTimes startsAt={startsAt} mentor={mentor} mentee={mentee} />,
          },
          {
            term: t("mentoring.session.duration"),
            detail: t("mentoring.session.durationOf", { minutes: durationMinutes }),
          },
          ...(how ? [how] : []),
        ]}
      />
      <SessionActions sessionId={id} may={may} />
      {work && <SessionWork sessionId={id} engagementId={session.engagementId} work={work} />}
      <ProgrammeNotes notes={programme} />
      {state === "held" && session.own && <ShareLesson engagementId={session.engagementId} />}
      {feedback && <OwnFeedback {...feedback} />}
    </>
  );
}
