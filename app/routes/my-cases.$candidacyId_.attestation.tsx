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
import { readForm } from "#app/platform/form.server.ts";
import { attestAgain } from "#app/selection/candidate/attest-again.server.ts";
import { attestedAgainSchema } from "#app/selection/candidate/attestation.ts";
import { AttestationForm } from "#app/selection/candidate/attestation-form.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { mayAttestAgain } from "#app/selection/lifecycle.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "attestation.make", candidacy));
  const { id, reference, roleKind, mission, attested, state, vacancyState, told } = candidacy;
  if (!mayAttestAgain(state, vacancyState, told)) throw redirect(paths.myCase(id));
  const t = await translatorOf(request);
  return { title: t("selection.attestation.again"), id, reference, roleKind, mission, attested };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteCase(actor, "attestation.make", candidacyId));
  const form = await readForm(request, attestedAgainSchema);
  if (!form.ok) return form.answer;
  const { after, attestation } = form.value;
  const result = await attestAgain(actor, { candidacyId, after, form: attestation });
  return result.ok ? redirect(paths.myCase(candidacyId)) : form.refuse(result.refusal);
}

export default function AttestAgain() {
  const { title, id, reference, attested, ...candidacy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, candidacy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(id), label: reference }]}
        lead={t("selection.attestation.againLead")}
      />
      <AttestationForm candidacyId={id} after={attested} reply={reply} />
    </>
  );
}
