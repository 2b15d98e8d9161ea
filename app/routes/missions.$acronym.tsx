import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import {
  listLanguages,
  type Mission as MissionFacts,
  readMission,
} from "#app/selection/needs/mission.queries.server.ts";
import { MissionPage } from "#app/selection/needs/mission-page.tsx";
import { listNeeds } from "#app/selection/needs/needs.queries.server.ts";
import { countTeam } from "#app/selection/needs/needs-changes.ts";

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
const statesOf = ({ host, posts }: MissionFacts) => [
  host,
  ...posts.flatMap(({ incumbents }) => incumbents.flatMap(({ nationalities }) => nationalities)),
];

export default function Mission() {
  const { title, ...page } = useLoaderData<typeof loader>();
  return <MissionPage {...page} />;
}
