import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { AGAIN, CAPACITIES, FREQUENCIES, REFERENCE_ITEMS, type ReferenceItem } from "./reference.ts";

interface Props {
  readonly reply: FormReply | undefined;
}

type Fields = Record<ReferenceItem | "capacity" | "fromYear" | "toYear" | "again" | "words" | "own", string>;

/** What a referee is asked; nothing is ticked beforehand. */
export function ReferenceForm({ reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({ id: "reference", lastResult: reply?.lastResult });
  const year = { type: "number", width: "short", min: 1950, max: 2100, required: true } as const;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.capacity, say)}
          label={t("vetting.reference.capacity")}
          options={CAPACITIES.map((value) => ({ value, label: t(`vetting.reference.capacity.${value}`) }))}
          required
        />
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
          <TextField
            {...fieldProps(fields.fromYear, say)}
            {...year}
            label={t("vetting.reference.fromYear")}
          />
          <TextField {...fieldProps(fields.toYear, say)} {...year} label={t("vetting.reference.toYear")} />
        </div>
        {REFERENCE_ITEMS.map((item) => (
          <RadioGroup
            key={item}
            {...fieldProps(fields[item], say)}
            label={t(`vetting.reference.item.${item}`)}
            options={FREQUENCIES.map((value) => ({
              value,
              label: t(`vetting.reference.frequency.${value}`),
            }))}
            layout="row"
            required
          />
        ))}
        <RadioGroup
          {...fieldProps(fields.again, say)}
          label={t("vetting.reference.again")}
          options={AGAIN.map((value) => ({ value, label: t(`vetting.reference.again.${value}`) }))}
          layout="row"
          required
        />
        <TextArea
          {...fieldProps(fields.words, say)}
          label={t("vetting.reference.words")}
          hint={t("vetting.reference.noAllegation")}
          mark={t("selection.conflict.ifAny")}
          maxLength={2000}
          rows={5}
        />
        <CheckboxField {...fieldProps(fields.own, say)} label={t("vetting.reference.own")} required />
      </FormStack>
      <FormActions note={t("vetting.reference.confidential")}>
        <Button>{t("vetting.reference.submit")}</Button>
      </FormActions>
    </Form>
  );
}
