import type { ComponentProps } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Mission } from "./mission.queries.server.ts";
import { MissionNeeds } from "./mission-needs.tsx";
import { MissionPosts } from "./mission-posts.tsx";
import type { countTeam } from "./needs-changes.ts";
import { NeedsVersions } from "./needs-versions.tsx";

interface Props {
  readonly mission: Mission;
  readonly languages: ComponentProps<typeof MissionNeeds>["languages"];
  readonly statements: ComponentProps<typeof NeedsVersions>["statements"];
  readonly team: ReturnType<typeof countTeam>;
  readonly may: { readonly setNeeds: boolean; readonly draft: boolean; readonly seePipeline: boolean };
}

/** A mission: who leads it, what its next leaders must be good at, and what was said of that before. */
export function MissionPage({ mission, languages, statements, team, may }: Props) {
  const { t, format } = useLanguage();
  const { acronym, needs } = mission;
  const setNeeds = (
    <LinkButton to={paths.missionNeeds(acronym)}>
      {t(needs ? "selection.needs.restate" : "selection.needs.title")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={nameIn(format.locale, mission)}
        eyebrow={acronym}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.missions(), label: t("selection.mission.list") }]}
        actions={
          may.seePipeline && <LinkButton to={paths.succession(acronym)}>{t("bench.succession")}</LinkButton>
        }
      />
      <DefinitionList
        layout="columns"
        items={[
          { term: t("selection.mission.kind"), detail: t(`selection.mission.kind.${mission.kind}`) },
          { term: t("selection.mission.host"), detail: mission.host },
          { term: t("selection.mission.headquarters"), detail: mission.headquarters },
          { term: t("selection.mission.since"), detail: format.date(mission.startsOn) },
        ]}
      />
      <Section
        title={t("selection.mission.leadership")}
        lead={t("selection.mission.leadershipLead")}
        actions={may.draft && <LinkButton to={paths.newPost(acronym)}>{t("selection.post.add")}</LinkButton>}
      >
        <p className="measure mb-3">{t("needs.teamGender", { ...team })}</p>
        <MissionPosts mission={mission} may={may} />
      </Section>
      <Section
        title={t("selection.mission.needs")}
        lead={t("selection.mission.needsLead")}
        actions={may.setNeeds && needs && setNeeds}
      >
        {needs ? (
          <MissionNeeds needs={needs} languages={languages} />
        ) : (
          <EmptyState
            title={t("selection.mission.needsNotStated")}
            text={t("selection.mission.needsNotStatedText")}
            action={
              may.setNeeds ? (
                setNeeds
              ) : (
                <LinkButton to={paths.missions()}>{t("selection.mission.list")}</LinkButton>
              )
            }
          />
        )}
      </Section>
      {statements.length > 0 && (
        <Section title={t("needs.versions")} lead={t("needs.versionsLead")}>
          <NeedsVersions acronym={acronym} statements={statements} seesPipeline={may.seePipeline} />
        </Section>
      )}
    </>
  );
}
