import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { PAIR_ORDER_KINDS, SETTING_REASON } from "#app/mentoring/matching/match-settings.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

interface Props {
  readonly needs: readonly { readonly id: string; readonly name: string; readonly mission: string }[];
  readonly mentors: readonly { readonly id: string; readonly name: string }[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  needId: string;
  mentorId: string;
  kind: string;
  reason: string;
}

/** A pair to hold, or not to form, and why. */
export function PairOrderForm({ needs, mentors, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({ id: "pair", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.needId, say)}
          label={t("mentoring.engagement.mentee")}
          placeholder={t("mentoring.pledge.choose")}
          options={needs.map(({ id, name, mission }) => ({ value: id, label: `${name}, ${mission}` }))}
          required
        />
        <SelectField
          {...fieldProps(fields.mentorId, say)}
          label={t("mentoring.engagement.mentor")}
          placeholder={t("mentoring.pledge.choose")}
          options={mentors.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <RadioGroup
          {...fieldProps(fields.kind, say)}
          label={t("matching.pairs.kind")}
          options={PAIR_ORDER_KINDS.map((value) => ({ value, label: t(`matching.order.${value}`) }))}
        />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("matching.weights.reason")}
          hint={t("matching.pairs.reasonHint")}
          maxLength={SETTING_REASON.most}
          rows={2}
          required
        />
      </FormStack>
      <FormActions note={t("matching.pairs.note")}>
        <Button>{t("matching.pairs.submit")}</Button>
      </FormActions>
    </Form>
  );
}
