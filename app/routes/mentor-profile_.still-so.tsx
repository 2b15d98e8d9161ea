import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { confirmProfile } from "#app/mentoring/pool/check-mentors.server.ts";
import { readOwnMentor } from "#app/mentoring/pool/mentor.queries.server.ts";
import { MentorFacts } from "#app/mentoring/pool/mentor-facts.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** The yearly check: the profile as it stands, with one button that says it still holds. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const mentor = orNotFound(await readOwnMentor(actor));
  const t = await translatorOf(request);
  return { title: t("pool.check.title"), mentor };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await confirmProfile(actor);
  return result.ok ? redirect(paths.mentorProfile()) : answerRefusal(result.refusal);
}

export default function CheckMentor() {
  const { title, mentor } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pool.check.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentorProfile(), label: t("mentoring.profile.title") }]}
        meta={mentor.checkedOn && t("pool.check.last", { day: format.date(mentor.checkedOn) })}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        <FormActions>
          <Button>{t("pool.check.holds")}</Button>
          <LinkButton to={paths.mentorProfile()}>{t("pool.check.edit")}</LinkButton>
        </FormActions>
      </Form>
      <div className="mt-6">
        <MentorFacts mentor={mentor} />
      </div>
    </>
  );
}
