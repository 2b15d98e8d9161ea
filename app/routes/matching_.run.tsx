import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { RefusedAct } from "#app/access/refused-act.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { runMatching } from "#app/mentoring/matching/run-matching.server.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  permit(can(await requireActor(request), "match.run"));
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await runMatching(actor);
  return result.ok ? redirect(paths.matchRun(result.value.runId)) : answerRefusal(result.refusal);
}

export default function RunMatching() {
  const reply = useActionData<typeof action>();
  const t = useT();
  return <RefusedAct title={t("nav.matching")} to={paths.matching()} refusal={reply?.refusal ?? null} />;
}
