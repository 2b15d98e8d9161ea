import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { FormReply } from "./form-reply.ts";
import { FormProblems, useFormWords } from "./form-words.tsx";

interface Props {
  /** What waits for the account in the role. */
  readonly waiting: { readonly panels: number; readonly gates: number };
  readonly reply: FormReply | undefined;
}

/** Why a role ends, and what would be left lying. */
export function RoleWithdrawalForm({ waiting, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({ id: "withdraw-role", lastResult: reply?.lastResult });
  const { panels, gates } = waiting;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        {panels + gates > 0 && (
          <Alert tone="warn" title={t("access.account.waiting", { panels, gates })}>
            <Link to={panels > 0 ? paths.vacancies() : paths.clearances()}>
              {t(panels > 0 ? "access.account.seePanels" : "access.account.seeGates")}
            </Link>
          </Alert>
        )}
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("access.account.reason")}
          hint={t("access.account.reasonHint")}
          rows={3}
          maxLength={2000}
          required
        />
      </FormStack>
      <FormActions note={t("access.account.withdrawNote")}>
        <Button>{t("access.account.withdraw")}</Button>
      </FormActions>
    </Form>
  );
}
