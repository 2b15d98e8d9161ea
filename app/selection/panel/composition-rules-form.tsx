import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { StandingSettings } from "./composition-settings.queries.server.ts";
import { FORCED_RULES, PANEL_SIZE, RULE_FORCES, RULE_REASON_LENGTH } from "./composition-settings.ts";

interface Props {
  readonly standing: StandingSettings;
  readonly reply: FormReply | undefined;
}

const NUMBERS = ["sizeLeast", "sizeMost", "externalSenior", "externalOther", "experts"] as const;

type Fields = Readonly<Record<(typeof NUMBERS)[number] | "version" | "reason", string>> & {
  readonly force: Record<(typeof FORCED_RULES)[number], string>;
};

/** Other rules of composition, beside those that stand. */
export function CompositionRulesForm({ standing: { version, settings }, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "rules",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...Object.fromEntries(NUMBERS.map((name) => [name, String(settings[name])])),
      force: settings.force,
    },
  });
  const force = fields.force.getFieldset();
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={version} />
      <Section title={t("selection.rules.numbers")} level={2}>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {NUMBERS.map((name) => (
            <TextField
              key={name}
              {...fieldProps(fields[name], say)}
              label={t(`selection.rules.${name}`)}
              hint={t("selection.rules.bounds", {
                least: name === "sizeLeast" || name === "sizeMost" ? PANEL_SIZE.least : 0,
                most: PANEL_SIZE.most,
              })}
              inputMode="numeric"
              required
            />
          ))}
        </div>
      </Section>
      <Section title={t("selection.rules.force")} level={2} lead={t("selection.rules.forceLead")}>
        <FormStack>
          {FORCED_RULES.map((rule) => (
            <RadioGroup
              key={rule}
              {...fieldProps(force[rule], say)}
              label={t(`selection.report.exception.${rule}`)}
              options={RULE_FORCES.map((value) => ({ value, label: t(`selection.rules.force.${value}`) }))}
              layout="row"
              required
            />
          ))}
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("selection.rules.reason")}
            hint={t("selection.rules.reasonHint", { characters: RULE_REASON_LENGTH })}
            rows={3}
            maxLength={1000}
            required
          />
        </FormStack>
      </Section>
      <FormActions note={t("selection.rules.note")}>
        <Button>{t("selection.rules.save")}</Button>
      </FormActions>
    </Form>
  );
}
