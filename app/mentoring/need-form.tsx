import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { MOST_TOPICS, TOPICS } from "./mentor.ts";
import type { NeedPage } from "./need.queries.server.ts";

interface Props {
  readonly need: NeedPage;
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  topics: string[];
  languages: string[];
  avoidMentorIds: string[];
}

/** What a leader wants a mentor for, in which languages, and with whom not. */
export function NeedForm({ need, languages, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "need",
    lastResult: reply?.lastResult,
    defaultValue: {
      topics: [...need.topics],
      languages: [...need.languages],
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
        <CheckboxGroup
          {...fieldProps(fields.languages, say)}
          label={t("mentoring.need.languages")}
          hint={t("mentoring.need.languagesHint")}
          options={languages.map((language) => ({
            value: language.code,
            label: nameIn(format.locale, language),
          }))}
          layout="row"
        />
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
