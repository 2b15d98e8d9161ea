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
import { savedDraftSchema } from "#app/selection/nomination/nominee-file.ts";
import { NomineePage } from "#app/selection/nomination/nominee-page.tsx";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";
import { submitOwnNomination } from "#app/selection/nomination/submit-own-nomination.server.ts";

export const meta = pageTitle;

/** The same form again, for a nomination that was refused: what is missing is said beside each field. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [page, states] = await Promise.all([
    readDraft(actor, readId(params.draftId)).then(orNotFound),
    listStates(actor.locale),
  ]);
  return { title: page.call.name, page, states };
}

/** Keeps what stands in the form, then submits it as somebody's nomination of themself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const draftId = readId(params.draftId);
  permit(await mayWriteDraft(actor, draftId));
  const form = await readForm(request, savedDraftSchema);
  if (!form.ok) return form.answer;
  const { version, addRow, ...file } = form.value;
  const saved = await saveDraft(actor, { draftId, version, file });
  if (!saved.ok && saved.refusal.code !== "draftSubmitted") return form.refuse(saved.refusal);
  const result = await submitOwnNomination(actor, { draftId });
  if (!result.ok) return form.refuse(result.refusal);
  const { candidacyId } = result.value;
  return redirect(candidacyId === null ? paths.myCases() : paths.consent(candidacyId));
}

export default function SubmitOwnDraft() {
  const { page, states } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refusal = reply?.refusal ?? null;
  const saved = refusal?.code === "ownDraftIncomplete";
  return (
    <NomineePage
      page={page}
      states={states}
      check={saved}
      reply={saved ? undefined : reply}
      refusal={refusal}
    />
  );
}
