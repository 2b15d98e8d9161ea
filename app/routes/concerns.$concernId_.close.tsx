import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { closeConcern } from "#app/mentoring/concern/answer-concern.server.ts";
import { paths } from "#app/paths.ts";

/** Closes a concern. Where it is closed already, or unanswered, the page shows how it stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const concernId = readId(params.concernId);
  const result = await closeConcern(actor, concernId);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.concern(concernId));
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.concern(readId(params.concernId)));
