import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { readLeaving } from "#app/mentoring/engagement/pair.queries.server.ts";
import { readInduction } from "#app/mentoring/pool/induction.queries.server.ts";
import { InductionList } from "#app/mentoring/pool/induction-list.tsx";
import { readMentor } from "#app/mentoring/pool/mentor.queries.server.ts";
import { availabilityOf } from "#app/mentoring/pool/mentor-availability.tsx";
import { MentorBadge } from "#app/mentoring/pool/mentor-badge.tsx";
import { MentorFacts } from "#app/mentoring/pool/mentor-facts.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One mentor, for overseers and the focal points of the state that pledged them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const mentor = orNotFound(await readMentor(actor, readId(params.mentorId)));
  const mayInduct = can(actor, "mentor.induct");
  const induction = can(actor, "mentor.read") ? await readInduction(mentor.id) : null;
  const mayEnd = (await readLeaving(actor, mentor.id)) !== null;
  return { title: mentor.name, mentor, induction, mayInduct, mayEnd, today: dayOf(now()) };
}

export default function Mentor() {
  const { title, mentor, induction, mayInduct, mayEnd, today } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { state, pledgedBy, pledgedOn, activePairs, capacity, weeklyHours } = mentor;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentors(), label: t("mentoring.mentors.title") }]}
        meta={<MentorBadge state={state} />}
        actions={
          mayEnd && <LinkButton to={paths.leaveMentoring(mentor.id)}>{t("pair.leave.title")}</LinkButton>
        }
      />
      <MentorFacts mentor={mentor} />
      <Section title={t("mentoring.mentor.availability")}>
        <DefinitionList
          items={[
            { term: t("mentoring.mentor.pledgedBy"), detail: nameIn(format.locale, pledgedBy) },
            { term: t("mentoring.mentor.pledgedOn"), detail: format.date(pledgedOn) },
            {
              term: t("mentoring.mentor.availability"),
              detail: t("mentoring.mentor.fromTo", {
                from: format.date(mentor.availableFrom),
                to: format.date(mentor.availableTo),
              }),
            },
            {
              term: t("mentoring.mentor.pairs"),
              detail: t("mentoring.mentor.pairsOf", { active: activePairs, capacity }),
            },
            { term: t("mentoring.mentor.hours"), detail: format.number(weeklyHours) },
            ...(induction ? availabilityOf(mentor, t, format) : []),
          ]}
        />
      </Section>
      {induction && (
        <Section
          title={t("pool.induction.title")}
          lead={t(induction.code.acknowledgedOn ? "pool.code.acknowledged" : "pool.code.notYet", {
            day: induction.code.acknowledgedOn ? format.date(induction.code.acknowledgedOn) : "",
          })}
        >
          <InductionList
            steps={induction.steps}
            action={mayInduct && state !== "pledged" ? paths.markInduction(mentor.id) : null}
            today={today}
          />
        </Section>
      )}
    </>
  );
}
