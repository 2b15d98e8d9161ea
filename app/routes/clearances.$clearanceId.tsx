import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { begunLarge } from "#app/i18n/begun-large.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readClearance } from "#app/selection/clearance/clearance.queries.server.ts";
import { clearanceAnswerSchema } from "#app/selection/clearance/clearance-answer.ts";
import { ClearanceBadge } from "#app/selection/clearance/clearance-badge.tsx";
import { ClearanceFacts } from "#app/selection/clearance/clearance-facts.tsx";
import { ClearanceForm } from "#app/selection/clearance/clearance-form.tsx";
import { ClearanceHistory } from "#app/selection/clearance/clearance-history.tsx";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "clearance.record"));
  const clearance = orNotFound(await readClearance(actor, readId(params.clearanceId)));
  const t = await translatorOf(request);
  const what = t(`selection.clearance.kind.${clearance.kind}`);
  return { title: begunLarge(t("vetting.gate.of", { what, name: clearance.name })), clearance };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const clearanceId = readId(params.clearanceId);
  permit(can(actor, "clearance.record"));
  const form = await readForm(request, clearanceAnswerSchema);
  if (!form.ok) return form.answer;
  const result = await recordClearance(actor, { clearanceId, answer: form.value });
  return result.ok ? redirect(paths.clearances()) : form.refuse(result.refusal);
}

export default function Clearance() {
  const { title, clearance } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { id, kind, open, renewable, candidacyId } = clearance;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${clearance.reference} · ${caseTitle(format.locale, clearance)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.clearances(), label: t("nav.clearances") }]}
        lead={t("selection.clearance.oneLead")}
        meta={<ClearanceBadge clearance={clearance} />}
        actions={
          <>
            <LinkButton to={paths.attestation(candidacyId)}>{t("selection.attestation.read")}</LinkButton>
            {kind === "references" && (
              <LinkButton to={paths.references(candidacyId)}>{t("vetting.gate.references")}</LinkButton>
            )}
            {open && <LinkButton to={paths.assignClearance(id)}>{t("vetting.gate.assign")}</LinkButton>}
            {open && renewable && (
              <LinkButton to={paths.renewClearance(id)}>{t("vetting.gate.renew")}</LinkButton>
            )}
          </>
        }
      />
      <ClearanceFacts clearance={clearance} />
      <Section title={t("vetting.gate.record")}>
        {open ? (
          <ClearanceForm key={clearance.version} clearance={clearance} reply={reply} />
        ) : (
          <p className="measure">{t("refusal.wrongState")}</p>
        )}
      </Section>
      <Section title={t("vetting.gate.history")}>
        <ClearanceHistory gate={kind} steps={clearance.steps} />
      </Section>
    </>
  );
}
