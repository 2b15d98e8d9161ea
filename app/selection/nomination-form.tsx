import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, Fieldset } from "#app/ui/choice-field.tsx";
import { FileField, type SelectOption, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { STATEMENT_LENGTH } from "./nomination.ts";
import { PersonFields } from "./person-fields.tsx";

interface Props {
  readonly states: readonly SelectOption[];
  /** The nominating state: most nominees are its own nationals. */
  readonly stateCode: string;
  /** Names this form once: posted twice, it is one nomination. */
  readonly submissionKey: string;
  readonly nominated: readonly string[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  submissionKey: string;
  givenName: string;
  familyName: string;
  email: string;
  gender: string;
  nationality: string;
  statement: string;
  balanceReason: string;
  document: string;
  certified: string;
}

/** One nominee with the state's statement, curriculum vitae and certification. */
export function NominationForm({ states, stateCode, submissionKey, nominated, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "nomination",
    lastResult: reply?.lastResult,
    defaultValue: { submissionKey, nationality: stateCode },
  });
  return (
    <Form method="post" id={form.id} encType="multipart/form-data" noValidate>
      <FormProblems form={form} reply={reply} />
      <input
        type="hidden"
        name={fields.submissionKey.name}
        value={fields.submissionKey.initialValue ?? submissionKey}
      />
      <Fieldset legend={t("selection.person.legend")} id="person">
        <PersonFields
          states={states}
          givenName={fieldProps(fields.givenName, say)}
          familyName={fieldProps(fields.familyName, say)}
          email={fieldProps(fields.email, say)}
          gender={fieldProps(fields.gender, say)}
          nationality={fieldProps(fields.nationality, say)}
        />
      </Fieldset>
      <Fieldset legend={t("selection.nomination.one")} id="about">
        <TextArea
          {...fieldProps(fields.statement, say)}
          label={t("selection.nomination.statement")}
          hint={t("selection.nomination.statementHint")}
          maxLength={STATEMENT_LENGTH.most}
          required
        />
        <FileField
          {...fieldProps(fields.document, say)}
          label={t("selection.nomination.document")}
          hint={t("selection.nomination.documentHint")}
          accept=".pdf,.docx"
          required
        />
        <TextArea
          {...fieldProps(fields.balanceReason, say)}
          label={t("selection.nomination.balanceReason")}
          mark={t("selection.conflict.ifAny")}
          hint={
            nominated.length > 0
              ? t("selection.nomination.already", { names: format.list(nominated) })
              : t("selection.nomination.balanceHint")
          }
          maxLength={1000}
          rows={2}
        />
        <CheckboxField
          {...fieldProps(fields.certified, say)}
          label={t("selection.nomination.certified")}
          required
        />
      </Fieldset>
      <FormActions note={t("selection.nomination.note")}>
        <Button>{t("selection.nomination.submit")}</Button>
      </FormActions>
    </Form>
  );
}
