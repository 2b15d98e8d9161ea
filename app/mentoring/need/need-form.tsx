import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { LanguageRows } from "#app/i18n/language-rows.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { LANGUAGE_LEVELS, MOST_TOPICS, TOPICS } from "#app/mentoring/pool/mentor.ts";
import { hourText } from "#app/mentoring/session/hour-text.ts";
import { HoursFields } from "#app/mentoring/session/hours-fields.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxField, CheckboxGroup, Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { NeedPage } from "./need.queries.server.ts";
import { MOST_WISHED } from "./need.ts";

interface Props {
  readonly need: NeedPage;
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly zones: readonly string[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  topics: string[];
  languages: { code: string; level: string }[];
  timeZone: string;
  hoursFrom: string;
  hoursTo: string;
  wishedMentorIds: string[];
  avoidMentorIds: string[];
  acceptsSameState: string;
}

/** What a leader wants a mentor for, in which languages and hours, with whom rather, and with whom not. */
export function NeedForm({ need, languages, zones, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "need",
    lastResult: reply?.lastResult,
    defaultValue: {
      topics: [...need.topics],
      languages: languages.map(({ code }) => ({
        code,
        level: String(need.languages.find((spoken) => spoken.code === code)?.level ?? ""),
      })),
      timeZone: need.timeZone,
      hoursFrom: hourText(need.hoursFrom),
      hoursTo: hourText(need.hoursTo),
      wishedMentorIds: Array.from({ length: MOST_WISHED }, (_, n) => need.wishedMentorIds[n] ?? ""),
      acceptsSameState: need.acceptsSameState ? "on" : "",
      avoidMentorIds: [...need.avoidMentorIds],
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={need.version} />
      <FormStack>
        <CheckboxGroup
          {...fieldProps(fields.topics, say)}
          label={t("mentoring.need.topics")}
          hint={t("mentoring.need.topicsHint", { most: MOST_TOPICS })}
          options={TOPICS.map((value) => ({ value, label: t(`mentoring.topic.${value}`) }))}
        />
        <Fieldset
          legend={t("mentoring.need.languages")}
          id={fields.languages.id}
          hint={t("mentoring.need.languagesHint")}
          errors={fields.languages.errors?.map(say) ?? []}
        >
          <LanguageRows
            rows={fields.languages.getFieldList()}
            languages={languages}
            none={t("pool.need.notUsed")}
            levels={LANGUAGE_LEVELS.map((value) => ({ value, label: t(`mentoring.languageLevel.${value}`) }))}
            say={say}
          />
        </Fieldset>
        <Fieldset legend={t("pool.hours.title")} id="hours">
          <HoursFields
            zones={zones}
            bindings={{
              timeZone: fieldProps(fields.timeZone, say),
              hoursFrom: fieldProps(fields.hoursFrom, say),
              hoursTo: fieldProps(fields.hoursTo, say),
            }}
          />
        </Fieldset>
        <Fieldset legend={t("pool.need.wishes")} id="wishes" hint={t("pool.need.wishesHint")}>
          {need.mentors.length > 0 &&
            fields.wishedMentorIds
              .getFieldList()
              .map((field, n) => (
                <SelectField
                  key={field.key}
                  {...fieldProps(field, say)}
                  label={t("pool.need.wished", { n: n + 1 })}
                  mark={t("mentoring.profile.mandatesMark")}
                  placeholder={t("pool.need.nobody")}
                  options={need.mentors.map(({ id, name }) => ({ value: id, label: name }))}
                />
              ))}
          <CheckboxField
            {...fieldProps(fields.acceptsSameState, say)}
            label={t("pool.sameState.mentee")}
            hint={t("pool.sameState.hint")}
          />
        </Fieldset>
        {need.mentors.length > 0 && (
          <CheckboxGroup
            {...fieldProps(fields.avoidMentorIds, say)}
            label={t("mentoring.need.avoid")}
            mark={t("mentoring.profile.mandatesMark")}
            hint={t("mentoring.need.avoidHint")}
            options={need.mentors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormStack>
      <FormActions note={t("mentoring.need.note")}>
        <Button>{t(need.state === "stated" ? "mentoring.need.again" : "mentoring.need.submit")}</Button>
        {need.state !== "declined" && (
          <LinkButton to={paths.declineMentorship(need.id)}>{t("mentoring.need.decline")}</LinkButton>
        )}
      </FormActions>
    </Form>
  );
}
