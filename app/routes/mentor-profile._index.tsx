import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { updateMentor } from "#app/mentoring/keep-mentor.server.ts";
import { listLanguages, readOwnMentor } from "#app/mentoring/mentor.queries.server.ts";
import { profileSchema } from "#app/mentoring/mentor-form.ts";
import { MentorProfileForm } from "#app/mentoring/mentor-profile-form.tsx";
import { zoneChoices } from "#app/mentoring/session-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mentor.readOwn"));
  const t = await translatorOf(request);
  const [mentor, languages] = await Promise.all([readOwnMentor(actor), listLanguages()]);
  const zones = mentor ? zoneChoices(mentor.timeZone) : [];
  return { title: t("mentoring.profile.title"), mentor, languages, zones };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, profileSchema);
  if (!form.ok) return form.answer;
  const result = await updateMentor(actor, form.value);
  return result.ok ? redirect(paths.mentorProfile()) : form.refuse(result.refusal);
}

export default function MentorProfile() {
  const { title, mentor, languages, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
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
  const pledgedBy = nameIn(format.locale, mentor.pledgedBy);
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.profile.lead")}
        meta={t(`mentoring.mentorState.${mentor.state}`)}
      />
      {mentor.state === "pledged" && (
        <Alert title={t("mentoring.profile.pledgedTitle", { state: pledgedBy })}>
          {t("mentoring.profile.pledgedText")}
        </Alert>
      )}
      {mentor.state === "resting" && (
        <Alert title={t("mentoring.profile.restingTitle")}>{t("mentoring.profile.restingText")}</Alert>
      )}
      <MentorProfileForm
        key={mentor.version}
        mentor={mentor}
        languages={languages}
        zones={zones}
        reply={reply}
      />
      {mentor.state !== "resting" && (
        <Section title={t("mentoring.profile.rest")} lead={t("mentoring.profile.restText")}>
          <Form method="post" action={paths.restMentor()}>
            <input type="hidden" name="version" value={mentor.version} />
            <Button variant="secondary">{t("mentoring.profile.rest")}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}
