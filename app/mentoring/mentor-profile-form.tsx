import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { MentorState } from "./lifecycle.ts";
import type { MentorProfilePage } from "./mentor.queries.server.ts";
import { LANGUAGE_LEVELS, MANDATE_TYPES, TOPICS } from "./mentor.ts";
import { OfferFields } from "./offer-fields.tsx";

interface Language {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

interface Props {
  readonly mentor: MentorProfilePage;
  readonly languages: readonly Language[];
  readonly zones: readonly string[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  capacity: string;
  weeklyHours: string;
  availableFrom: string;
  availableTo: string;
  biography: string;
  timeZone: string;
  topics: string[];
  mandateTypes: string[];
  languages: { code: string; level: string }[];
}

const SUBMIT = {
  pledged: "mentoring.profile.confirm",
  available: "mentoring.profile.save",
  resting: "mentoring.profile.again",
} as const satisfies Readonly<Record<MentorState, string>>;

/** What a mentor says of themselves; saving it makes them available. */
export function MentorProfileForm({ mentor, languages, zones, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "profile",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(mentor, languages),
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={mentor.version} />
      <FormStack>
        <Fieldset legend={t("mentoring.profile.offer")} id="offer">
          <OfferFields
            bindings={{
              capacity: fieldProps(fields.capacity, say),
              weeklyHours: fieldProps(fields.weeklyHours, say),
              availableFrom: fieldProps(fields.availableFrom, say),
              availableTo: fieldProps(fields.availableTo, say),
              biography: fieldProps(fields.biography, say),
            }}
          />
          <SelectField
            {...fieldProps(fields.timeZone, say)}
            label={t("mentoring.mentor.timeZone")}
            hint={t("mentoring.mentor.timeZoneHint")}
            options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            required
          />
        </Fieldset>
        <Fieldset legend={t("mentoring.profile.help")} id="help">
          <CheckboxGroup
            {...fieldProps(fields.topics, say)}
            label={t("mentoring.profile.topics")}
            options={TOPICS.map((value) => ({ value, label: t(`mentoring.topic.${value}`) }))}
          />
          <CheckboxGroup
            {...fieldProps(fields.mandateTypes, say)}
            label={t("mentoring.profile.mandates")}
            mark={t("mentoring.profile.mandatesMark")}
            options={MANDATE_TYPES.map((value) => ({ value, label: t(`mentoring.mandate.${value}`) }))}
          />
        </Fieldset>
        <Fieldset
          legend={t("mentoring.mentor.languages")}
          id={fields.languages.id}
          errors={fields.languages.errors?.map(say) ?? []}
        >
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
            {fields.languages.getFieldList().map((row, index) => {
              const language = languages[index];
              if (!language) return null;
              const { code, level } = row.getFieldset();
              return (
                <div key={row.key}>
                  <input type="hidden" name={code.name} value={language.code} />
                  <SelectField
                    {...fieldProps(level, say)}
                    label={nameIn(format.locale, language)}
                    placeholder={t("mentoring.languageLevel.none")}
                    options={LANGUAGE_LEVELS.map((value) => ({
                      value,
                      label: t(`mentoring.languageLevel.${value}`),
                    }))}
                  />
                </div>
              );
            })}
          </div>
        </Fieldset>
      </FormStack>
      <FormActions>
        <Button>{t(SUBMIT[mentor.state])}</Button>
      </FormActions>
    </Form>
  );
}

function defaultsOf(mentor: MentorProfilePage, languages: readonly Language[]): Fields {
  return {
    version: String(mentor.version),
    capacity: String(mentor.capacity),
    weeklyHours: String(mentor.weeklyHours),
    availableFrom: mentor.availableFrom,
    availableTo: mentor.availableTo,
    biography: mentor.biography,
    timeZone: mentor.timeZone,
    topics: [...mentor.topics],
    mandateTypes: [...mentor.mandateTypes],
    languages: languages.map(({ code }) => ({
      code,
      level: String(mentor.languages.find((spoken) => spoken.code === code)?.level ?? ""),
    })),
  };
}
