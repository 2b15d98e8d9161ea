import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { DAYS_TO_ANSWER_QUESTIONS, FILE_FIELDS, type FileField } from "./file-request.ts";

interface Props {
  /** Fields that bear on what the file cannot show; ticked beforehand. */
  readonly suggested: readonly FileField[];
  /** ISO day on which an answer is usually due. */
  readonly dueOn: string;
  readonly reply: FormReply | undefined;
  readonly back: string;
}

interface Fields {
  fields: string[];
  question: string;
  dueOn: string;
}

/** Which fields are to be answered again, what is asked, and by when. */
export function AskForm({ suggested, dueOn, reply, back }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const { least, most } = DAYS_TO_ANSWER_QUESTIONS;
  const [form, fields] = useForm<Fields>({
    id: "ask",
    lastResult: reply?.lastResult,
    defaultValue: { fields: [...suggested], dueOn },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <CheckboxGroup
          {...fieldProps(fields.fields, say)}
          label={t("vetting.ask.fields")}
          options={FILE_FIELDS.map((value) => ({ value, label: t(`vetting.ask.field.${value}`) }))}
        />
        <TextArea
          {...fieldProps(fields.question, say)}
          label={t("vetting.ask.question")}
          hint={t("vetting.ask.questionHint")}
          maxLength={2000}
          rows={4}
          required
        />
        <DateTimeField
          {...fieldProps(fields.dueOn, say)}
          label={t("vetting.ask.dueOn")}
          hint={t("vetting.ask.dueHint", { least, most })}
          required
        />
      </FormStack>
      <FormActions note={t("vetting.ask.note")}>
        <Button>{t("vetting.ask.submit")}</Button>
        <LinkButton to={back}>{t("vetting.gate.back")}</LinkButton>
      </FormActions>
    </Form>
  );
}
