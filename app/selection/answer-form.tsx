import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { CareerFields } from "./career-fields.tsx";
import type { FileRequestPage } from "./file-request.queries.server.ts";
import type { FileField } from "./file-request.ts";
import { CAREER_ROWS, LANGUAGE_LEVELS, VISION_WORDS } from "./profile.ts";

interface Props {
  readonly page: Pick<FileRequestPage, "fields" | "person" | "languages">;
  readonly reply: FormReply | undefined;
}

interface Fields {
  currentPost: string;
  seniorYears: string;
  fieldMissions: string;
  deployableDays: string;
  visionStatement: string;
  languages: { code: string; level: string }[];
  career: {
    title: string;
    employer: string;
    supervisor: string;
    startYear: string;
    endYear: string;
    peopleLed: string;
    budget: string;
  }[];
}

const NUMBERS = [
  ["seniorYears", 0, 60],
  ["fieldMissions", 0, 30],
  ["deployableDays", 1, 365],
] as const;

/** The fields that were asked for, as they stand on file, and no others. */
export function AnswerForm({ page, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "answer",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(page),
  });
  const asked = (field: FileField) => page.fields.includes(field);
  return (
    <Form method="post" id={form.id} noValidate>
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
            <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
              {fields.languages.getFieldList().map((row, index) => {
                const { code, level } = row.getFieldset();
                const language = page.languages[index];
                if (!language) return null;
                return (
                  <div key={row.key}>
                    <input type="hidden" name={code.name} value={language.code} />
                    <SelectField
                      {...fieldProps(level, say)}
                      label={nameIn(format.locale, language)}
                      placeholder={t("selection.consent.noLanguage")}
                      options={LANGUAGE_LEVELS.map((value) => ({
                        value,
                        label: t(`selection.consent.languageLevel.${value}`),
                      }))}
                    />
                  </div>
                );
              })}
            </div>
          </Fieldset>
        )}
        {asked("career") && (
          <Fieldset
            legend={t("vetting.ask.field.career")}
            id="career"
            hint={t("selection.consent.careerHint")}
          >
            {fields.career.getFieldList().map((row, index) => (
              <CareerFields key={row.key} number={index + 1} fields={row.getFieldset()} say={say} />
            ))}
          </Fieldset>
        )}
      </FormStack>
      <FormActions note={t("vetting.answer.note")}>
        <Button>{t("vetting.answer.submit")}</Button>
      </FormActions>
    </Form>
  );
}

const textOf = (value: number | null | undefined) => (value == null ? "" : String(value));

function defaultsOf({ person, languages }: Props["page"]): Fields {
  const { profile, career } = person;
  return {
    currentPost: profile?.currentPost ?? "",
    seniorYears: textOf(profile?.seniorYears),
    fieldMissions: textOf(profile?.fieldMissions),
    deployableDays: textOf(profile?.deployableDays),
    visionStatement: profile?.visionStatement ?? "",
    languages: languages.map(({ code }) => ({
      code,
      level: textOf(person.languages.find(({ languageCode }) => languageCode === code)?.level),
    })),
    career: Array.from({ length: Math.max(CAREER_ROWS, career.length + 2) }, (_, row) => ({
      title: career[row]?.title ?? "",
      employer: career[row]?.employer ?? "",
      startYear: textOf(career[row]?.startYear),
      endYear: textOf(career[row]?.endYear),
      peopleLed: textOf(career[row]?.peopleLed),
      supervisor: career[row]?.supervisor ?? "",
      budget: textOf(career[row]?.budgetThousands),
    })),
  };
}
