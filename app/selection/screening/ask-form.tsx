import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { DOCUMENT_KINDS } from "#app/selection/document/document.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { DAYS_TO_ANSWER_QUESTIONS, EXPLANATION_LENGTH, FILE_FIELDS, type FileField } from "./file-request.ts";
import type { Check } from "./requirement-evidence.ts";
import { useRequirementWords } from "./requirement-list.tsx";

interface Props {
  /** Fields that bear on what the file cannot show; ticked beforehand. */
  readonly suggested: readonly FileField[];
  readonly checks: readonly Pick<Check, "key" | "requirement">[];
  /** ISO day on which an answer is usually due. */
  readonly dueOn: string;
  readonly reply: FormReply | undefined;
  readonly back: string;
}

interface Fields {
  fields: string[];
  question: string;
  explain: string;
  explainFor: string;
  documentKind: string;
  dueOn: string;
}

/** Which fields are to be answered again, what is to be explained, which document to be sent, and by when. */
export function AskForm({ suggested, checks, dueOn, reply, back }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const words = useRequirementWords();
  const ifAny = t("selection.conflict.ifAny");
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
        />
        <Fieldset legend={t("vetting.ask.inWords")} id="in-words">
          <TextArea
            {...fieldProps(fields.explain, say)}
            label={t("vetting.ask.explain")}
            mark={ifAny}
            hint={t("vetting.ask.explainHint", { most: EXPLANATION_LENGTH })}
            maxLength={EXPLANATION_LENGTH}
            rows={3}
          />
          <SelectField
            {...fieldProps(fields.explainFor, say)}
            label={t("vetting.ask.explainFor")}
            hint={t("vetting.ask.explainForHint")}
            placeholder={t("vetting.ask.explainForNone")}
            options={checks.map(({ key, requirement }) => ({ value: key, label: words(requirement) }))}
          />
        </Fieldset>
        <Fieldset legend={t("selection.own.documents")} id="document">
          <SelectField
            {...fieldProps(fields.documentKind, say)}
            label={t("vetting.ask.document")}
            mark={ifAny}
            placeholder={t("vetting.ask.documentNone")}
            options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`selection.document.kind.${value}`) }))}
          />
        </Fieldset>
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
