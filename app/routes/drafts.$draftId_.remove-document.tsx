import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { readId } from "#app/access/read-id.server.ts";
import { permit, valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { removeDraftDocument } from "#app/selection/document/add-draft-document.server.ts";
import { mayWriteDraft } from "#app/selection/may-write.queries.server.ts";
import { DOCUMENT_KINDS } from "#app/selection/nomination/nominee-check.ts";

/** Takes a document away from a draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const draftId = readId(params.draftId);
  permit(await mayWriteDraft(actor, draftId));
  const form = await readForm(request, z.object({ kind: z.enum(DOCUMENT_KINDS) }));
  if (form.ok) valueOrThrow(await removeDraftDocument(actor, { draftId, kind: form.value.kind }));
  return redirect(`${paths.draft(draftId)}#documents`);
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.draft(readId(params.draftId)));
