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
import { readFinding } from "#app/selection/report/finding.queries.server.ts";
import { findingSchema } from "#app/selection/report/finding.ts";
import { FindingForm } from "#app/selection/report/finding-form.tsx";
import { FindingText } from "#app/selection/report/finding-text.tsx";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { SheetComparison } from "#app/selection/sheet/sheet-comparison.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const ids = [readId(params.panelId), readId(params.candidacyId)] as const;
  const page = orNotFound(await readFinding(actor, ...ids));
  const t = await translatorOf(request);
  return { title: t("selection.finding.of", { name: page.name }), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteForPanel(actor, "finding.write", panelId));
  const form = await readForm(request, findingSchema);
  if (!form.ok) return form.answer;
  const result = await writeFinding(actor, { panelId, candidacyId, finding: form.value });
  if (!result.ok) return form.refuse(result.refusal);
  const next = (await readFinding(actor, panelId, candidacyId))?.next;
  return redirect(next ? paths.finding(panelId, next) : paths.agenda(panelId));
}

export default function Finding() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const { panelId, candidacyId } = page;
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={panelId}
        title={title}
        lead={t("selection.finding.lead")}
        actions={
          <>
            <LinkButton to={paths.agenda(panelId)}>{t("selection.agenda.title")}</LinkButton>
            {page.finding && (
              <LinkButton to={paths.findingHistory(panelId, candidacyId)}>
                {t("selection.finding.history")}
              </LinkButton>
            )}
            <LinkButton to={paths.dossier(panelId, candidacyId)}>{t("selection.dossier.title")}</LinkButton>
            {page.mayAdvise && <LinkButton to={paths.feedback(candidacyId)}>{t("feedback.one")}</LinkButton>}
            {page.mayReadVersions && (
              <LinkButton to={paths.sheetHistory(panelId, candidacyId)}>
                {t("sheetHistory.ofSheets")}
              </LinkButton>
            )}
          </>
        }
      />
      {page.passedOver !== null && (
        <Alert title={t("shortlist.passedOver")}>
          {t("shortlist.reasonWas", { reason: page.passedOver })}
        </Alert>
      )}
      <Section title={t("selection.finding.one")}>
        {page.mayWrite ? (
          <FindingForm key={`${candidacyId} ${page.finding?.version ?? 0}`} page={page} reply={reply} />
        ) : (
          <FindingText finding={page.finding} />
        )}
      </Section>
      {!page.mayWrite && (
        <Section title={t("selection.finding.sheets")} lead={t("selection.finding.sheetsLead")}>
          <SheetComparison page={page} />
        </Section>
      )}
    </>
  );
}
