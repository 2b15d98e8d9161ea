import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { mayStateNeed } from "#app/mentoring/may-write.queries.server.ts";
import { readNeed } from "#app/mentoring/need/need.queries.server.ts";
import { declineNeed } from "#app/mentoring/need/state-need.server.ts";
import { versionSchema } from "#app/mentoring/pool/mentor-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Asks once more before a leader does without a mentor. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, version } = orNotFound(await readNeed(actor, readId(params.needId)));
  const t = await translatorOf(request);
  return { title: t("mentoring.need.decline"), id, version };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const needId = readId(params.needId);
  permit(await mayStateNeed(actor, needId));
  const form = await readForm(request, versionSchema);
  if (!form.ok) return form.answer;
  const result = await declineNeed(actor, { needId, ...form.value });
  return result.ok ? redirect(paths.mentorshipNeed(needId)) : form.refuse(result.refusal);
}

export default function DeclineMentorship() {
  const { title, id, version } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form] = useForm({ id: "decline", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.need.declineLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentorshipNeed(id), label: t("mentoring.need.title") }]}
      />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="version" value={version} />
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.mentorshipNeed(id)}>{t("mentoring.need.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
