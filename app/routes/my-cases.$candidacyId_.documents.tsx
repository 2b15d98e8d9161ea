import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { checkUpload } from "#app/platform/files.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { addDocument } from "#app/selection/document/add-document.server.ts";
import { documentSchema } from "#app/selection/document/document.ts";
import { DocumentForm } from "#app/selection/document/document-form.tsx";
import { mayKeepFile } from "#app/selection/lifecycle.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "document.keep", candidacy));
  const { id, reference, roleKind, mission, state, vacancyState, documents } = candidacy;
  if (!mayKeepFile(state, vacancyState)) throw redirect(paths.myCase(id));
  const t = await translatorOf(request);
  const asked = new URL(request.url).searchParams.get("replaces");
  const replaces = documents.find((document) => document.id === asked && document.ofCandidate) ?? null;
  const title = replaces
    ? t("selection.document.replaceTitle", { name: replaces.name })
    : t("selection.document.add");
  return { title, id, reference, roleKind, mission, replaces };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteCase(actor, "document.keep", candidacyId));
  const form = await readForm(request, documentSchema);
  if (!form.ok) return form.answer;
  const { kind, replaces, document: file } = form.value;
  const upload = await checkUpload(file.name, new Uint8Array(await file.arrayBuffer()));
  if (!upload.ok) return form.refuse(upload.refusal);
  const result = await addDocument(actor, { candidacyId, kind, upload: upload.value, replaces });
  return result.ok ? redirect(paths.myCase(candidacyId)) : form.refuse(result.refusal);
}

export default function AddDocument() {
  const { title, id, reference, replaces, ...candidacy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, candidacy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(id), label: reference }]}
        lead={t("selection.document.lead")}
      />
      <DocumentForm candidacyId={id} replaces={replaces} reply={reply} />
    </>
  );
}
