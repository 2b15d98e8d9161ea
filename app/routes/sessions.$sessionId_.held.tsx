import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { mayWriteSession } from "#app/mentoring/may-write.queries.server.ts";
import { HoldFields, type HoldFieldValues } from "#app/mentoring/session/hold-fields.tsx";
import { holdSession } from "#app/mentoring/session/hold-session.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { outcomeSchema } from "#app/mentoring/session/session-form.ts";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { SessionPassed } from "#app/mentoring/session/session-passed.tsx";
import { readGoals } from "#app/mentoring/session/session-work.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const session = orNotFound(await readSession(actor, readId(params.sessionId)));
  permit(session.own !== null);
  const t = await translatorOf(request);
  const goals = await readGoals(session.engagementId);
  return { title: t("mentoring.hold.title"), session, goals };
}

/** Once held, each side is led on to its feedback. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  permit(await mayWriteSession(actor, "session.schedule", sessionId));
  const form = await readForm(request, outcomeSchema);
  if (!form.ok) return form.answer;
  const result = await holdSession(actor, { sessionId, ...form.value });
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(form.value.outcome === "held" ? paths.giveFeedback(sessionId) : paths.session(sessionId));
}

export default function HoldSession() {
  const { title, session, goals } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<HoldFieldValues>({
    id: "hold",
    lastResult: reply?.lastResult,
    defaultValue: { heldMinutes: String(session.durationMinutes) },
  });
  const reason = session.state === "scheduled" ? "refusal.sessionNotStarted" : "refusal.wrongState";
  if (!session.may.hold && !reply) {
    return <SessionPassed title={title} session={session} reason={t(reason)} />;
  }
  return (
    <>
      <SessionHeader title={title} session={session} lead={t("mentoring.hold.lead")} />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <HoldFields
          outcome={fieldProps(fields.outcome, say)}
          heldMinutes={fieldProps(fields.heldMinutes, say)}
          goals={goals}
        />
        <FormActions>
          <Button>{t("mentoring.hold.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
