import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { READINESS_LEVELS, READINESS_MONTHS } from "#app/cadre/readiness.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { PoolReviewPage } from "./pool-review.queries.server.ts";
import { SCREENING_REASONS } from "./screening-reasons.ts";

interface Props {
  readonly review: Pick<PoolReviewPage, "version" | "roleKindCodes">;
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  outcome: string;
  version: string;
  roleKindCodes: string[];
  level: string;
  evidence: string;
  reasons: string[];
  note: string;
}

/** An officer's finding: suitable, for which roles and how soon; or not taken, and why. */
export function PoolReviewForm({ review, roleKinds, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "review",
    lastResult: reply?.lastResult,
    defaultValue: { roleKindCodes: [...review.roleKindCodes] },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={review.version} />
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
          hint={t("cadre.admit.evidenceHint", { months: READINESS_MONTHS })}
          maxLength={1000}
        />
      </Fieldset>
      <Fieldset legend={t("nominating.pool.ifNotTaken")} id="not-taken">
        <CheckboxGroup
          {...fieldProps(fields.reasons, say)}
          label={t("vetting.screening.reasons")}
          hint={t("nominating.pool.reasonsHint")}
          options={SCREENING_REASONS.map((value) => ({ value, label: t(`vetting.reason.${value}`) }))}
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
