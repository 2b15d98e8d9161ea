import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { agreementSchema } from "#app/mentoring/engagement/agreement.ts";
import { AgreementForm } from "#app/mentoring/engagement/agreement-form.tsx";
import { readAgreement } from "#app/mentoring/engagement/pair.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { proposeAgreement } from "#app/mentoring/engagement/propose-agreement.server.ts";
import { mayWritePair } from "#app/mentoring/may-write.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = orNotFound(await readAgreement(actor, readId(params.engagementId)));
  const { id, active, mentor, mentee, proposed, signed, earlier } = found;
  if (!active) throw redirect(paths.agreement(id));
  const t = await translatorOf(request);
  const latest = Math.max(0, signed?.version ?? 0, ...earlier.map(({ version }) => version));
  const title = proposed ? t("pair.agreement.change") : t("pair.agreement.propose");
  return {
    title: signed && !proposed ? t("pair.agreement.newVersion") : title,
    ...{ id, mentor, mentee },
    agreement: proposed?.agreement ?? signed?.agreement ?? null,
    version: proposed?.version ?? latest + 1,
    revision: proposed?.revision ?? 0,
    hasSignature: proposed !== null && (proposed.ownSigned || proposed.otherSigned),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayWritePair(actor, "agreement.write", engagementId));
  const form = await readForm(request, agreementSchema);
  if (!form.ok) return form.answer;
  const result = await proposeAgreement(actor, { engagementId, ...form.value });
  return result.ok ? redirect(paths.agreement(engagementId)) : form.refuse(result.refusal);
}

export default function EditAgreement() {
  const { title, id, mentor, mentee, agreement, version, revision, hasSignature } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PairHeader
        {...{ title, mentor, mentee }}
        engagementId={id}
        lead={t("pair.agreement.propositionLead")}
        meta={t("pair.agreement.version", { version })}
      />
      {hasSignature && (
        <Alert tone="warn" title={t("pair.agreement.changeVoids")}>
          {t("pair.agreement.changeVoidsText")}
        </Alert>
      )}
      <AgreementForm {...{ agreement, version, revision, reply }} back={paths.agreement(id)} />
    </>
  );
}
