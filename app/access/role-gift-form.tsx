import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, type SelectOption, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { OFFICIAL_ROLES } from "./account-order.ts";
import type { FormReply } from "./form-reply.ts";
import { FormProblems, useFormWords } from "./form-words.tsx";

interface Props {
  readonly states: readonly SelectOption[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  role: string;
  state: string;
  reason: string;
}

/** One more role for an account that is there. */
export function RoleGiftForm({ states, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({ id: "give-role", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.role, say)}
          label={t("access.account.role")}
          placeholder={t("access.account.choose")}
          options={OFFICIAL_ROLES.map((value) => ({ value, label: t(`access.role.${value}`) }))}
          required
        />
        <SelectField
          {...fieldProps(fields.state, say)}
          label={t("access.account.state")}
          mark={t("access.account.stateMark")}
          placeholder={t("access.account.choose")}
          options={states}
        />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("access.account.reason")}
          hint={t("access.account.reasonHint")}
          rows={3}
          maxLength={2000}
          required
        />
      </FormStack>
      <FormActions note={t("access.account.giveNote")}>
        <Button>{t("access.account.give")}</Button>
      </FormActions>
    </Form>
  );
}
