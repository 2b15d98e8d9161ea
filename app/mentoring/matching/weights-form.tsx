import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { SCORE_PARTS, type ScoreWeights } from "./match-score.ts";
import { SETTING_REASON } from "./match-settings.ts";

interface Props {
  readonly weights: ScoreWeights;
  /** What was typed with a preview. */
  readonly reason: string;
  readonly reply: FormReply | undefined;
}

interface Fields extends Record<keyof ScoreWeights, string> {
  reason: string;
}

/** What each part counts; looked at before it is set. */
export function WeightsForm({ weights, reason, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "weights",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...Object.fromEntries(SCORE_PARTS.map((part) => [part, String(weights[part])])),
      reason,
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
          {SCORE_PARTS.map((part) => (
            <TextField
              key={part}
              {...fieldProps(fields[part], say)}
              label={t(`mentoring.part.${part}`)}
              type="number"
              width="short"
              min={0}
              max={100}
              step={1}
              required
            />
          ))}
        </div>
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("matching.weights.reason")}
          hint={t("matching.weights.reasonHint")}
          maxLength={SETTING_REASON.most}
          rows={2}
        />
      </FormStack>
      <FormActions note={t("matching.weights.note")}>
        <Button name="intent" value="preview">
          {t("matching.weights.preview")}
        </Button>
        <Button name="intent" value="save" variant="secondary">
          {t("matching.weights.save")}
        </Button>
      </FormActions>
    </Form>
  );
}
