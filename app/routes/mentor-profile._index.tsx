import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readReadiness } from "#app/mentoring/pool/induction.queries.server.ts";
import { updateMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import {
  listLanguages,
  listPledgeChoices,
  readOwnMentor,
} from "#app/mentoring/pool/mentor.queries.server.ts";
import { isCheckDue } from "#app/mentoring/pool/mentor.ts";
import { profileSchema } from "#app/mentoring/pool/mentor-form.ts";
import { MentorProfileForm } from "#app/mentoring/pool/mentor-profile-form.tsx";
import { MentorStanding } from "#app/mentoring/pool/mentor-standing.tsx";
import { zoneChoices } from "#app/mentoring/session/session-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mentor.readOwn"));
  const t = await translatorOf(request);
  const [mentor, languages, { roleKinds }] = await Promise.all([
    readOwnMentor(actor),
    listLanguages(),
    listPledgeChoices(),
  ]);
  const zones = mentor ? zoneChoices(mentor.timeZone) : [];
  const readiness = mentor && (await readReadiness(database(), mentor.id));
  const checkDue = mentor ? isCheckDue(mentor, now()) : false;
  return { title: t("mentoring.profile.title"), mentor, languages, roleKinds, zones, readiness, checkDue };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mentor.readOwn"));
  const form = await readForm(request, profileSchema);
  if (!form.ok) return form.answer;
  const result = await updateMentor(actor, form.value);
  return result.ok ? redirect(paths.mentorProfile()) : form.refuse(result.refusal);
}

export default function MentorProfile() {
  const { title, mentor, languages, roleKinds, zones, readiness, checkDue } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  if (!mentor) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={t("mentoring.profile.none")}
          text={t("mentoring.profile.noneText")}
          action={<LinkButton to={paths.home()}>{t("nav.home")}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.profile.lead")}
        meta={t(`mentoring.mentorState.${mentor.state}`)}
        actions={
          <>
            <LinkButton to={paths.mentorPosts()}>{t("mentoring.mentor.career")}</LinkButton>
            <LinkButton to={paths.mentorInduction()}>{t("pool.induction.title")}</LinkButton>
          </>
        }
      />
      {readiness && <MentorStanding mentor={mentor} readiness={readiness} checkDue={checkDue} />}
      <MentorProfileForm
        key={mentor.version}
        mentor={mentor}
        languages={languages}
        roleKinds={roleKinds}
        zones={zones}
        reply={reply}
      />
      {mentor.state === "available" && (
        <Section title={t("mentoring.profile.rest")} lead={t("mentoring.profile.restText")}>
          <Form method="post" action={paths.restMentor()}>
            <input type="hidden" name="version" value={mentor.version} />
            <Button variant="secondary">{t("mentoring.profile.rest")}</Button>
          </Form>
        </Section>
      )}
      <Section title={t("pair.leave.title")} lead={t("pair.leave.lead")}>
        <LinkButton to={paths.leaveMentoring(mentor.id)}>{t("pair.leave.title")}</LinkButton>
      </Section>
    </>
  );
}
