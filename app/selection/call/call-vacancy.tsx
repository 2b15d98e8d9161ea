import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { PHASES } from "#app/selection/needs/needs.ts";
import { FrozenHash } from "#app/selection/rubric/frozen-hash.tsx";
import { RubricChangeNotes } from "#app/selection/rubric/rubric-change-notes.tsx";
import { RubricTable } from "#app/selection/rubric/rubric-table.tsx";
import { RequirementList } from "#app/selection/screening/requirement-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { WholeCall } from "./call.queries.server.ts";

interface Props {
  readonly vacancy: WholeCall["vacancies"][number];
  readonly seesPipeline: boolean;
}

/** One vacancy of a call: where the mission stands, what is required, and by what candidates are judged. */
export function CallVacancy({ vacancy, seesPipeline }: Props) {
  const { t, format } = useLanguage();
  const { needs, rubric } = vacancy;
  const phase = PHASES.find((one) => one === needs.phase) ?? "steady";
  return (
    <Section
      title={`${caseTitle(format.locale, vacancy)} (${vacancy.level})`}
      id={vacancy.reference}
      actions={
        <LinkButton size="small" to={paths.rubric(vacancy.reference)} reloadDocument>
          {t("selection.rubric.download")}
        </LinkButton>
      }
    >
      <DefinitionList
        items={[
          {
            term: t("selection.panel.reference"),
            detail: seesPipeline ? (
              <Link to={paths.vacancy(vacancy.id)}>{vacancy.reference}</Link>
            ) : (
              vacancy.reference
            ),
          },
          { term: t("selection.mission.headquarters"), detail: needs.mission.headquarters },
          { term: t("selection.needs.phase"), detail: t(`selection.needs.phase.${phase}`) },
          { term: t("selection.needs.hostContext"), detail: needs.hostContext },
          ...(needs.security === "" ? [] : [{ term: t("needs.security"), detail: needs.security }]),
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
            detail: vacancy.decisionDueOn ? format.date(vacancy.decisionDueOn) : "–",
          },
        ]}
      />
      <h3 className="mt-6 mb-2 font-serif text-lg font-semibold">{t("selection.requirement.title")}</h3>
      <RequirementList requirements={vacancy.requirements} />
      <h3 className="mt-6 mb-2 font-serif text-lg font-semibold">{t("selection.rubric.title")}</h3>
      <FrozenHash rubric={rubric} />
      <RubricChangeNotes reference={vacancy.reference} changes={vacancy.rubricChanges} />
      <RubricTable rubric={rubric} />
    </Section>
  );
}
