import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readCall } from "#app/selection/call.queries.server.ts";
import { PHASES } from "#app/selection/needs.ts";
import { requirementsOf } from "#app/selection/requirement.ts";
import { RequirementList } from "#app/selection/requirement-list.tsx";
import { RubricTable } from "#app/selection/rubric-table.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** Public: one call with everything a nominee will be judged by. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const call = orNotFound(await readCall(params.reference ?? ""));
  return {
    title: call.reference,
    call: { ...call, requirements: requirementsOf(call.requirements) },
    mayNominate: call.open && actor?.role === "focalPoint",
  };
}

export default function Call() {
  const { call, mayNominate } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { mission, needs, rubric, closesAt, timeZone } = call;
  const closing = closesAt ? format.dateTime(closesAt, timeZone) : "";
  const phase = PHASES.find((one) => one === needs.phase) ?? "steady";
  return (
    <>
      <PageHeader
        title={nameIn(format.locale, call.roleKind)}
        eyebrow={call.reference}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.calls(), label: t("selection.call.list") }]}
        lead={`${mission.acronym} – ${nameIn(format.locale, mission)}`}
        meta={call.level}
        actions={
          mayNominate && (
            <LinkButton variant="primary" to={paths.newNomination(call.id)}>
              {t("selection.nomination.new")}
            </LinkButton>
          )
        }
      />
      <Alert
        tone={call.open ? "good" : "info"}
        role="note"
        title={t(call.open ? "selection.call.openUntil" : "selection.call.closedAt", { time: closing })}
      >
        {t(call.open ? "selection.call.how" : "selection.call.goesOn")}
      </Alert>
      <Section title={t("selection.call.about")}>
        <DefinitionList
          items={[
            { term: t("selection.mission.headquarters"), detail: needs.mission.headquarters },
            { term: t("selection.needs.phase"), detail: t(`selection.needs.phase.${phase}`) },
            { term: t("selection.needs.hostContext"), detail: needs.hostContext },
            {
              term: t("selection.needs.mandateTasks"),
              detail: (
                <ul className="list-disc ps-5">
                  {needs.mandateTasks.map((task) => (
                    <li key={task}>{task}</li>
                  ))}
                </ul>
              ),
            },
            {
              term: t("selection.publish.decisionDueOn"),
              detail: call.decisionDueOn ? format.date(call.decisionDueOn) : "–",
            },
          ]}
        />
      </Section>
      <Section title={t("selection.requirement.title")} lead={t("selection.requirement.lead")}>
        <RequirementList requirements={call.requirements} />
      </Section>
      <Section
        title={t("selection.rubric.title")}
        lead={t("selection.rubric.publicLead")}
        actions={
          <LinkButton size="small" to={paths.rubric(call.reference)} reloadDocument>
            {t("selection.rubric.download")}
          </LinkButton>
        }
      >
        <DefinitionList
          items={[
            {
              term: t("selection.rubric.hash"),
              detail: <code className="break-all text-sm">{rubric.hash}</code>,
            },
            {
              term: t("selection.rubric.frozenAt"),
              detail: rubric.frozenAt ? format.dateTime(rubric.frozenAt) : "–",
            },
          ]}
        />
        <div className="mt-5">
          <RubricTable criteria={rubric.criteria} />
        </div>
      </Section>
    </>
  );
}
