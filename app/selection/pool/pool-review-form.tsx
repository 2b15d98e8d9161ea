import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { type FindingDraft, FindingFields } from "#app/selection/report/finding-fields.tsx";
import { useRequirementWords } from "#app/selection/screening/requirement-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { PoolReviewPage } from "./pool-review-page.queries.server.ts";

interface Props {
  readonly review: Pick<PoolReviewPage, "version" | "roleKindCodes" | "checks" | "file" | "reasonsOffered">;
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  /** For how many months a finding of readiness will hold. */
  readonly months: number;
  readonly reply: FormReply | undefined;
}

interface Fields {
  outcome: string;
  version: string;
  findings: FindingDraft[];
  roleKindCodes: string[];
  level: string;
  evidence: string;
  reasons: string[];
  note: string;
}

/** An officer's finding: suitable, for which roles and how soon; or not taken, and why. */
export function PoolReviewForm({ review, roleKinds, months, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const words = useRequirementWords();
  const [form, fields] = useForm<Fields>({
    id: "review",
    lastResult: reply?.lastResult,
    defaultValue: {
      findings: review.checks.map(({ key, suggestion }) => ({
        ...{ requirement: key, verdict: suggestion, evidence: "" },
      })),
      roleKindCodes: [...review.roleKindCodes],
    },
  });
  const about = (field: string) => {
    const check = review.checks[placeIn(field)];
    return check && words(check.requirement);
  };
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} about={about} />
      <input type="hidden" name={fields.version.name} value={review.version} />
      {review.checks.length > 0 && (
        <FindingFields
          checks={review.checks}
          states={review.file.states}
          findings={fields.findings}
          say={say}
        />
      )}
      <RadioGroup
        {...fieldProps(fields.outcome, say)}
        label={t("nominating.pool.outcome")}
        options={[
          { value: "suitable", label: t("nominating.pool.suitable") },
          { value: "notTaken", label: t("nominating.pool.notTaken") },
        ]}
        required
      />
      <Fieldset legend={t("nominating.pool.ifSuitable")} id="suitable">
        <CheckboxGroup
          {...fieldProps(fields.roleKindCodes, say)}
          label={t("cadre.admit.roleKind")}
          options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
        />
        <RadioGroup
          {...fieldProps(fields.level, say)}
          label={t("cadre.admit.level")}
          options={READINESS_LEVELS.map((value) => ({ value, label: t(`cadre.readiness.${value}`) }))}
          layout="row"
        />
        <TextArea
          {...fieldProps(fields.evidence, say)}
          label={t("cadre.admit.evidence")}
          hint={t("cadre.admit.evidenceHint", { months })}
          maxLength={1000}
        />
      </Fieldset>
      <Fieldset legend={t("nominating.pool.ifNotTaken")} id="not-taken">
        <CheckboxGroup
          {...fieldProps(fields.reasons, say)}
          label={t("vetting.screening.reasons")}
          hint={t("nominating.pool.reasonsHint")}
          options={review.reasonsOffered.map((value) => ({ value, label: t(`vetting.reason.${value}`) }))}
        />
      </Fieldset>
      <TextArea
        {...fieldProps(fields.note, say)}
        label={t("selection.screening.note")}
        mark={t("selection.conflict.ifAny")}
        maxLength={2000}
        rows={2}
      />
      <FormActions note={t("nominating.pool.told")}>
        <Button>{t("nominating.pool.record")}</Button>
      </FormActions>
    </Form>
  );
}
