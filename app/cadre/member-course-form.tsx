import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

interface Props {
  readonly courses: readonly { readonly id: string; readonly title: string; readonly startsOn: string }[];
  readonly reply: FormReply | undefined;
}

/** The secretariat nominates a member to a course that takes nominations; nothing where none does. */
export function MemberCourseForm({ courses, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ courseId: string; reason: string }>({
    id: "seat",
    lastResult: reply?.lastResult,
  });
  if (courses.length === 0) return null;
  return (
    <Section title={t("course.nominate.member")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="intent" value="nominate" />
        <FormStack>
          <SelectField
            {...fieldProps(fields.courseId, say)}
            label={t("course.title")}
            placeholder={t("cadre.propose.choose")}
            options={courses.map(({ id, title, startsOn }) => ({
              value: id,
              label: t("course.titleOn", { title, date: format.date(startsOn) }),
            }))}
            required
          />
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("course.reason")}
            hint={t("course.reasonHint")}
            maxLength={1000}
            required
          />
        </FormStack>
        <FormActions>
          <Button variant="secondary">{t("course.nominate.submit")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
