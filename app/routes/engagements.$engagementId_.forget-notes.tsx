import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormProblems } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readEngagement } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayPlanSession } from "#app/mentoring/may-write.queries.server.ts";
import { forgetOwnNotes } from "#app/mentoring/session/keep-note.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id, own, mentor, mentee } = orNotFound(await readEngagement(actor, readId(params.engagementId)));
  permit(own !== null);
  const t = await translatorOf(request);
  const pair = { engagementId: id, mentor: mentor.name, mentee: mentee.name };
  return { title: t("mentoring.forget.title"), pair };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayPlanSession(actor, engagementId));
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.answer;
  const result = await forgetOwnNotes(actor, engagementId);
  return result.ok ? redirect(paths.engagement(engagementId)) : form.refuse(result.refusal);
}

export default function ForgetNotes() {
  const { title, pair } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form] = useForm({ id: "forget", lastResult: reply?.lastResult });
  return (
    <>
      <PairHeader title={title} lead={t("mentoring.forget.lead")} {...pair} />
      <Form method="post" id={form.id}>
        <FormProblems form={form} reply={reply} />
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.engagement(pair.engagementId)}>{t("mentoring.forget.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
