import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { openOwnDraft } from "#app/selection/open-own-draft.server.ts";

/** Where the link of somebody who nominates themself leads: their own form, begun now or before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { draftId } = valueOrThrow(await openOwnDraft(actor, { callId: readId(params.callId) }));
  return redirect(paths.draft(draftId));
}
