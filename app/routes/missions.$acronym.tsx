import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { listLanguages, readMission } from "#app/selection/mission.queries.server.ts";
import { MissionNeeds } from "#app/selection/mission-needs.tsx";
import { MissionPosts } from "#app/selection/mission-posts.tsx";
import { listNeeds } from "#app/selection/needs.queries.server.ts";
import { countTeam } from "#app/selection/needs-changes.ts";
import { NeedsVersions } from "#app/selection/needs-versions.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mission.read"));
  const found = orNotFound(await readMission(actor, params.acronym ?? ""));
  const seesPipeline = can(actor, "pipeline.read");
  const [languages, statements, nameOf] = await Promise.all([
    listLanguages(),
    listNeeds(actor, found.id),
    stateNames(actor.locale, statesOf(found)),
  ]);
  const mission = {
    ...found,
    host: nameOf(found.host),
    posts: found.posts.map((post) => ({
      ...post,
      incumbents: post.incumbents.map((one) => ({ ...one, nationalities: one.nationalities.map(nameOf) })),
    })),
  };
  return {
    title: mission.acronym,
    mission,
    languages,
    statements,
    team: countTeam(mission.posts),
    may: {
      setNeeds: can(actor, "needs.set"),
      draft: can(actor, "vacancy.draft"),
      seePipeline: seesPipeline,
    },
  };
}

/** The codes of every state on the page. */
const statesOf = ({ host, posts }: NonNullable<Awaited<ReturnType<typeof readMission>>>) => [
  host,
  ...posts.flatMap(({ incumbents }) => incumbents.flatMap(({ nationalities }) => nationalities)),
];

export default function Mission() {
  const { mission, languages, statements, team, may } = useLoaderData<typeof loader>();
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
