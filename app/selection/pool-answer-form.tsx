import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";

interface Props {
  readonly reply: FormReply | undefined;
  /** Whether agreeing is asked for still; declining may be open longer. */
  readonly asks: boolean;
}

/** Agrees to be reviewed for the cadre, or declines. Nothing is ticked beforehand, and no reason is asked. */
export function PoolAnswerForm({ reply, asks }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ consentCadre: string }>({ id: "agree", lastResult: reply?.lastResult });
  return (
    <>
      {asks && (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input type="hidden" name="intent" value="agree" />
          <CheckboxField
            {...fieldProps(fields.consentCadre, say)}
            label={t("nominating.pool.consent")}
            hint={t("nominating.pool.consentHint")}
            required
          />
          <FormActions>
            <Button>{t("nominating.pool.agree")}</Button>
          </FormActions>
        </Form>
      )}
      <Section title={t("nominating.pool.decline")} lead={t("nominating.pool.declineText")}>
        <Form method="post">
          <input type="hidden" name="intent" value="decline" />
          <Button variant="danger">{t("nominating.pool.decline")}</Button>
        </Form>
      </Section>
    </>
  );
}
