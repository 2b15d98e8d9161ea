import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readContacts } from "#app/mentoring/concern/concern.queries.server.ts";
import { concernSchema, MOST_CONCERN_CHARACTERS } from "#app/mentoring/concern/concern.ts";
import { raiseConcern } from "#app/mentoring/concern/raise-concern.server.ts";
import { readOwnPair } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayWritePair } from "#app/mentoring/may-write.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const pair = orNotFound(await readOwnPair(actor, readId(params.engagementId)));
  const contacts = await readContacts();
  const t = await translatorOf(request);
  const named = contacts.flatMap(({ kind, name }) => (name === null ? [] : [{ kind, name }]));
  return { title: t("pair.concern.title"), pair, contacts: named };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayWritePair(actor, "concern.raise", engagementId));
  const form = await readForm(request, concernSchema);
  if (!form.ok) return form.answer;
  const result = await raiseConcern(actor, { engagementId, ...form.value });
  return result.ok ? redirect(paths.concern(result.value.concernId)) : form.refuse(result.refusal);
}

export default function RaiseConcern() {
  const { title, pair, contacts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ contact: string; text: string }>({
    id: "concern",
    lastResult: reply?.lastResult,
  });
  const { id, mentor, mentee } = pair;
  const all = <LinkButton to={paths.concerns()}>{t("pair.concern.list")}</LinkButton>;
  return (
    <>
      <PairHeader
        {...{ title, mentor, mentee }}
        engagementId={id}
        lead={t("pair.concern.lead")}
        actions={all}
      />
      {contacts.length === 0 ? (
        <Alert tone="warn" title={t("pair.concern.noContact")}>
          {t("pair.concern.noContactText")}
        </Alert>
      ) : (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <FormStack>
            <RadioGroup
              {...fieldProps(fields.contact, say)}
              label={t("pair.concern.contact")}
              options={contacts.map(({ kind, name }) => ({
                value: kind,
                label: t("pair.concern.to", { kind: t(`pair.contact.${kind}`), name }),
              }))}
              required
            />
            <TextArea
              {...fieldProps(fields.text, say)}
              label={t("pair.concern.text")}
              maxLength={MOST_CONCERN_CHARACTERS}
              rows={6}
              required
            />
          </FormStack>
          <FormActions>
            <Button>{t("pair.concern.submit")}</Button>
            <LinkButton to={paths.engagement(id)}>{t("pair.review.back")}</LinkButton>
          </FormActions>
        </Form>
      )}
    </>
  );
}
