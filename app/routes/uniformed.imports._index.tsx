import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { checkUniformed } from "#app/gender/check-uniformed.server.ts";
import {
  listUniformedImports,
  UNIFORMED_IMPORTS_PER_PAGE,
} from "#app/gender/uniformed-import.queries.server.ts";
import { UniformedColumns, UniformedImports } from "#app/gender/uniformed-imports.tsx";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { pageOf } from "#app/platform/paging.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FileField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

const sheetSchema = z.object({ sheet: z.instanceof(File, { error: "fileMissing" }) });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "uniformed.readImports"));
  const t = await translatorOf(request);
  const page = pageOf(request.url);
  return {
    title: t("gender.uniformed.import.list"),
    ...{ page, perPage: UNIFORMED_IMPORTS_PER_PAGE, maySend: can(actor, "uniformed.import") },
    ...(await listUniformedImports(page)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "uniformed.import"));
  const form = await readForm(request, sheetSchema);
  if (!form.ok) return form.answer;
  const { sheet } = form.value;
  const bytes = new Uint8Array(await sheet.arrayBuffer());
  const result = await checkUniformed(actor, { name: sheet.name, bytes });
  return result.ok ? redirect(paths.uniformedImport(result.value.importId)) : form.refuse(result.refusal);
}

export default function UniformedFiles() {
  const { title, page, perPage, maySend, imports, total } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ sheet: string }>({ id: "uniformed", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.uniformed.import.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[
          { to: paths.balance(), label: t("gender.balance.title") },
          { to: paths.uniformed(), label: t("gender.uniformed.title") },
        ]}
      />
      {maySend && (
        <Form method="post" id={form.id} encType="multipart/form-data" noValidate>
          <FormProblems form={form} reply={reply} />
          <FileField
            {...fieldProps(fields.sheet, say)}
            label={t("gender.uniformed.import.file")}
            hint={t("gender.uniformed.import.fileHint")}
            accept=".csv,.xlsx"
            required
          />
          <FormActions note={t("gender.uniformed.import.note")}>
            <Button>{t("gender.uniformed.import.check")}</Button>
          </FormActions>
        </Form>
      )}
      <Section title={t("gender.uniformed.import.sent")}>
        <UniformedImports imports={imports} />
        <Pages page={page} perPage={perPage} total={total} />
      </Section>
      <UniformedColumns />
    </>
  );
}
