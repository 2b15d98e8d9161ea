import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

interface Props {
  /** The account of whom the leader answers to today. */
  readonly fromId: string;
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
  readonly reply: FormReply | undefined;
}

/** Who is to stand in the place of whom a leader answers to, and why. */
export function SupervisorForm({ fromId, supervisors, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ supervisorId: string; reason: string }>({
    id: "supervisor",
    lastResult: reply?.lastResult,
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="fromId" value={fromId} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.supervisorId, say)}
          label={t("compact.supervisor")}
          hint={t("compact.supervisorHint")}
          placeholder={t("cadre.propose.choose")}
          options={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("compact.namingReason")}
          hint={t("compact.namingReasonHint")}
          maxLength={1000}
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("compact.nameSupervisor")}</Button>
      </FormActions>
    </Form>
  );
}
