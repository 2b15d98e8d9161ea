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
import { moveSession } from "#app/mentoring/session/move-session.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { SessionFields, type SessionFieldValues } from "#app/mentoring/session/session-fields.tsx";
import { moveSchema, zoneChoices } from "#app/mentoring/session/session-form.ts";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { SessionPassed } from "#app/mentoring/session/session-passed.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { localTimeOf } from "#app/platform/local-time.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const session = orNotFound(await readSession(actor, readId(params.sessionId)));
  permit(session.own !== null);
  const { ownZone, mentor, mentee, startsAt } = session;
  const t = await translatorOf(request);
  return {
    title: t("mentoring.move.heading"),
    session,
    local: localTimeOf(new Date(startsAt), ownZone),
    zones: zoneChoices(ownZone, mentor.timeZone, mentee.timeZone),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  permit(await mayWriteSession(actor, "session.schedule", sessionId));
  const form = await readForm(request, moveSchema);
  if (!form.ok) return form.answer;
  const { sequence, ...session } = form.value;
  const result = await moveSession(actor, { sessionId, sequence, session });
  return result.ok ? redirect(paths.session(sessionId)) : form.refuse(result.refusal);
}

export default function MoveSession() {
  const { title, session, local, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const { sequence, ownZone, durationMinutes, channel } = session;
  const [form, fields] = useForm<SessionFieldValues>({
    id: "move",
    lastResult: reply?.lastResult,
    defaultValue: {
      startsAt: local,
      timeZone: ownZone,
      durationMinutes: String(durationMinutes),
      channel: channel ?? "video",
    },
  });
  const planned = session.may.cancel ? "refusal.engagementEnded" : "refusal.sessionStarted";
  const reason = session.state === "scheduled" ? planned : "refusal.wrongState";
  if (!session.may.move && !reply) {
    return <SessionPassed title={title} session={session} reason={t(reason)} />;
  }
  return (
    <>
      <SessionHeader title={title} session={session} lead={t("mentoring.schedule.lead")} />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="sequence" value={sequence} />
        <FormStack>
          <SessionFields
            zones={zones}
            bindings={{
              startsAt: fieldProps(fields.startsAt, say),
              timeZone: fieldProps(fields.timeZone, say),
              durationMinutes: fieldProps(fields.durationMinutes, say),
              channel: fieldProps(fields.channel, say),
              fold: fieldProps(fields.fold, say),
            }}
          />
        </FormStack>
        <FormActions>
          <Button>{t("mentoring.move.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
