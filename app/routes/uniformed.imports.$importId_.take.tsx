import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { takeUniformed } from "#app/gender/take-uniformed.server.ts";
import { readUniformedImport } from "#app/gender/uniformed-import.queries.server.ts";
import { UniformedProblems } from "#app/gender/uniformed-report.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

const takeSchema = z.object({ withoutRefused: z.stringbool().default(false) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "uniformed.import"));
  const t = await translatorOf(request);
  const today = now().toISOString().slice(0, 10);
  const sent = orNotFound(await readUniformedImport(readId(params.importId), today));
  return { title: t("gender.uniformed.import.takeRest"), sent };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "uniformed.import"));
  const importId = readId(params.importId);
  const form = await readForm(request, takeSchema);
  if (!form.ok) return form.answer;
  const result = await takeUniformed(actor, { importId, ...form.value });
  return result.ok ? redirect(paths.uniformedImport(importId)) : form.refuse(result.refusal);
}

export default function TakeUniformed() {
  const { title, sent } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ withoutRefused: string }>({ id: "take", lastResult: reply?.lastResult });
  const { rows, refused } = sent;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.uniformed.import.found", { rows, refused })}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[
          { to: paths.uniformedImports(), label: t("gender.uniformed.import.list") },
          { to: paths.uniformedImport(sent.id), label: sent.fileName },
        ]}
      />
      {sent.problems.length > 0 && <UniformedProblems sent={sent} />}
      <Form method="post" id={form.id} noValidate className="mt-6">
        <FormProblems form={form} reply={reply} />
        {refused > 0 && (
          <CheckboxField
            {...fieldProps(fields.withoutRefused, say)}
            label={t("gender.uniformed.import.withoutRefused", { refused })}
            hint={t("gender.uniformed.import.withoutRefusedHint")}
          />
        )}
        <FormActions>
          <Button>{t("gender.uniformed.import.take")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
