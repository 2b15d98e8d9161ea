import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { openDraft } from "#app/selection/nomination/open-draft.server.ts";

/** Begins one more nominee on the list. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const callId = readId(params.callId);
  const result = await openDraft(actor, { callId });
  if (!result.ok && result.refusal.code === "callClosed") return redirect(paths.list(callId));
  return redirect(paths.draft(valueOrThrow(result).draftId));
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.list(readId(params.callId)));
