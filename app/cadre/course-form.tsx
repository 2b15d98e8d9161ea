import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { COURSE_LEVELS } from "./course.ts";

interface Fields {
  title: string;
  host: string;
  hostCode: string;
  venue: string;
  languageCode: string;
  level: string;
  startsOn: string;
  endsOn: string;
  closesOn: string;
  seats: string;
  womenPercent: string;
  source: string;
}

interface Props {
  readonly states: readonly SelectOption[];
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  /** The course as it is kept; none for a new one. */
  readonly kept?: Partial<Fields> & { readonly version: number };
  readonly reply: FormReply | undefined;
}

/** A course in the catalogue: what it is, when and where, and how its seats are given. */
export function CourseForm({ states, languages, kept, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { version, ...values } = kept ?? { version: undefined, womenPercent: "40", languageCode: "en" };
  const [form, fields] = useForm<Fields>({
    id: "course",
    lastResult: reply?.lastResult,
    defaultValue: values,
  });
  const bind = (field: keyof Fields) => fieldProps(fields[field], say);
  const number = { type: "number", width: "short", required: true } as const;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <FormStack>
        <Fieldset legend={t("course.form.what")} id="what">
          <TextField {...bind("title")} label={t("course.title")} width="full" required />
          <SelectField
            {...bind("level")}
            label={t("course.level")}
            placeholder={t("cadre.propose.choose")}
            options={COURSE_LEVELS.map((value) => ({ value, label: t(`course.level.${value}`) }))}
            required
          />
          <SelectField
            {...bind("languageCode")}
            label={t("course.language")}
            options={languages.map((one) => ({ value: one.code, label: nameIn(format.locale, one) }))}
            required
          />
          <TextField
            {...bind("source")}
            type="url"
            width="full"
            label={t("course.source")}
            hint={t("course.form.sourceHint")}
          />
        </Fieldset>
        <Fieldset legend={t("course.form.where")} id="where">
          <TextField {...bind("host")} label={t("course.host")} width="full" required />
          <SelectField
            {...bind("hostCode")}
            label={t("course.form.hostState")}
            hint={t("course.form.hostStateHint")}
            placeholder={t("course.form.noState")}
            options={states}
          />
          <TextField {...bind("venue")} label={t("course.venue")} required />
          <DateTimeField {...bind("startsOn")} label={t("course.form.startsOn")} required />
          <DateTimeField {...bind("endsOn")} label={t("course.form.endsOn")} required />
        </Fieldset>
        <Fieldset legend={t("course.seats")} id="seats">
          <DateTimeField {...bind("closesOn")} label={t("course.closesOn")} required />
          <TextField {...bind("seats")} {...number} label={t("course.form.seats")} min={1} max={500} />
          <TextField
            {...bind("womenPercent")}
            {...number}
            label={t("course.form.womenPercent")}
            hint={t("course.form.womenPercentHint")}
            min={0}
            max={100}
          />
        </Fieldset>
      </FormStack>
      <FormActions>
        <Button>{t("course.form.save")}</Button>
      </FormActions>
    </Form>
  );
}
