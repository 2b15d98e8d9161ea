import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { mayWriteForPanel } from "#app/selection/may-write.queries.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { signReportSchema } from "#app/selection/report/report-balance.ts";
import { SignForm } from "#app/selection/report/sign-form.tsx";
import { signReport } from "#app/selection/report/sign-report.server.ts";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const { report, maySign, vacancy } = orNotFound(await readReport(actor, panelId));
  if (!report || !maySign) throw redirect(paths.report(panelId));
  const t = await translatorOf(request);
  return { title: t("selection.report.sign"), panelId, vacancy, reportId: report.reportId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  permit(await mayWriteForPanel(actor, "report.sign", panelId));
  const form = await readForm(request, signReportSchema);
  if (!form.ok) return form.answer;
  const result = await signReport(actor, { panelId, ...form.value });
  return result.ok ? redirect(paths.report(panelId)) : form.refuse(result.refusal);
}

export default function SignReport() {
  const { title, panelId, vacancy, reportId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PanelHeader vacancy={vacancy} panelId={panelId} title={title} lead={t("selection.report.signLead")} />
      <SignForm panelId={panelId} reportId={reportId} reply={reply} />
    </>
  );
}
