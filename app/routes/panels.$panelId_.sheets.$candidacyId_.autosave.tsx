import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { refusalWords } from "#app/access/say-refusal.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { mayWriteSheet } from "#app/selection/may-write.queries.server.ts";
import { saveDraftSheet } from "#app/selection/sheet/save-draft-sheet.server.ts";
import { draftSheetSchema } from "#app/selection/sheet/score-sheet.ts";
import type { AutosaveAnswer } from "#app/selection/sheet/score-sheet-page.ts";

/** Keeps a draft while it is written; asked by the page itself, so it answers with JSON and never with a page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const at = { panelId: readId(params.panelId), candidacyId: readId(params.candidacyId) };
  permit(await mayWriteSheet(actor, at));
  const form = await readForm(request, draftSheetSchema);
  const say = await refusalWords(request);
  if (!form.ok)
    return answer({ kind: "refused", words: say({ code: "sheetNotOfRubric", params: {} }).words });
  const result = await saveDraftSheet(actor, { ...at, sheet: form.value, how: "autosaved" });
  if (result.ok) return answer({ kind: "saved", ...result.value });
  if ("newer" in result.refusal) return answer({ kind: "changed", newer: result.refusal.newer });
  if (result.refusal.code === "notFound") throw notFound();
  return answer({ kind: "refused", words: say(result.refusal).words });
}

const answer = (body: AutosaveAnswer) => Response.json(body);

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(paths.sheet(readId(params.panelId), readId(params.candidacyId)));
