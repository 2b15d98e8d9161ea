import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { NameFields, type NameForm, nameDefaults } from "#app/selection/nomination/name-fields.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { SelectOption } from "#app/ui/field.tsx";
import { DefaultSubmit, FormActions } from "#app/ui/form.tsx";
import { FileFields, type FileForm, fileDefaults } from "./file-fields.tsx";
import type { CorrectedFile } from "./own-forms.queries.server.ts";

interface Props {
  readonly page: Pick<CorrectedFile, "file" | "languages" | "version">;
  readonly back: string;
  readonly states: readonly SelectOption[];
  readonly reply: FormReply | undefined;
}

type Fields = FileForm & NameForm;

/** The whole file, to be put right by whose it is. The version it rests on is the one last shown, not the one first opened. */
export function CorrectionForm({ page, back, states, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const { file, languages, version } = page;
  const [form, fields] = useForm<Fields>({
    id: "correction",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...fileDefaults(file, languages),
      ...nameDefaults(file),
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <DefaultSubmit />
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="basedOn" value={version} />
      <NameFields fields={fields} states={states} say={say} />
      <FileFields
        adding={form.insert.getButtonProps({ name: "career" })}
        fields={fields}
        languages={languages}
        say={say}
      />
      <FormActions note={t("selection.file.note")}>
        <Button>{t("selection.file.save")}</Button>
        <LinkButton to={back}>{t("selection.file.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}
