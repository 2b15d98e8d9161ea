import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { languageOf } from "#app/i18n/request-language.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { PanelCandidacies } from "#app/selection/panel/panel-candidacies.tsx";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { PanelMembers } from "#app/selection/panel/panel-members.tsx";
import { PanelNotices } from "#app/selection/panel/panel-notices.tsx";
import { PanelPhases } from "#app/selection/panel/panel-phases.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const panel = orNotFound(await readPanel(actor, readId(params.panelId)));
  return { title: caseTitle(languageOf(request), panel.vacancy), panel };
}

export default function Panel() {
  const { title, panel } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const due = panel.scoringDueOn;
  const declared = panel.rights.declares && panel.seat?.declared;
  return (
    <>
      <PanelHeader
        vacancy={panel.vacancy}
        title={title}
        meta={
          <>
            {t(`phase.name.${panel.phase}`)}
            {due && ` · ${t("selection.panel.sheetsDue", { date: format.date(due) })}`}
          </>
        }
        actions={
          declared && <LinkButton to={paths.conflicts(panel.id)}>{t("selection.conflict.again")}</LinkButton>
        }
      />
      <PanelNotices panel={panel} />
      {(!panel.seat || panel.seat.declared) && (
        <Section title={t("selection.panel.candidacies")}>
          <PanelCandidacies panel={panel} />
        </Section>
      )}
      <Section title={t("selection.panel.members")}>
        <PanelMembers members={panel.members} />
      </Section>
      <Section
        title={t("phase.title")}
        lead={t("phase.lead")}
        actions={
          <>
            {panel.mayPlan && (
              <LinkButton size="small" to={paths.planPhases(panel.id)}>
                {t("phase.plan")}
              </LinkButton>
            )}
            {panel.calibrates && (panel.phase !== "forming" || panel.mayPlan) && (
              <LinkButton
                size="small"
                to={panel.phase === "forming" ? paths.chooseSample(panel.id) : paths.calibration(panel.id)}
              >
                {t("calibration.title")}
              </LinkButton>
            )}
            {panel.interview && panel.compared && (
              <LinkButton size="small" to={paths.shortlist(panel.id)}>
                {t("shortlist.title")}
              </LinkButton>
            )}
            {panel.interview && (
              <LinkButton size="small" to={paths.interviewGuide(panel.id)}>
                {t("interview.guide.title")}
              </LinkButton>
            )}
          </>
        }
      >
        <PanelPhases panel={panel} />
        {panel.noSampleReason && (
          <p className="measure mt-4 text-sm text-muted">
            {t("calibration.skipped", { reason: panel.noSampleReason })}
          </p>
        )}
      </Section>
    </>
  );
}
