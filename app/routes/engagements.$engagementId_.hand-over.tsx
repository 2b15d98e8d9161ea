import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { shareHandOver } from "#app/mentoring/concern/share-hand-over.server.ts";
import { paths } from "#app/paths.ts";

/** Lets the next mentor read what the last one handed over. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  const result = await shareHandOver(actor, engagementId);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.engagement(engagementId));
}

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(paths.engagement(readId(params.engagementId)));
