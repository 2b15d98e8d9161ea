import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { type AttestationDraft, AttestationFields, EMPTY_ATTESTATION } from "./attestation-fields.tsx";

interface Props {
  readonly candidacyId: string;
  /** How many attestations there are. */
  readonly after: number;
  readonly reply: FormReply | undefined;
}

/** Attesting again, when something has changed. */
export function AttestationForm({ candidacyId, after, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ attestation: AttestationDraft }>({
    id: "attest",
    lastResult: reply?.lastResult,
    defaultValue: { attestation: EMPTY_ATTESTATION },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="after" value={after} />
      <AttestationFields fields={fields.attestation.getFieldset()} say={say} />
      <FormActions>
        <Button>{t("selection.attestation.submit")}</Button>
        <LinkButton to={paths.myCase(candidacyId)}>{t("selection.file.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}
