import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/access/form-reply.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { checkUpload } from "#app/platform/files.server.ts";
import { readForm, readFormData } from "#app/platform/form.server.ts";
import { addDraftDocument } from "#app/selection/document/add-draft-document.server.ts";
import { mayWriteDraft } from "#app/selection/may-write.queries.server.ts";
import { DOCUMENT_KINDS } from "#app/selection/nomination/nominee-check.ts";
import { readDraft } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import { NomineePage } from "#app/selection/nomination/nominee-page.tsx";

export const meta = pageTitle;

const uploadSchema = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  document: z.instanceof(File, { error: "fileMissing" }),
});

/** The same draft again, for a document that was refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [page, states] = await Promise.all([
    readDraft(actor, readId(params.draftId)).then(orNotFound),
    listStates(actor.locale),
  ]);
  return { title: page.call.name, page, states };
}

/** Puts a document with a draft: sent by itself, so that what is typed is never at stake. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const draftId = readId(params.draftId);
  permit(await mayWriteDraft(actor, draftId));
  const formData = await readFormData(request);
  const kind = String(formData.get("kind"));
  const refused = ({ data: reply, init }: ReturnType<typeof data<FormReply>>) =>
    data({ ...reply, kind }, init ?? undefined);
  const form = await readForm(request, uploadSchema, formData);
  if (!form.ok) return refused(form.answer);
  const { document: file } = form.value;
  const document = await checkUpload(file.name, new Uint8Array(await file.arrayBuffer()));
  if (!document.ok) return refused(form.refuse(document.refusal));
  const result = await addDraftDocument(actor, { draftId, kind: form.value.kind, document: document.value });
  return result.ok ? redirect(`${paths.draft(draftId)}#documents`) : refused(form.refuse(result.refusal));
}

export default function DraftDocument() {
  const { page, states } = useLoaderData<typeof loader>();
  return (
    <NomineePage
      page={page}
      states={states}
      check={false}
      reply={undefined}
      upload={useActionData<typeof action>()}
    />
  );
}
