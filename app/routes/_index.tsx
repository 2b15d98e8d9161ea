import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getActor } from "#app/access/session.server.ts";
import { inOrderOfUrgency, toldTasks } from "#app/access/task.ts";
import { compactTasks } from "#app/cadre/compact-tasks.queries.server.ts";
import { pledgeTasks } from "#app/cadre/pledge-tasks.queries.server.ts";
import { savedSearchTasks } from "#app/cadre/saved-search.queries.server.ts";
import { cadreTasks } from "#app/cadre/tasks.queries.server.ts";
import { HomeTasks } from "#app/home-tasks.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { Landing } from "#app/landing.tsx";
import { pairPlanTasks } from "#app/mentoring/engagement/pair-plan-tasks.queries.server.ts";
import { pairTasks } from "#app/mentoring/engagement/pair-tasks.queries.server.ts";
import { pledgeCallTasks } from "#app/mentoring/health/pledge-call.queries.server.ts";
import { lessonTasks } from "#app/mentoring/lesson/lesson.queries.server.ts";
import { sessionTasks } from "#app/mentoring/session/session-tasks.queries.server.ts";
import { mentoringTasks } from "#app/mentoring/tasks.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { now } from "#app/platform/clock.server.ts";
import { callTasks } from "#app/selection/call/call-tasks.queries.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { importTasks } from "#app/selection/nomination/import-tasks.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { poolTasks } from "#app/selection/pool/pool-tasks.queries.server.ts";
import { vacancyTasks } from "#app/selection/vacancy/vacancy-tasks.queries.server.ts";

export const meta = pageTitle;

/** For the public, what Cadre is; for whoever is signed in, what waits for them in the role they wear. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const t = await translatorOf(request);
  if (!actor) return { title: t("landing.title"), home: null };
  const tasks = await Promise.all(
    [
      vacancyTasks,
      callTasks,
      importTasks,
      candidacyTasks,
      poolTasks,
      panelTasks,
      mentoringTasks,
      sessionTasks,
      pledgeCallTasks,
      lessonTasks,
      pairTasks,
      pairPlanTasks,
      cadreTasks,
      compactTasks,
      pledgeTasks,
      savedSearchTasks,
    ].map((tasksOf) => tasksOf(actor)),
  );
  const today = now().toISOString();
  const inOrder = tasks.flat().toSorted(inOrderOfUrgency(today));
  return {
    title: t("home.title"),
    home: { role: actor.role, today, tasks: toldTasks(inOrder, t) },
  };
}

export default function Index() {
  const { home } = useLoaderData<typeof loader>();
  return home ? <HomeTasks {...home} /> : <Landing />;
}
