import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { listCompactChoices } from "./compact.queries.server.ts";

interface Props {
  readonly choices: Awaited<ReturnType<typeof listCompactChoices>>;
  readonly year: number;
  readonly reply: FormReply | undefined;
}

interface Fields {
  appointmentId: string;
  year: string;
  supervisorId: string;
}

/** For whom a compact is opened, for which year, and whom they answer to. */
export function CompactForm({ choices, year, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "compact",
    lastResult: reply?.lastResult,
    defaultValue: { year: String(year) },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <SelectField
          {...fieldProps(fields.appointmentId, say)}
          label={t("compact.leader")}
          placeholder={t("cadre.propose.choose")}
          options={choices.leaders.map(({ id, name, mission, role }) => ({
            value: id,
            label: t("compact.leaderOf", { mission, role: nameIn(format.locale, role), name }),
          }))}
          required
        />
        <TextField
          {...fieldProps(fields.year, say)}
          type="number"
          width="short"
          label={t("compact.year")}
          required
        />
        <SelectField
          {...fieldProps(fields.supervisorId, say)}
          label={t("compact.supervisor")}
          hint={t("compact.supervisorHint")}
          placeholder={t("cadre.propose.choose")}
          options={choices.supervisors.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("compact.open")}</Button>
      </FormActions>
    </Form>
  );
}
