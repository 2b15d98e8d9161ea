import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayPlanSession } from "#app/mentoring/may-write.queries.server.ts";
import { ActionList } from "#app/mentoring/session/action-list.tsx";
import { addAction, markAction } from "#app/mentoring/session/keep-action.server.ts";
import {
  ACTION_OWNERS,
  actionDoneSchema,
  actionSchema,
  MOST_ACTION,
} from "#app/mentoring/session/session-note.ts";
import { readActions } from "#app/mentoring/session/shared-action.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const shown = orNotFound(await readActions(actor, readId(params.engagementId)));
  const t = await translatorOf(request);
  return { title: t("mentoring.actions.title"), today: today(), ...shown };
}

/** Marks one, where the form names it; otherwise writes down a new one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayPlanSession(actor, engagementId));
  const posted = await readFormData(request);
  if (posted.has("actionId")) {
    const mark = await readForm(request, actionDoneSchema, posted);
    if (!mark.ok) return mark.answer;
    const { actionId, done } = mark.value;
    const marked = await markAction(actor, { engagementId, actionId, done: done === "yes" });
    return marked.ok ? redirect(paths.sharedActions(engagementId)) : mark.refuse(marked.refusal);
  }
  const form = await readForm(request, actionSchema, posted);
  if (!form.ok) return form.answer;
  const result = await addAction(actor, { engagementId, action: form.value });
  return result.ok ? redirect(paths.sharedActions(engagementId)) : form.refuse(result.refusal);
}

export default function Actions() {
  const { title, actions, today: day, active, ...pair } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <Head title={title} {...pair} />
      <ActionList actions={actions} today={day} />
      {active && <NewAction key={actions.length} reply={reply} mentor={pair.mentor} mentee={pair.mentee} />}
    </>
  );
}

function Head(pair: { title: string; engagementId: string; mentor: string; mentee: string }) {
  const t = useT();
  return <PairHeader {...pair} lead={t("mentoring.actions.lead")} />;
}

interface NewActionProps {
  readonly reply: ReturnType<typeof useActionData<typeof action>>;
  readonly mentor: string;
  readonly mentee: string;
}

function NewAction({ reply, mentor, mentee }: NewActionProps) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ text: string; owner: string; dueOn: string }>({
    id: "action",
    lastResult: reply?.lastResult,
    defaultValue: { owner: "mentee" },
  });
  const names = { mentor, mentee, both: t("mentoring.actions.both") };
  return (
    <Section title={t("mentoring.actions.add")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <TextField
            {...fieldProps(fields.text, say)}
            label={t("mentoring.actions.what")}
            maxLength={MOST_ACTION}
            width="full"
            required
          />
          <RadioGroup
            {...fieldProps(fields.owner, say)}
            label={t("mentoring.actions.owner")}
            options={ACTION_OWNERS.map((value) => ({ value, label: names[value] }))}
            layout="row"
            required
          />
          <DateTimeField
            {...fieldProps(fields.dueOn, say)}
            label={t("mentoring.actions.dueOn")}
            mark={t("mentoring.feedback.optional")}
          />
        </FormStack>
        <div className="mt-5">
          <Button>{t("mentoring.actions.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
