import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { proposeExtension } from "#app/mentoring/engagement/extend-engagement.server.ts";
import { EXTENSION_MONTHS, extensionSchema, laterEnd } from "#app/mentoring/engagement/extension.ts";
import { ExtensionAnswer } from "#app/mentoring/engagement/extension-answer.tsx";
import { readOwnPair } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayWritePair } from "#app/mentoring/may-write.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const pair = orNotFound(await readOwnPair(actor, readId(params.engagementId)));
  const t = await translatorOf(request);
  const choices = EXTENSION_MONTHS.map((months) => ({ months, until: laterEnd(pair.endsOn, months) }));
  return { title: t("pair.extend.title"), pair, choices };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayWritePair(actor, "engagement.extend", engagementId));
  const form = await readForm(request, extensionSchema);
  if (!form.ok) return form.answer;
  const result = await proposeExtension(actor, { engagementId, ...form.value });
  return result.ok ? redirect(paths.extendEngagement(engagementId)) : form.refuse(result.refusal);
}

export default function ExtendEngagement() {
  const { title, pair, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ months: string }>({ id: "extend", lastResult: reply?.lastResult });
  const { id, mentor, mentee, waiting, mayExtend, endsOn } = pair;
  const back = <LinkButton to={paths.engagement(id)}>{t("pair.review.back")}</LinkButton>;
  const lead = t("pair.extend.lead", { day: format.date(endsOn) });
  return (
    <>
      <PairHeader {...{ title, mentor, mentee, lead }} engagementId={id} />
      {waiting && <ExtensionAnswer pair={pair} waiting={waiting} />}
      {!waiting && !mayExtend && (
        <Alert title={t("pair.extend.over")} actions={back}>
          {t("pair.extend.overText")}
        </Alert>
      )}
      {!waiting && mayExtend && (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <FormStack>
            <RadioGroup
              {...fieldProps(fields.months, say)}
              label={t("pair.extend.months")}
              options={choices.map(({ months, until }) => ({
                value: String(months),
                label: t("pair.extend.monthsOf", { months, day: format.date(until) }),
              }))}
              required
            />
          </FormStack>
          <FormActions>
            <Button>{t("pair.extend.submit")}</Button>
            {back}
          </FormActions>
        </Form>
      )}
    </>
  );
}
