import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { releaseDecision } from "#app/selection/decision/hold-decision.server.ts";

/** Lets a held choice go; its page shows what is left. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "decision.await"));
  const vacancyId = readId(params.vacancyId);
  await releaseDecision(actor, vacancyId);
  return redirect(paths.decision(vacancyId));
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.decision(readId(params.vacancyId)));
