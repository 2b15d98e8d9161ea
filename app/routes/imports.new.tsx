import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { actingState } from "#app/access/can.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readImportCall } from "#app/selection/nomination/import.queries.server.ts";
import { templateColumns } from "#app/selection/nomination/import-columns.ts";
import { ImportColumnsTable } from "#app/selection/nomination/import-columns-table.tsx";
import { startImport } from "#app/selection/nomination/start-import.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { FileField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta = pageTitle;

const sheetSchema = z.object({ sheet: z.instanceof(File, { error: "fileMissing" }) });
const callIn = (request: Request) => readId(new URL(request.url).searchParams.get("call") ?? undefined);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const t = await translatorOf(request);
  const call = orNotFound(await readImportCall(actor, callIn(request)));
  const ofState = actingState(actor) !== null;
  return { title: t("nominating.import.title"), call, ofState, columns: templateColumns(!ofState) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const callId = callIn(request);
  orNotFound(await readImportCall(actor, callId));
  const form = await readForm(request, sheetSchema);
  if (!form.ok) return form.answer;
  const { sheet } = form.value;
  const bytes = new Uint8Array(await sheet.arrayBuffer());
  const result = await startImport(actor, { callId, name: sheet.name, bytes });
  return result.ok ? redirect(paths.import(result.value.importId)) : form.refuse(result.refusal);
}

export default function NewImport() {
  const { title, call, ofState, columns } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ sheet: string }>({ id: "import", lastResult: reply?.lastResult });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${call.reference} · ${call.name}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          ofState
            ? { to: paths.list(call.id), label: t("nominating.list.title") }
            : { to: paths.call(call.reference), label: call.reference },
        ]}
        lead={`${t("nominating.import.lead")} ${t(ofState ? "nominating.import.leadState" : "nominating.import.leadSecretariat")}`}
      />
      {call.open ? (
        <Form method="post" id={form.id} encType="multipart/form-data" noValidate>
          <FormProblems form={form} reply={reply} />
          <FileField
            {...fieldProps(fields.sheet, say)}
            label={t("nominating.import.sheet")}
            hint={t("nominating.import.sheetHint")}
            accept=".csv,.xlsx"
            required
          />
          <FormActions>
            <Button>{t("nominating.import.check")}</Button>
          </FormActions>
        </Form>
      ) : (
        <Alert tone="warn" title={t("refusal.callClosed")} />
      )}
      {call.imports.length > 0 && (
        <Section title={t("nominating.import.before")}>
          <DataTable
            caption={t("nominating.import.before")}
            captionHidden
            rows={call.imports}
            rowKey={({ id }) => id}
            empty={null}
            columns={[
              {
                key: "file",
                header: t("nominating.import.file"),
                rowHeader: true,
                cell: ({ id, fileName }) => <Link to={paths.import(id)}>{fileName}</Link>,
              },
              {
                key: "at",
                header: t("nominating.import.sentAt"),
                cell: (row) => format.dateTime(row.createdAt),
              },
              {
                key: "rows",
                header: t("nominating.import.sheet"),
                cell: ({ rows }) => t("nominating.import.rows", { rows }),
              },
              {
                key: "state",
                header: t("selection.nomination.status"),
                cell: ({ state }) => t(`nominating.import.state.${state}`),
              },
            ]}
          />
        </Section>
      )}
      <Section
        title={t("nominating.import.template")}
        lead={t("nominating.import.templateLead")}
        actions={
          <>
            <LinkButton size="small" to={paths.importTemplate("csv")} reloadDocument>
              {t("nominating.import.templateCsv")}
            </LinkButton>
            <LinkButton size="small" to={paths.importTemplate("xlsx")} reloadDocument>
              {t("nominating.import.templateXlsx")}
            </LinkButton>
          </>
        }
      >
        <p className="measure mb-3 text-muted">{t("nominating.import.columnsLead")}</p>
        <ImportColumnsTable columns={columns} />
      </Section>
    </>
  );
}
