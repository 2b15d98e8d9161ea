import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { RefusedAct } from "#app/access/refused-act.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { publishRun } from "#app/mentoring/matching/publish-run.server.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  permit(can(await requireActor(request), "match.run"));
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const runId = readId(params.runId);
  const result = await publishRun(actor, runId);
  return result.ok ? redirect(paths.matchRun(runId)) : answerRefusal(result.refusal);
}

export default function PublishRun() {
  const reply = useActionData<typeof action>();
  const { runId = "" } = useParams();
  const t = useT();
  return (
    <RefusedAct
      title={t("mentoring.run.title")}
      to={paths.matchRun(runId)}
      refusal={reply?.refusal ?? null}
    />
  );
}
