import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { NamedLanguage } from "#app/selection/screening/requirements.ts";
import { LEAST_CALL_DAYS } from "#app/selection/vacancy/vacancy.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { type CallKind, MOST_GRACE_MINUTES } from "./call-draft.ts";
import { type CallFields, callDefaults, type StoredDraft } from "./call-fields.ts";
import {
  CallAddressees,
  type CallableVacancy,
  CallForCadre,
  CallListRule,
  CallVacancies,
} from "./call-form-parts.tsx";

/** What a call is drafted from. */
export interface CallChoices {
  readonly vacancies: readonly CallableVacancy[];
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly languages: readonly NamedLanguage[];
  readonly states: readonly { readonly value: string; readonly label: string }[];
  readonly zones: readonly string[];
}

interface Props {
  readonly kind: CallKind;
  readonly before: StoredDraft | null;
  /** The vacancy the page was asked for, if any. */
  readonly chosen: string | null;
  readonly choices: CallChoices;
  readonly reply: FormReply | undefined;
}

/** What a call is for, whom it is addressed to, by which rule, and its hours. */
export function CallForm({ kind, before, chosen, choices, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<CallFields>({
    id: "call",
    lastResult: reply?.lastResult,
    defaultValue: callDefaults(kind, before, chosen),
  });
  const part = { fields, say };
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={fields.version.value} />
      <input type="hidden" name={fields.kind.name} value={kind} />
      {kind === "vacancies" ? (
        <FormStack>
          <CallVacancies {...part} vacancies={choices.vacancies} />
        </FormStack>
      ) : (
        <CallForCadre {...part} roleKinds={choices.roleKinds} languages={choices.languages} />
      )}
      <CallAddressees {...part} states={choices.states} />
      <CallListRule {...part} />
      <Fieldset legend={t("call.form.hours")} id="hours" hint={t("call.form.hoursHint")}>
        <SelectField
          {...fieldProps(fields.timeZone, say)}
          label={t("selection.publish.timeZone")}
          options={choices.zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          required
        />
        <DateTimeField
          {...fieldProps(fields.opensAt, say)}
          type="datetime-local"
          label={t("call.form.opensAt")}
          hint={t("call.form.opensAtHint")}
        />
        <DateTimeField
          {...fieldProps(fields.closesAt, say)}
          type="datetime-local"
          label={t("selection.publish.closesAt")}
          hint={t("call.form.closesAtHint", { days: LEAST_CALL_DAYS })}
          required
        />
        <TextField
          {...fieldProps(fields.graceMinutes, say)}
          type="number"
          width="short"
          min={0}
          max={MOST_GRACE_MINUTES}
          label={t("call.form.grace")}
          hint={t("call.form.graceHint")}
          required
        />
        {kind === "vacancies" && (
          <DateTimeField
            {...fieldProps(fields.decisionDueOn, say)}
            label={t("selection.publish.decisionDueOn")}
            required
          />
        )}
      </Fieldset>
      <FormActions note={t("call.form.note")}>
        <Button>{t("call.form.save")}</Button>
      </FormActions>
    </Form>
  );
}
