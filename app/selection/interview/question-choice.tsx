import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-field.tsx";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { InterviewGuide } from "./interview-page.ts";

interface Props {
  readonly choice: InterviewGuide & { readonly chosen: readonly string[] };
  readonly reply: FormReply | undefined;
}

/** The bank's questions on each criterion of the interview, those chosen ticked. */
export function QuestionChoice({ choice, reply }: Props) {
  const { t, format } = useLanguage();
  const [form] = useForm({ id: "questions", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        {choice.criteria.map(({ criterion, questions }) => (
          <div key={criterion.id}>
            <CheckboxGroup
              id={`questions-${criterion.code}`}
              name="questions"
              label={inLanguage(format.locale, criterion.name)}
              hint={questions.length === 0 ? t("interview.choose.none") : undefined}
              defaultOptions={choice.chosen}
              options={questions.map((question) => ({
                value: question.id,
                label: inLanguage(format.locale, { en: question.textEn, fr: question.textFr }),
              }))}
            />
          </div>
        ))}
      </FormStack>
      <FormActions>
        <Button>{t("interview.choose.save")}</Button>
      </FormActions>
    </Form>
  );
}
