import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { answerConcern } from "#app/mentoring/concern/answer-concern.server.ts";
import { readConcern } from "#app/mentoring/concern/concern.queries.server.ts";
import { concernMessageSchema, MOST_CONCERN_CHARACTERS } from "#app/mentoring/concern/concern.ts";
import { ConcernLeftBehind } from "#app/mentoring/concern/concern-left-behind.tsx";
import { ConcernMessages } from "#app/mentoring/concern/concern-messages.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const concern = orNotFound(await readConcern(actor, readId(params.concernId)));
  const t = await translatorOf(request);
  return { title: t("pair.concern.title"), concern };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const concernId = readId(params.concernId);
  orNotFound(await readConcern(actor, concernId));
  const form = await readForm(request, concernMessageSchema);
  if (!form.ok) return form.answer;
  const result = await answerConcern(actor, { concernId, ...form.value });
  return result.ok ? redirect(paths.concern(concernId)) : form.refuse(result.refusal);
}

export default function ConcernPage() {
  const { concern } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { id, handles, state, messages, raiser, handler, mentor, mentee, raisedAt } = concern;
  const [form, fields] = useForm<{ text: string }>({
    id: `answer-${messages.length}`,
    lastResult: reply?.lastResult,
  });
  const answered = messages.some(({ fromRaiser }) => !fromRaiser);
  return (
    <>
      <PageHeader
        title={t("pair.concern.of", { day: format.date(raisedAt) })}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.concerns(), label: t("pair.concern.list") }]}
        lead={
          handles
            ? t("pair.concern.by", { raiser, mentor, mentee })
            : t("pair.concern.handledBy", { handler })
        }
        meta={t(`pair.concernState.${state}`)}
      />
      {concern.leftBehind && <ConcernLeftBehind {...{ id, handler }} next={concern.leftBehind.next} />}
      <ConcernMessages messages={messages} />
      {state !== "closed" && (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <TextArea
            {...fieldProps(fields.text, say)}
            label={t(handles ? "pair.concern.answer" : "pair.concern.add")}
            maxLength={MOST_CONCERN_CHARACTERS}
            required
          />
          <FormActions>
            <Button>{t("pair.concern.send")}</Button>
          </FormActions>
        </Form>
      )}
      {handles && answered && state !== "closed" && (
        <Form method="post" action={paths.closeConcern(id)} className="mt-4">
          <Button variant="secondary">{t("pair.concern.close")}</Button>
          <p className="measure mt-2 text-sm text-muted">{t("pair.concern.closeHint")}</p>
        </Form>
      )}
    </>
  );
}
