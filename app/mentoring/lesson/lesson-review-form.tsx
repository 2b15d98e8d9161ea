import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

interface Props {
  readonly version: number;
  readonly reply: FormReply | undefined;
}

/** An officer's answer to a lesson. */
export function LessonReviewForm({ version, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ note: string }>({ id: "review", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate className="mt-8">
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <TextArea
          {...fieldProps(fields.note, say)}
          label={t("lesson.note")}
          hint={t("lesson.noteHint")}
          maxLength={2000}
        />
      </FormStack>
      <FormActions note={t("lesson.reviewNote")}>
        <Button name="decision" value="publish">
          {t("lesson.publish")}
        </Button>
        <Button name="decision" value="askChanges" variant="secondary">
          {t("lesson.askChanges")}
        </Button>
        <Button name="decision" value="decline" variant="danger">
          {t("lesson.decline")}
        </Button>
      </FormActions>
    </Form>
  );
}
