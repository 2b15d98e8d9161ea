import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { FileFields, type FileForm, fileDefaults } from "./file-fields.tsx";
import type { CorrectionPage } from "./own-candidacy.queries.server.ts";
import { MOST_NATIONALITIES } from "./profile.ts";

interface Props {
  readonly page: Pick<CorrectionPage, "id" | "file" | "languages" | "version">;
  readonly states: readonly SelectOption[];
  readonly reply: FormReply | undefined;
}

interface Fields extends FileForm {
  givenName: string;
  familyName: string;
  nationalities: string[];
}

/** The whole file, to be put right by whose it is. The version it rests on is the one last shown, not the one first opened. */
export function CorrectionForm({ page, states, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const { file, languages, version } = page;
  const [form, fields] = useForm<Fields>({
    id: "correction",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...fileDefaults(file, languages),
      givenName: file.givenName,
      familyName: file.familyName,
      nationalities: Array.from(
        { length: MOST_NATIONALITIES },
        (_, place) => file.nationalities[place] ?? "",
      ),
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="basedOn" value={version} />
      <Fieldset
        legend={t("selection.person.legend")}
        id={fields.nationalities.id}
        errors={fields.nationalities.errors?.map(say) ?? []}
      >
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
          <TextField
            {...fieldProps(fields.givenName, say)}
            label={t("selection.person.givenName")}
            maxLength={120}
            required
          />
          <TextField
            {...fieldProps(fields.familyName, say)}
            label={t("selection.person.familyName")}
            maxLength={120}
            required
          />
          {fields.nationalities.getFieldList().map((row, index) => (
            <SelectField
              key={row.key}
              {...fieldProps(row, say)}
              label={t("selection.file.nationality", { number: index + 1 })}
              mark={index > 0 ? t("selection.conflict.ifAny") : undefined}
              placeholder={t("selection.setPanel.choose")}
              options={states}
            />
          ))}
        </div>
      </Fieldset>
      <FileFields
        adding={form.insert.getButtonProps({ name: "career" })}
        fields={fields}
        languages={languages}
        say={say}
      />
      <FormActions note={t("selection.file.note")}>
        <Button>{t("selection.file.save")}</Button>
        <LinkButton to={paths.myCase(page.id)}>{t("selection.file.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}
