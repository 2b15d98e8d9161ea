import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateTimeField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PLEDGE_KINDS } from "./state-pledge.ts";

interface Fields {
  submissionKey: string;
  kind: string;
  quantity: string;
  dueOn: string;
  words: string;
}

interface Props {
  /** Of this form: what is posted with it again is the same pledge. */
  readonly submissionKey: string;
  readonly reply: FormReply | undefined;
}

/** What a state pledges, how much of it, and by when. */
export function StatePledgeForm({ submissionKey, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "pledge",
    lastResult: reply?.lastResult,
    defaultValue: { submissionKey, quantity: "1" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input
        type="hidden"
        name={fields.submissionKey.name}
        value={fields.submissionKey.value ?? submissionKey}
      />
      <FormStack>
        <SelectField
          {...fieldProps(fields.kind, say)}
          label={t("pledge.kind")}
          hint={t("pledge.kindHint")}
          placeholder={t("cadre.propose.choose")}
          options={PLEDGE_KINDS.map((value) => ({ value, label: t(`pledge.kind.${value}`) }))}
          required
        />
        <TextField
          {...fieldProps(fields.quantity, say)}
          type="number"
          width="short"
          min={1}
          label={t("pledge.quantity")}
          required
        />
        <DateTimeField {...fieldProps(fields.dueOn, say)} label={t("pledge.dueOn")} required />
        <TextArea
          {...fieldProps(fields.words, say)}
          label={t("pledge.words")}
          hint={t("pledge.wordsHint")}
          maxLength={600}
        />
      </FormStack>
      <FormActions>
        <Button>{t("pledge.submit")}</Button>
      </FormActions>
    </Form>
  );
}
