import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { BarredCandidates } from "#app/selection/clearance/candidate-gates.tsx";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { DecisionFiles } from "#app/selection/decision/decision-files.tsx";
import { DecisionForm } from "#app/selection/decision/decision-form.tsx";
import { DecisionMade, DeclinedBefore } from "#app/selection/decision/decision-made.tsx";
import { HeldChoice } from "#app/selection/decision/held-choice.tsx";
import { decideOrHoldSchema } from "#app/selection/decision/held-decision.ts";
import { holdDecision } from "#app/selection/decision/hold-decision.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { awaitsDecision } from "#app/selection/lifecycle.ts";
import { FindingsLead, ReportSheet } from "#app/selection/report/report-sheet.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readDecision(actor, readId(params.vacancyId)));
  const t = await translatorOf(request);
  return { title: t("selection.decision.one"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const vacancyId = readId(params.vacancyId);
  permit(can(actor, "decision.await"));
  const form = await readForm(request, decideOrHoldSchema);
  if (!form.ok) return form.answer;
  const { intent, ...choice } = form.value;
  const result = await (intent === "hold" ? holdDecision : decide)(actor, { vacancyId, ...choice });
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(intent === "hold" ? paths.heldDecisions() : paths.decision(vacancyId));
}

export default function Decision() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${page.vacancy.reference} · ${caseTitle(format.locale, page.vacancy)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.decisions(), label: t("nav.decisions") }]}
        lead={t("selection.decision.lead")}
        meta={
          <>
            {page.dueOn && t("selection.vacancy.until", { date: format.date(page.dueOn) })}{" "}
            {page.overdue && <Badge tone="bad">{t("selection.decision.overdue")}</Badge>}
          </>
        }
      />
      {page.onPanel && <Alert tone="warn" role="note" title={t("refusal.decidedByPanel")} />}
      <DeclinedBefore page={page} />
      {page.decision && <DecisionMade page={page} />}
      <HeldChoice page={page} />
      {awaitsDecision(page.state) && <BarredCandidates page={page} />}
      <DecisionFiles page={page} />
      {page.mayDecide && (
        <Section title={t("selection.decision.yours")} lead={<FindingsLead report={page.report} />}>
          <DecisionForm key={page.held?.version} page={page} reply={reply} />
        </Section>
      )}
      <Section title={t("selection.report.title")} breakBefore>
        <p className="text-muted">
          {t("selection.report.version", {
            version: page.report.version,
            date: format.date(page.report.createdAt),
          })}
        </p>
      </Section>
      <ReportSheet report={page.report} wanting={[]} />
    </>
  );
}
