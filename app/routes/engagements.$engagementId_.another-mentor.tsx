import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { askForAnother } from "#app/mentoring/need/reopen-need.server.ts";
import { paths } from "#app/paths.ts";

/** Opens the need again. Where that cannot be, the pair’s page says why, or no longer offers it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  const result = await askForAnother(actor, engagementId);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.engagement(engagementId));
}

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(paths.engagement(readId(params.engagementId)));
