import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { type FieldBinding, fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import {
  type StandingTarget,
  TARGET_COUNTINGS,
  TARGET_MEASURES,
  TARGET_REASON_LENGTH,
  TARGET_SUBJECTS,
} from "./target.ts";

interface Props {
  readonly reply: FormReply | undefined;
}

type NewFields = Readonly<
  Record<"subject" | "measure" | "counting" | "value" | "baselineYear" | "due" | "source" | "reason", string>
>;

/** A target that was not there. */
export function NewTargetForm({ reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<NewFields>({
    id: "target",
    lastResult: reply?.lastResult,
    defaultValue: { measure: "shareOfWomen", counting: "stock" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.subject, say)}
          label={t("gender.targets.subject")}
          placeholder={t("gender.target.choose")}
          options={TARGET_SUBJECTS.map((value) => ({ value, label: t(`gender.subject.${value}`) }))}
          required
        />
        <RadioGroup
          {...fieldProps(fields.measure, say)}
          label={t("gender.target.measure")}
          options={TARGET_MEASURES.map((value) => ({ value, label: t(`gender.target.measure.${value}`) }))}
          required
        />
        <RadioGroup
          {...fieldProps(fields.counting, say)}
          label={t("gender.target.counting")}
          options={TARGET_COUNTINGS.map((value) => ({ value, label: t(`gender.target.counting.${value}`) }))}
          required
        />
        <ValueField {...fieldProps(fields.value, say)} />
        <TextField
          {...fieldProps(fields.baselineYear, say)}
          label={t("gender.target.baselineYear")}
          hint={t("gender.target.baselineHint")}
          inputMode="numeric"
          width="short"
        />
        <DateTimeField {...fieldProps(fields.due, say)} label={t("gender.targets.due")} required />
        <SourceField {...fieldProps(fields.source, say)} />
        <ReasonField {...fieldProps(fields.reason, say)} />
      </FormStack>
      <FormActions>
        <Button>{t("gender.target.set")}</Button>
      </FormActions>
    </Form>
  );
}

interface ChangeProps extends Props {
  readonly target: StandingTarget;
}

type ChangeFields = Readonly<Record<"version" | "value" | "source" | "withdrawn" | "reason", string>>;

/** Another wording of a target; the one that stands is filled in. */
export function TargetChangeForm({ target, reply }: ChangeProps) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<ChangeFields>({
    id: "change",
    lastResult: reply?.lastResult,
    defaultValue: {
      value: String(target.value),
      source: target.source,
      withdrawn: target.withdrawn ? "on" : "",
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={target.version} />
      <FormStack>
        <ValueField {...fieldProps(fields.value, say)} />
        <SourceField {...fieldProps(fields.source, say)} />
        <CheckboxField
          {...fieldProps(fields.withdrawn, say)}
          label={t("gender.target.withdraw")}
          hint={t("gender.target.withdrawHint")}
        />
        <ReasonField {...fieldProps(fields.reason, say)} />
      </FormStack>
      <FormActions note={t("gender.target.changeNote")}>
        <Button>{t("gender.target.change")}</Button>
      </FormActions>
    </Form>
  );
}

function ValueField(field: FieldBinding) {
  const { t } = useLanguage();
  return (
    <TextField
      {...field}
      label={t("gender.targets.value")}
      hint={t("gender.target.valueHint")}
      inputMode="decimal"
      width="short"
      required
    />
  );
}

function SourceField(field: FieldBinding) {
  const { t } = useLanguage();
  return (
    <TextField
      {...field}
      label={t("gender.targets.source")}
      hint={t("gender.target.sourceHint")}
      maxLength={300}
      required
    />
  );
}

function ReasonField(field: FieldBinding) {
  const { t } = useLanguage();
  return (
    <TextArea
      {...field}
      label={t("gender.target.reason")}
      hint={t("gender.target.reasonHint", { characters: TARGET_REASON_LENGTH })}
      rows={3}
      maxLength={1000}
      required
    />
  );
}
