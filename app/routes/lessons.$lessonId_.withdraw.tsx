import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { withdrawLesson } from "#app/mentoring/lesson/contribute-lesson.server.ts";
import { readOwnDraft } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, title: lesson } = orNotFound(await readOwnDraft(actor, readId(params.lessonId)));
  const t = await translatorOf(request);
  return { title: t("lesson.withdraw"), id, lesson };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await withdrawLesson(actor, { lessonId: readId(params.lessonId) });
  return result.ok ? redirect(paths.lessons()) : answerRefusal(result.refusal);
}

export default function WithdrawLesson() {
  const { title, id, lesson } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("lesson.withdrawLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[
          { to: paths.lessons(), label: t("lesson.library") },
          { to: paths.lesson(id), label: lesson },
        ]}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      <Form method="post">
        <FormActions>
          <Button variant="danger">{t("lesson.withdraw")}</Button>
          <LinkButton to={paths.lesson(id)}>{t("lesson.back")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
