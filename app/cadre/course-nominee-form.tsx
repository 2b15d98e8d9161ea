import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { GENDERS } from "#app/gender/counts.ts";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, type SelectOption, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { CourseNominee } from "./course.ts";

interface Props {
  readonly states: readonly SelectOption[];
  readonly nationality: string;
  readonly reply: FormReply | undefined;
}

/** Whom a state nominates to a seat, and why. */
export function CourseNomineeForm({ states, nationality, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<CourseNominee>({
    id: "nominee",
    lastResult: reply?.lastResult,
    defaultValue: { nationality },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <TextField {...fieldProps(fields.givenName, say)} label={t("cadre.propose.givenName")} required />
        <TextField {...fieldProps(fields.familyName, say)} label={t("cadre.propose.familyName")} required />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          label={t("cadre.propose.email")}
          required
        />
        <RadioGroup
          {...fieldProps(fields.gender, say)}
          label={t("cadre.propose.gender")}
          options={GENDERS.map((value) => ({ value, label: t(`cadre.gender.${value}`) }))}
          layout="row"
          required
        />
        <SelectField
          {...fieldProps(fields.nationality, say)}
          label={t("cadre.propose.nationality")}
          options={states}
          required
        />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("course.reason")}
          hint={t("course.reasonHint")}
          maxLength={1000}
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("course.nominate.submit")}</Button>
      </FormActions>
    </Form>
  );
}
