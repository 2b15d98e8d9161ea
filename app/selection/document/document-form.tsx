import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { FileField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { DOCUMENT_KINDS } from "./document.ts";

interface Props {
  readonly candidacyId: string;
  readonly replaces: { readonly id: string; readonly kind: string } | null;
  readonly reply: FormReply | undefined;
}

/** One document for the file, by itself or in another's place. */
export function DocumentForm({ candidacyId, replaces, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ kind: string; document: string }>({
    id: "document-form",
    lastResult: reply?.lastResult,
    defaultValue: { kind: replaces?.kind ?? "" },
  });
  return (
    <Form method="post" id={form.id} encType="multipart/form-data" noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="replaces" value={replaces?.id ?? ""} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.kind, say)}
          label={t("selection.document.kind")}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`selection.document.kind.${value}`) }))}
          required
        />
        <FileField
          {...fieldProps(fields.document, say)}
          label={t("selection.document.file")}
          hint={t("selection.document.fileHint")}
          accept=".pdf,.docx,.jpg,.jpeg,.png"
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("selection.document.put")}</Button>
        <LinkButton to={paths.myCase(candidacyId)}>{t("selection.file.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}
