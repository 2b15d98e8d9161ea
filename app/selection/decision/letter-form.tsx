import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { LetterPage } from "./letter.queries.server.ts";

interface Props {
  readonly letter: Pick<LetterPage, "subject" | "body" | "version">;
  readonly reply: FormReply | undefined;
}

/** The letter's words, to keep or to send. */
export function LetterForm({ letter: { subject, body, version }, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ subject: string; body: string }>({
    id: "letter",
    lastResult: reply?.lastResult,
    defaultValue: { subject, body },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <TextField
          {...fieldProps(fields.subject, say)}
          label={t("letter.subject")}
          maxLength={200}
          required
        />
        <TextArea
          {...fieldProps(fields.body, say)}
          label={t("letter.body")}
          hint={t("letter.bodyHint")}
          rows={14}
          maxLength={8000}
          required
        />
      </FormStack>
      <FormActions note={t("letter.note")}>
        <Button name="intent" value="send">
          {t("letter.send")}
        </Button>
        <Button name="intent" value="keep" variant="secondary">
          {t("letter.keep")}
        </Button>
      </FormActions>
    </Form>
  );
}
