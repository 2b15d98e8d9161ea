import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { LanguageRows } from "#app/i18n/language-rows.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { MentorState } from "#app/mentoring/lifecycle.ts";
import { hourText } from "#app/mentoring/session/hour-text.ts";
import { HoursFields } from "#app/mentoring/session/hours-fields.tsx";
import { OfferFields } from "#app/mentoring/session/offer-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, CheckboxGroup, Fieldset } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { BlackoutFields } from "./blackout-fields.tsx";
import type { MentorProfilePage } from "./mentor.queries.server.ts";
import { LANGUAGE_LEVELS, MANDATE_TYPES, TOPICS } from "./mentor.ts";
import { MOST_BLACKOUTS } from "./mentor-form.ts";

/** A language, or a kind of post. */
interface Named {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

interface Props {
  readonly mentor: MentorProfilePage;
  readonly languages: readonly Named[];
  readonly roleKinds: readonly Named[];
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
  hoursFrom: string;
  hoursTo: string;
  blackouts: { startsOn: string; endsOn: string }[];
  acceptsSameState: string;
  wishedRoleKinds: string[];
  wishedMandates: string[];
  wishedLanguages: string[];
  topics: string[];
  mandateTypes: string[];
  languages: { code: string; level: string }[];
}

const SUBMIT = {
  pledged: "mentoring.profile.confirm",
  confirmed: "mentoring.profile.save",
  briefed: "mentoring.profile.save",
  available: "mentoring.profile.save",
  resting: "mentoring.profile.save",
} as const satisfies Readonly<Record<MentorState, string>>;

/** What a mentor says of themselves; the first time, saving it confirms the pledge. */
export function MentorProfileForm({ mentor, languages, roleKinds, zones, reply }: Props) {
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
          <HoursFields
            zones={zones}
            bindings={{
              timeZone: fieldProps(fields.timeZone, say),
              hoursFrom: fieldProps(fields.hoursFrom, say),
              hoursTo: fieldProps(fields.hoursTo, say),
            }}
          />
        </Fieldset>
        <BlackoutFields field={fields.blackouts} say={say} />
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
          <LanguageRows
            rows={fields.languages.getFieldList()}
            languages={languages}
            none={t("mentoring.languageLevel.none")}
            levels={LANGUAGE_LEVELS.map((value) => ({ value, label: t(`mentoring.languageLevel.${value}`) }))}
            say={say}
          />
        </Fieldset>
        <Fieldset legend={t("pool.wishes.title")} id="wishes" hint={t("pool.wishes.hint")}>
          <CheckboxGroup
            {...fieldProps(fields.wishedRoleKinds, say)}
            label={t("pool.wishes.roleKinds")}
            mark={t("mentoring.profile.mandatesMark")}
            options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
          />
          <CheckboxGroup
            {...fieldProps(fields.wishedMandates, say)}
            label={t("pool.wishes.mandates")}
            mark={t("mentoring.profile.mandatesMark")}
            options={MANDATE_TYPES.map((value) => ({ value, label: t(`mentoring.mandate.${value}`) }))}
          />
          <CheckboxGroup
            {...fieldProps(fields.wishedLanguages, say)}
            label={t("pool.wishes.languages")}
            mark={t("mentoring.profile.mandatesMark")}
            options={languages.map((one) => ({ value: one.code, label: nameIn(format.locale, one) }))}
            layout="row"
          />
          <CheckboxField
            {...fieldProps(fields.acceptsSameState, say)}
            label={t("pool.sameState.mentor")}
            hint={t("pool.sameState.hint")}
          />
        </Fieldset>
      </FormStack>
      <FormActions>
        <Button>{t(SUBMIT[mentor.state])}</Button>
      </FormActions>
    </Form>
  );
}

function defaultsOf(mentor: MentorProfilePage, languages: readonly Named[]): Fields {
  return {
    version: String(mentor.version),
    capacity: String(mentor.capacity),
    weeklyHours: String(mentor.weeklyHours),
    availableFrom: mentor.availableFrom,
    availableTo: mentor.availableTo,
    biography: mentor.biography,
    timeZone: mentor.timeZone,
    hoursFrom: hourText(mentor.hoursFrom),
    hoursTo: hourText(mentor.hoursTo),
    blackouts: Array.from({ length: MOST_BLACKOUTS }, (_, n) => {
      const { startsOn = "", endsOn = "" } = mentor.blackouts[n] ?? {};
      return { startsOn, endsOn };
    }),
    acceptsSameState: mentor.acceptsSameState ? "on" : "",
    wishedRoleKinds: [...mentor.wishedRoleKinds],
    wishedMandates: [...mentor.wishedMandates],
    wishedLanguages: [...mentor.wishedLanguages],
    topics: [...mentor.topics],
    mandateTypes: [...mentor.mandateTypes],
    languages: languages.map(({ code }) => ({
      code,
      level: String(mentor.languages.find((spoken) => spoken.code === code)?.level ?? ""),
    })),
  };
}
