import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { FINDING_LENGTH, FINDING_OUTCOMES } from "./finding.ts";
import type { FindingPage } from "./ranking-page.ts";

interface Props {
  readonly finding: FindingPage["finding"];
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  outcome: string;
  text: string;
}

/** What the panel found, as its chair writes it down. */
export function FindingForm({ finding, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "finding",
    lastResult: reply?.lastResult,
    defaultValue: { outcome: finding?.outcome ?? "", text: finding?.text ?? "" },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={finding?.version ?? 0} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.outcome, say)}
          label={t("selection.finding.outcome")}
          options={FINDING_OUTCOMES.map((value) => ({
            value,
            label: t(`selection.finding.outcome.${value}`),
            hint: t(`selection.finding.means.${value}`),
          }))}
          required
        />
        <TextArea
          {...fieldProps(fields.text, say)}
          label={t("selection.finding.text")}
          hint={t("selection.finding.textHint", { characters: FINDING_LENGTH })}
          rows={7}
          maxLength={6000}
          required
        />
      </FormStack>
      <FormActions note={t("selection.finding.note")}>
        <Button>{t("selection.finding.save")}</Button>
      </FormActions>
    </Form>
  );
}
