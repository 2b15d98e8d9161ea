import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
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
  name: string;
  email: string;
  role: string[];
  state: string;
}

/** Who is to have an account, and in which roles they will act. */
export function AccountForm({ states, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({ id: "account", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <TextField
          {...fieldProps(fields.name, say)}
          label={t("access.account.name")}
          maxLength={160}
          required
        />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          label={t("access.account.email")}
          hint={t("access.account.emailHint")}
          maxLength={254}
          required
        />
        <CheckboxGroup
          {...fieldProps(fields.role, say)}
          label={t("access.account.roles")}
          hint={t("access.account.rolesHint")}
          options={OFFICIAL_ROLES.map((value) => ({ value, label: t(`access.role.${value}`) }))}
        />
        <SelectField
          {...fieldProps(fields.state, say)}
          label={t("access.account.state")}
          mark={t("access.account.stateMark")}
          placeholder={t("access.account.choose")}
          options={states}
        />
      </FormStack>
      <FormActions note={t("access.account.openNote")}>
        <Button>{t("access.account.open")}</Button>
      </FormActions>
    </Form>
  );
}
