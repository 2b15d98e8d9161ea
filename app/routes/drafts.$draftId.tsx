import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { mayWriteDraft } from "#app/selection/may-write.queries.server.ts";
import { readDraft } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import { rowsAsked, savedDraftSchema } from "#app/selection/nomination/nominee-file.ts";
import { NomineePage } from "#app/selection/nomination/nominee-page.tsx";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [page, states] = await Promise.all([
    readDraft(actor, readId(params.draftId)).then(orNotFound),
    listStates(actor.locale),
  ]);
  const { searchParams } = new URL(request.url);
  const [check, rows] = [searchParams.has("check"), rowsAsked(searchParams)];
  return { title: page.call.name, page, states, check, rows };
}

/** Keeps a draft where the browser does not save by itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const draftId = readId(params.draftId);
  permit(await mayWriteDraft(actor, draftId));
  const form = await readForm(request, savedDraftSchema);
  if (!form.ok) return form.answer;
  const { version, addRow, ...file } = form.value;
  const result = await saveDraft(actor, { draftId, version, file });
  if (!result.ok) return form.refuse(result.refusal);
  return redirect(
    addRow ? paths.draftWithRows(draftId, addRow, file[addRow].length + 1) : paths.draft(draftId),
  );
}

export default function Draft() {
  const { page, states, check, rows } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <NomineePage page={page} states={states} check={check} rows={rows} reply={reply} />;
}
