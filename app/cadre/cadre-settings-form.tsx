import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { type CadreSettings, SETTING_BOUNDS, SETTING_REASON_LENGTH } from "./cadre-settings.ts";

interface Props {
  readonly standing: CadreSettings & { readonly version: number };
  readonly reply: FormReply | undefined;
}

const NUMBERS = ["readinessMonths", "lapseMonths"] as const;
type Fields = Readonly<Record<(typeof NUMBERS)[number] | "version" | "reason", string>>;

/** Other settings of the cadre, beside those that stand. */
export function CadreSettingsForm({ standing, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "settings",
    lastResult: reply?.lastResult,
    defaultValue: {
      readinessMonths: String(standing.readinessMonths),
      lapseMonths: String(standing.lapseMonths),
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={standing.version} />
      <FormStack>
        {NUMBERS.map((name) => (
          <TextField
            key={name}
            {...fieldProps(fields[name], say)}
            label={t(`cadre.settings.${name}`)}
            hint={t("cadre.settings.bounds", SETTING_BOUNDS[name])}
            inputMode="numeric"
            width="short"
            required
          />
        ))}
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("cadre.settings.reason")}
          hint={t("cadre.settings.reasonHint", { characters: SETTING_REASON_LENGTH })}
          rows={3}
          maxLength={1000}
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("cadre.settings.set")}</Button>
      </FormActions>
    </Form>
  );
}
