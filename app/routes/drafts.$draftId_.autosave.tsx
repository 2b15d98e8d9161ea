import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { refusalWords } from "#app/access/say-refusal.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { mayWriteDraft } from "#app/selection/may-write.queries.server.ts";
import type { DraftAnswer } from "#app/selection/nomination/nominee-draft.ts";
import { savedDraftSchema } from "#app/selection/nomination/nominee-file.ts";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";

/** Keeps a draft while it is written; asked by the page itself, so it answers with JSON and never with a page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const draftId = readId(params.draftId);
  permit(await mayWriteDraft(actor, draftId));
  const form = await readForm(request, savedDraftSchema);
  const say = await refusalWords(request);
  if (!form.ok) return answer({ kind: "refused", words: say({ code: "draftTooLong", params: {} }).words });
  const { version, addRow, ...file } = form.value;
  const result = await saveDraft(actor, { draftId, version, file });
  if (result.ok) return answer({ kind: "saved", ...result.value });
  if ("newer" in result.refusal) return answer({ kind: "changed", newer: result.refusal.newer });
  if (result.refusal.code === "notFound") throw notFound();
  return answer({ kind: "refused", words: say(result.refusal).words });
}

const answer = (body: DraftAnswer) => Response.json(body);

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.draft(readId(params.draftId)));
