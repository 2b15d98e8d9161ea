import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { FeedbackPage } from "./feedback.queries.server.ts";
import { PointLevel } from "./feedback-points.tsx";

interface Props {
  readonly feedback: Pick<FeedbackPage, "points" | "advice" | "version" | "told" | "mayRelease">;
  readonly reply: FormReply | undefined;
}

interface Fields {
  points: { criterionId: string; text: string }[];
  advice: string;
}

const NOTES = {
  release: "feedback.note",
  wait: "feedback.afterLetter",
  chair: "feedback.officerReleases",
} as const;

/** The words of a feedback, criterion by criterion, to keep or, once the letter was sent, to release. */
export function FeedbackForm({ feedback, reply }: Props) {
  const { t, format } = useLanguage();
  const { points, advice, version } = feedback;
  const told = feedback.told && feedback.mayRelease;
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "feedback",
    lastResult: reply?.lastResult,
    defaultValue: { points: points.map(({ criterionId, text }) => ({ criterionId, text })), advice },
  });
  const nameAt = (place: number) => {
    const point = points[place];
    return point && inLanguage(format.locale, point.name);
  };
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems
        form={form}
        reply={reply}
        about={(field) => (field.startsWith("points") ? nameAt(placeIn(field)) : undefined)}
      />
      <input type="hidden" name="version" value={version} />
      <div className="space-y-8">
        {fields.points.getFieldList().map((row, place) => {
          const point = points[place];
          const { criterionId, text } = row.getFieldset();
          return (
            point && (
              <Fieldset key={row.key} legend={nameAt(place) ?? ""} id={`criterion-${place}`}>
                <input type="hidden" name={criterionId.name} value={point.criterionId} />
                <p className="text-sm text-muted">
                  {t(point.side === null ? "feedback.unobserved" : `feedback.side.${point.side}`)}
                </p>
                <PointLevel point={point} />
                <TextArea
                  {...fieldProps(text, say)}
                  label={t("feedback.text")}
                  hint={t("feedback.textHint")}
                  maxLength={4000}
                />
              </Fieldset>
            )
          );
        })}
        <TextArea
          {...fieldProps(fields.advice, say)}
          label={t("feedback.advice")}
          hint={t("feedback.adviceHint")}
          rows={6}
          maxLength={4000}
        />
      </div>
      <FormActions note={t(NOTES[feedback.mayRelease ? (told ? "release" : "wait") : "chair"])}>
        {told && (
          <Button name="intent" value="release">
            {t("feedback.release")}
          </Button>
        )}
        <Button name="intent" value="keep" variant={told ? "secondary" : "primary"}>
          {t("feedback.keep")}
        </Button>
      </FormActions>
    </Form>
  );
}
