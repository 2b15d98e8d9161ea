import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { createReportSchema } from "#app/selection/report/report-balance.ts";
import { ReportForm } from "#app/selection/report/report-form.tsx";
import { ReportSheet } from "#app/selection/report/report-sheet.tsx";
import { SignForm } from "#app/selection/report/sign-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readReport(actor, readId(params.panelId)));
  const t = await translatorOf(request);
  return { title: t("selection.report.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const form = await readForm(request, createReportSchema);
  if (!form.ok) return form.answer;
  const result = await createReport(actor, { panelId, balanceReason: form.value.balanceReason });
  return result.ok ? redirect(paths.report(panelId)) : form.refuse(result.refusal);
}

export default function Report() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { panelId, report } = page;
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={panelId}
        title={title}
        lead={t("selection.report.lead")}
        meta={
          report &&
          t("selection.report.version", { version: report.version, date: format.date(report.createdAt) })
        }
        actions={
          <>
            <LinkButton to={paths.ranking(panelId)}>{t("selection.ranking.title")}</LinkButton>
            {report && (
              <LinkButton to={paths.reportPdf(panelId, format.locale)} reloadDocument>
                {t("selection.report.pdf")}
              </LinkButton>
            )}
          </>
        }
      />
      {report?.outOfDate && (
        <Alert tone="warn" role="note" title={t("selection.report.outOfDate")}>
          {t("selection.report.outOfDateText")}
        </Alert>
      )}
      {report?.completedAt && (
        <Alert
          tone="good"
          role="note"
          title={t("selection.report.complete", { date: format.date(report.completedAt) })}
        />
      )}
      {page.mayCreate && (!report || report.outOfDate) && <ReportForm page={page} reply={reply} />}
      {!report && !page.mayCreate && (
        <EmptyState
          title={t("selection.report.none")}
          text={t("selection.report.noneText")}
          action={<LinkButton to={paths.panel(panelId)}>{t("selection.panel.one")}</LinkButton>}
        />
      )}
      {report && <ReportSheet report={report} wanting={page.wanting} />}
      {report && page.maySign && (
        <Section title={t("selection.report.sign")} lead={t("selection.report.signLead")}>
          <SignForm panelId={panelId} reportId={report.reportId} reply={undefined} />
        </Section>
      )}
      {page.receiptId && (
        <div className="mt-6">
          <Alert
            tone="good"
            role="note"
            title={t("selection.report.youSigned")}
            actions={
              <LinkButton to={paths.receipt(page.receiptId)} reloadDocument>
                {t("selection.sheet.receipt")}
              </LinkButton>
            }
          />
        </div>
      )}
    </>
  );
}
