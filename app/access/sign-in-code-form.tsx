import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { FormReply } from "./form-reply.ts";
import { FormProblems, useFormWords } from "./form-words.tsx";

interface Props {
  readonly email: string;
  readonly minutes: number;
  readonly back: string;
  readonly reply?: FormReply;
}

/** Where the six digits of the message are typed in. */
export function SignInCodeForm({ email, minutes, back, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ code: string }>({ id: "sign-in-code", lastResult: reply?.lastResult });
  return (
    <>
      <Alert title={t("access.signIn.sentTitle")}>{t("access.signIn.sentText", { email, minutes })}</Alert>
      <Form method="post" action={paths.signInCode()} id={form.id} className="mt-6" noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="back" value={back} />
        <TextField
          {...fieldProps(fields.code, say)}
          label={t("access.signIn.code")}
          hint={t("access.signIn.codeHint", { email })}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          required
        />
        <FormActions>
          <Button>{t("access.signIn.useCode")}</Button>
          <LinkButton to={paths.signIn(back)} variant="quiet">
            {t("access.signIn.again")}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
