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
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { readSession } from "#app/mentoring/session/session.queries.server.ts";
import { feedbackSchema, MOST_COMMENT, USEFULNESS } from "#app/mentoring/session/session-feedback.ts";
import { SessionHeader } from "#app/mentoring/session/session-header.tsx";
import { SessionPassed } from "#app/mentoring/session/session-passed.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const session = orNotFound(await readSession(actor, readId(params.sessionId)));
  permit(session.own !== null);
  const t = await translatorOf(request);
  return { title: t("mentoring.feedback.title"), session };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  permit(await mayWriteSession(actor, "feedback.give", sessionId));
  const form = await readForm(request, feedbackSchema);
  if (!form.ok) return form.answer;
  const result = await giveFeedback(actor, { sessionId, feedback: form.value });
  return result.ok ? redirect(paths.session(sessionId)) : form.refuse(result.refusal);
}

export default function GiveFeedback() {
  const { title, session } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ usefulness: string; comment: string }>({
    id: "feedback",
    lastResult: reply?.lastResult,
  });
  const reason = session.feedback ? "refusal.feedbackGiven" : "refusal.sessionNotHeld";
  if (!session.may.giveFeedback && !reply) {
    return <SessionPassed title={title} session={session} reason={t(reason)} />;
  }
  return (
    <>
      <SessionHeader title={title} session={session} lead={t("mentoring.feedback.lead")} />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <RadioGroup
            {...fieldProps(fields.usefulness, say)}
            label={t("mentoring.feedback.usefulness")}
            options={USEFULNESS.map((mark) => ({
              value: String(mark),
              label: t(`mentoring.feedback.${mark}`),
            }))}
            required
          />
          <TextArea
            {...fieldProps(fields.comment, say)}
            label={t("mentoring.feedback.comment")}
            mark={t("mentoring.feedback.optional")}
            maxLength={MOST_COMMENT}
          />
        </FormStack>
        <FormActions note={t("mentoring.feedback.final")}>
          <Button>{t("mentoring.feedback.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
