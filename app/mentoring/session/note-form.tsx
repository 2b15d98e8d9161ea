import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormStack } from "#app/ui/form.tsx";
import { MOST_NOTE, type NoteKind } from "./session-note.ts";

interface Props {
  readonly kind: NoteKind;
  readonly note: { readonly body: string; readonly version: number } | null;
  readonly reply: FormReply | undefined;
}

/** One of the three notes on a session, each saved by itself, with who reads it said over the field. */
export function NoteForm({ kind, note, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ body: string }>({
    id: `note-${kind}`,
    lastResult: reply?.lastResult,
    defaultValue: { body: note?.body ?? "" },
  });
  return (
    <Form method="post" id={form.id} noValidate className="mt-8 border-t border-ink pt-4">
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={note?.version ?? 0} />
      <FormStack>
        <TextArea
          {...fieldProps(fields.body, say)}
          label={t(`mentoring.notes.${kind}`)}
          hint={t(`mentoring.notes.${kind}Hint`)}
          maxLength={MOST_NOTE}
          rows={5}
        />
      </FormStack>
      <div className="mt-3">
        <Button variant="secondary">{t("mentoring.notes.save")}</Button>
      </div>
    </Form>
  );
}
