import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { type FindingDraft, FindingFields } from "#app/selection/report/finding-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { NamedStates } from "./evidence-list.tsx";
import type { Check } from "./requirement-evidence.ts";
import { useRequirementWords } from "./requirement-list.tsx";
import type { ScreeningView } from "./screening.queries.server.ts";
import type { ScreeningFinding } from "./screening.ts";
import { SCREENING_REASONS } from "./screening-reasons.ts";

interface Props {
  readonly checks: readonly Check[];
  readonly requests: ScreeningView["requests"];
  readonly states: NamedStates;
  /** What this screener found before the candidate answered; what was asked about again is left out. */
  readonly before: readonly ScreeningFinding[];
  readonly version: number;
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  findings: FindingDraft[];
  passed: string;
  reasons: string[];
  note: string;
}

/** A finding on each requirement, beside what the file by itself suggests, and the outcome. */
export function ScreeningForm({ checks, requests, states, before, version, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const words = useRequirementWords();
  const [form, fields] = useForm<Fields>({
    id: "screening",
    lastResult: reply?.lastResult,
    defaultValue: {
      findings: checks.map(({ key, suggestion }) => {
        const found = before.find(({ requirement }) => requirement === key);
        return { requirement: key, verdict: found?.verdict ?? suggestion, evidence: found?.evidence ?? "" };
      }),
    },
  });
  const about = (field: string) => {
    const check = checks[placeIn(field)];
    return check && words(check.requirement);
  };
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} about={about} />
      <input type="hidden" name={fields.version.name} value={version} />
      <FindingFields {...{ checks, requests, states, say }} findings={fields.findings} />
      <Fieldset legend={t("selection.screening.outcome")} id="outcome">
        <RadioGroup
          {...fieldProps(fields.passed, say)}
          label={t("selection.screening.goesOn")}
          options={[
            { value: "yes", label: t("selection.screening.yes") },
            { value: "no", label: t("selection.screening.no") },
          ]}
          required
        />
        <CheckboxGroup
          {...fieldProps(fields.reasons, say)}
          label={t("vetting.screening.reasons")}
          hint={t("vetting.screening.reasonsHint")}
          options={SCREENING_REASONS.map((value) => ({ value, label: t(`vetting.reason.${value}`) }))}
        />
        <TextArea
          {...fieldProps(fields.note, say)}
          label={t("selection.screening.note")}
          mark={t("selection.conflict.ifAny")}
          maxLength={2000}
          rows={2}
        />
      </Fieldset>
      <FormActions note={t("vetting.screening.told")}>
        <Button>{t("vetting.screening.submit")}</Button>
      </FormActions>
    </Form>
  );
}
