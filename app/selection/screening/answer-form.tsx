import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { type FileForm, fileDefaults } from "#app/selection/candidate/file-fields.tsx";
import { CareerRows } from "#app/selection/nomination/career-fields.tsx";
import { LanguageFields } from "#app/selection/nomination/language-fields.tsx";
import { VISION_WORDS } from "#app/selection/nomination/profile.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { FileField as FileInput, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { DefaultSubmit, FormActions, FormStack } from "#app/ui/form.tsx";
import type { FileRequestPage } from "./file-request.queries.server.ts";
import { EXPLANATION_LENGTH, type FileField } from "./file-request.ts";

interface Props {
  readonly page: Pick<FileRequestPage, "fields" | "explain" | "documentKind" | "file" | "languages">;
  readonly reply: FormReply | undefined;
}

const NUMBERS = [
  ["seniorYears", 0, 60],
  ["fieldMissions", 0, 30],
  ["deployableDays", 1, 365],
] as const;

interface Fields extends FileForm {
  explanation: string;
  document: string;
}

/** The fields that were asked for, as they stand on file, and no others; the words and the document asked for. */
export function AnswerForm({ page, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "answer",
    lastResult: reply?.lastResult,
    defaultValue: fileDefaults(page.file, page.languages),
  });
  const asked = (field: FileField) => page.fields.includes(field);
  return (
    <Form
      method="post"
      id={form.id}
      noValidate
      encType={page.documentKind ? "multipart/form-data" : undefined}
    >
      <DefaultSubmit />
      <FormProblems form={form} reply={reply} />
      <FormStack>
        {asked("currentPost") && (
          <TextField
            {...fieldProps(fields.currentPost, say)}
            label={t("vetting.ask.field.currentPost")}
            maxLength={200}
            required
          />
        )}
        {NUMBERS.filter(([field]) => asked(field)).map(([field, min, max]) => (
          <TextField
            key={field}
            {...fieldProps(fields[field], say)}
            label={t(`vetting.ask.field.${field}`)}
            type="number"
            width="short"
            min={min}
            max={max}
            required
          />
        ))}
        {asked("visionStatement") && (
          <TextArea
            {...fieldProps(fields.visionStatement, say)}
            label={t("vetting.ask.field.visionStatement")}
            hint={t("selection.consent.visionHint", { words: VISION_WORDS })}
            rows={8}
            required
          />
        )}
        {asked("languages") && (
          <Fieldset
            legend={t("vetting.ask.field.languages")}
            id={fields.languages.id}
            errors={fields.languages.errors?.map(say) ?? []}
          >
            <LanguageFields rows={fields.languages.getFieldList()} languages={page.languages} say={say} />
          </Fieldset>
        )}
        {asked("career") && (
          <Fieldset
            legend={t("vetting.ask.field.career")}
            id="career"
            hint={t("selection.consent.careerHint")}
          >
            <CareerRows
              rows={fields.career}
              adding={form.insert.getButtonProps({ name: "career" })}
              say={say}
            />
          </Fieldset>
        )}
        {page.explain !== null && (
          <TextArea
            {...fieldProps(fields.explanation, say)}
            label={t("vetting.answer.explanation")}
            hint={
              <>
                {page.explain && <p className="whitespace-pre-line text-ink">{page.explain}</p>}
                <p>{t("vetting.answer.explanationHint", { most: EXPLANATION_LENGTH })}</p>
              </>
            }
            maxLength={EXPLANATION_LENGTH}
            rows={6}
            required
          />
        )}
        {page.documentKind && (
          <FileInput
            {...fieldProps(fields.document, say)}
            label={t("vetting.answer.document", {
              document: t(`selection.document.kind.${page.documentKind}`),
            })}
            hint={
              <>
                <p>{t("selection.document.fileHint")}</p>
                {reply && <p>{t("vetting.answer.documentAgain")}</p>}
              </>
            }
            accept=".pdf,.docx,.jpg,.jpeg,.png"
            required
          />
        )}
      </FormStack>
      <FormActions note={t("vetting.answer.note")}>
        <Button>{t("vetting.answer.submit")}</Button>
      </FormActions>
    </Form>
  );
}
