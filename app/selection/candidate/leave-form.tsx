import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";

interface Props {
  readonly candidacyId: string;
  readonly reply: FormReply | undefined;
  /** What leaving is called, what its reason is asked with, and what it is called to stay. */
  readonly words: { readonly leave: string; readonly reason: string; readonly stay: string };
}

/** Leaving a case of one's own accord: with a reason or without. */
export function LeaveForm({ candidacyId, reply, words }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ reason: string }>({
    id: "leave",
    lastResult: reply?.lastResult,
    defaultValue: { reason: "" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <TextArea
        {...fieldProps(fields.reason, say)}
        label={words.reason}
        hint={t("selection.own.withdrawReasonHint")}
        mark={t("selection.conflict.ifAny")}
        rows={3}
        maxLength={2000}
      />
      <FormActions>
        <Button variant="danger">{words.leave}</Button>
        <LinkButton to={paths.myCase(candidacyId)}>{words.stay}</LinkButton>
      </FormActions>
    </Form>
  );
}
