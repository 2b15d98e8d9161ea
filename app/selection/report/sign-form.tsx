import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

interface Props {
  readonly panelId: string;
  readonly reportId: string;
  readonly reply: FormReply | undefined;
}

interface Fields {
  reportId: string;
  manner: string;
  dissent: string;
}

/** A member's signature, in agreement or with a dissent in words. */
export function SignForm({ panelId, reportId, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({ id: "sign", lastResult: reply?.lastResult });
  return (
    <Form method="post" action={paths.signReport(panelId)} id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.reportId.name} value={reportId} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.manner, say)}
          label={t("selection.report.manner")}
          options={(["agree", "dissent"] as const).map((value) => ({
            value,
            label: t(`selection.report.manner.${value}`),
          }))}
          required
        />
        <TextArea
          {...fieldProps(fields.dissent, say)}
          label={t("selection.report.dissent")}
          mark={t("selection.conflict.ifAny")}
          maxLength={4000}
          rows={3}
        />
      </FormStack>
      <FormActions note={t("selection.report.signNote")}>
        <Button>{t("selection.report.sign")}</Button>
      </FormActions>
    </Form>
  );
}
