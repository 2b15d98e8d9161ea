import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { z } from "zod";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { readForm } from "#app/platform/form.server.ts";
import { checkReceipt } from "#app/record/check-receipt.server.ts";
import { MAX_RECEIPT_LENGTH } from "#app/record/receipt.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const schema = z.object({ receipt: z.string().trim().min(1).max(MAX_RECEIPT_LENGTH) });
const TONES = { stands: "good", unknownHead: "warn", broken: "bad" } as const;

export const meta = pageTitle;
export const handle = { scripts: false };

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  return { title: t("record.check.title") };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, schema);
  if (!form.ok) return form.answer;
  const result = await checkReceipt(form.value.receipt);
  if (!result.ok) return form.refuse(result.refusal);
  return data({ verdict: result.value });
}

export default function Receipts() {
  const answer = useActionData<typeof action>();
  const t = useT();
  const reply = answer && "lastResult" in answer ? answer : undefined;
  const verdict = answer && "verdict" in answer ? answer.verdict : null;
  const say = useFormWords(reply);
  const [form, fields] = useForm<z.infer<typeof schema>>({ id: "receipt", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader title={t("record.check.title")} lead={t("record.check.lead")} />
      {verdict && (
        <Alert tone={TONES[verdict]} title={t(`record.verdict.${verdict}`)}>
          {t(`record.verdictText.${verdict}`)}
        </Alert>
      )}
      <Form method="post" id={form.id} className="mt-6" noValidate>
        <FormProblems form={form} reply={reply} />
        <TextArea
          {...fieldProps(fields.receipt, say)}
          label={t("record.check.receipt")}
          hint={t("record.check.hint")}
          rows={10}
          spellCheck={false}
          required
        />
        <FormActions>
          <Button>{t("record.check.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
