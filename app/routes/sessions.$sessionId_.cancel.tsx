import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { mayWriteSession } from "#app/mentoring/may-write.queries.server.ts";
import { cancelSession } from "#app/mentoring/session/cancel-session.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { sequenceSchema } from "#app/mentoring/session/session-form.ts";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { SessionPassed } from "#app/mentoring/session/session-passed.tsx";
import { SessionTimes } from "#app/mentoring/session/session-times.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const session = orNotFound(await readSession(actor, readId(params.sessionId)));
  permit(session.own !== null);
  const t = await translatorOf(request);
  return { title: t("mentoring.cancel.title"), session };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  permit(await mayWriteSession(actor, "session.schedule", sessionId));
  const form = await readForm(request, sequenceSchema);
  if (!form.ok) return form.answer;
  const result = await cancelSession(actor, { sessionId, ...form.value });
  return result.ok ? redirect(paths.session(sessionId)) : form.refuse(result.refusal);
}

export default function CancelSession() {
  const { title, session } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form] = useForm({ id: "cancel", lastResult: reply?.lastResult });
  const reason = session.state === "scheduled" ? "refusal.sessionStarted" : "refusal.wrongState";
  if (!session.may.cancel && !reply) {
    return <SessionPassed title={title} session={session} reason={t(reason)} />;
  }
  const { id, sequence, startsAt, mentor, mentee } = session;
  return (
    <>
      <SessionHeader title={title} session={session} lead={t("mentoring.cancel.lead")} />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <SessionTimes startsAt={startsAt} mentor={mentor} mentee={mentee} />
        <input type="hidden" name="sequence" value={sequence} />
        <FormActions>
          <Button variant="danger">{title}</Button>
          <LinkButton to={paths.session(id)}>{t("mentoring.cancel.keep")}</LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
