import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { ReportPage } from "./report-page.ts";

interface Props {
  readonly page: Pick<ReportPage, "panelId" | "withoutFinding" | "balanceReasonNeeded">;
  readonly reply: FormReply | undefined;
}

/** The chair makes the report from the findings, once every candidacy has one. */
export function ReportForm({ page, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ balanceReason: string }>({ id: "report", lastResult: reply?.lastResult });
  if (page.withoutFinding > 0) {
    return (
      <Alert
        role="note"
        title={t("refusal.findingsMissing", { count: page.withoutFinding })}
        actions={<LinkButton to={paths.agenda(page.panelId)}>{t("selection.agenda.title")}</LinkButton>}
      />
    );
  }
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      {page.balanceReasonNeeded && (
        <TextArea
          {...fieldProps(fields.balanceReason, say)}
          label={t("selection.report.balanceReason")}
          hint={t("selection.report.balanceHint")}
          maxLength={2000}
          rows={3}
          required
        />
      )}
      <FormActions note={t("selection.report.makeNote")}>
        <Button>{t("selection.report.make")}</Button>
      </FormActions>
    </Form>
  );
}
