import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { ClearancePage } from "./clearance.queries.server.ts";
import { NOTE_LENGTH } from "./clearance-answer.ts";

interface Props {
  readonly clearance: Pick<
    ClearancePage,
    "kind" | "outcome" | "receivedOn" | "validUntil" | "version" | "note" | "clock"
  >;
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  outcome: string;
  receivedOn: string;
  validUntil: string;
  note: string;
}

/** The outcome of a gate, when it came in, until when it holds, and the note that vetting officers alone read. */
export function ClearanceForm({ clearance, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const { kind, outcome, receivedOn, validUntil, version, note, clock } = clearance;
  const [form, fields] = useForm<Fields>({
    id: "clearance",
    lastResult: reply?.lastResult,
    defaultValue: {
      outcome: clock.running ? "" : outcome,
      receivedOn: receivedOn ?? "",
      validUntil: clock.running ? "" : (validUntil ?? ""),
      note,
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={version} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.outcome, say)}
          label={t("selection.clearance.outcomeHeading")}
          options={(["clear", "notClear"] as const).map((value) => ({
            value,
            label: t(`selection.clearance.outcome.${value}`),
            hint: t(`vetting.gate.received.${kind}.${value}`),
          }))}
          required
        />
        <DateTimeField
          {...fieldProps(fields.receivedOn, say)}
          label={t("vetting.gate.receivedOn")}
          hint={t("vetting.gate.receivedHint")}
        />
        <DateTimeField
          {...fieldProps(fields.validUntil, say)}
          label={t("selection.clearance.validUntil")}
          hint={t("selection.clearance.validUntilHint")}
        />
        <TextArea
          {...fieldProps(fields.note, say)}
          label={t("vetting.gate.note")}
          hint={t("vetting.gate.noteHint")}
          maxLength={NOTE_LENGTH}
          rows={2}
        />
      </FormStack>
      <FormActions note={t("selection.clearance.note")}>
        <Button>{t("selection.clearance.record")}</Button>
      </FormActions>
    </Form>
  );
}
