import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { MANDATE_TASKS } from "./lesson.ts";
import { type FlagReasons, LessonFlags } from "./lesson-fields.tsx";

/** What an action gives back: what was typed, what is wrong, and what in the text may identify. */
export type LessonReply = FormReply & FlagReasons;

interface Props {
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly before: {
    readonly version: number;
    readonly title: string;
    readonly text: string;
    readonly roleKindCode: string;
    readonly mandateTasks: readonly string[];
  };
  /** What was flagged and stayed in the version before. */
  readonly kept: FlagReasons;
  readonly back: string;
  readonly reply: LessonReply | undefined;
}

interface Fields {
  title: string;
  text: string;
  roleKindCode: string;
  mandateTasks: string[];
}

/** What one of a pair has learned, for others in the same place. */
export function LessonForm({ roleKinds, before, kept, back, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { version, mandateTasks, ...typed } = before;
  const [form, fields] = useForm<Fields>({
    id: "lesson",
    lastResult: reply?.lastResult,
    defaultValue: { ...typed, mandateTasks: [...mandateTasks] },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <TextField
          {...fieldProps(fields.title, say)}
          label={t("lesson.title")}
          hint={t("lesson.titleHint")}
          width="full"
          maxLength={120}
          required
        />
        <TextArea
          {...fieldProps(fields.text, say)}
          label={t("lesson.text")}
          hint={t("lesson.textHint")}
          rows={10}
          maxLength={6000}
          required
        />
        <LessonFlags {...(reply ?? kept)} />
        <SelectField
          {...fieldProps(fields.roleKindCode, say)}
          label={t("lesson.roleKind")}
          options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
          required
        />
        <CheckboxGroup
          {...fieldProps(fields.mandateTasks, say)}
          label={t("lesson.tasks")}
          hint={t("lesson.tasksHint")}
          options={MANDATE_TASKS.map((task) => ({ value: task, label: t(`lesson.task.${task}`) }))}
        />
      </FormStack>
      <FormActions note={t("lesson.submitNote")}>
        <Button>{t("lesson.submit")}</Button>
        <LinkButton to={back}>{t("lesson.back")}</LinkButton>
      </FormActions>
    </Form>
  );
}
