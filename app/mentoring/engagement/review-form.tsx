import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage, useT } from "#app/i18n/provider.tsx";
import { MarksField } from "#app/mentoring/pool/marks-field.tsx";
import { MOST_COMMENT, USEFULNESS } from "#app/mentoring/session/session-feedback.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

type Values = Record<"usefulness" | "note" | "mark1" | "mark2" | "mark3" | "mark4" | "mark5", string>;

interface FormProps {
  /** Goals to rate; none at the first review, or where none were agreed. */
  readonly goals: readonly string[];
  readonly reply: FormReply | undefined;
}

/** What one of a pair says looking back. */
export function ReviewForm({ goals, reply }: FormProps) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Values>({ id: "review", lastResult: reply?.lastResult });
  const marks = [fields.mark1, fields.mark2, fields.mark3, fields.mark4, fields.mark5] as const;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.usefulness, say)}
          label={t("pair.review.usefulness")}
          options={USEFULNESS.map((mark) => ({
            value: String(mark),
            label: t(`mentoring.feedback.${mark}`),
          }))}
          required
        />
        {goals.length > 0 && (
          <Fieldset legend={t("pair.review.goals")} id="goals" hint={t("pair.review.goalsHint")}>
            <MarksField
              goals={goals}
              binding={(place) => fieldProps(marks[place - 1] ?? fields.mark1, say)}
            />
          </Fieldset>
        )}
        <TextArea
          {...fieldProps(fields.note, say)}
          label={t("pair.review.note")}
          mark={t("mentoring.feedback.optional")}
          maxLength={MOST_COMMENT}
        />
      </FormStack>
      <FormActions note={t("pair.review.final")}>
        <Button>{t("pair.review.submit")}</Button>
      </FormActions>
    </Form>
  );
}

interface GivenProps {
  readonly engagementId: string;
  readonly given: { readonly usefulness: number; readonly note: string; readonly answeredAt: string };
}

/** What the reader said, and what can be done next. */
export function GivenReview({ engagementId, given }: GivenProps) {
  const { t, format } = useLanguage();
  const usefulness = USEFULNESS.find((mark) => mark === given.usefulness);
  return (
    <>
      <Section title={t("pair.review.own", { day: format.date(given.answeredAt) })}>
        {usefulness && <p className="font-semibold">{t(`mentoring.feedback.${usefulness}`)}</p>}
        <p className="measure mt-1 whitespace-pre-line">{given.note || t("pair.review.noNote")}</p>
      </Section>
      <Section title={t("pair.review.next")}>
        <p className="measure mb-3">{t("pair.review.nextText")}</p>
        <LinkButton to={paths.engagement(engagementId)}>{t("pair.review.back")}</LinkButton>
      </Section>
    </>
  );
}

interface ClosedProps {
  readonly engagementId: string;
  readonly dueOn: string;
}

/** Says when a review is open. */
export function ReviewClosed({ engagementId, dueOn }: ClosedProps) {
  const { t, format } = useLanguage();
  return (
    <Alert
      title={t("pair.review.closed")}
      actions={<LinkButton to={paths.engagement(engagementId)}>{t("pair.review.back")}</LinkButton>}
    >
      {t("pair.review.closedText", { day: format.date(dueOn) })}
    </Alert>
  );
}
