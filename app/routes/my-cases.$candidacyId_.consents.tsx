import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { changeConsent } from "#app/selection/candidate/change-consent.server.ts";
import { ConsentTable } from "#app/selection/candidate/consent-table.tsx";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { mayWithdraw as isWithdrawable } from "#app/selection/lifecycle.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { consentChangeSchema } from "#app/selection/nomination/profile.ts";
import { Alert } from "#app/ui/alert.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacy = orNotFound(await readOwnCandidacy(readId(params.candidacyId)));
  permit(can(actor, "consent.change", candidacy));
  const { id, reference, roleKind, mission, consents, state, vacancyState } = candidacy;
  if (consents.length === 0) throw redirect(paths.myCase(id));
  const t = await translatorOf(request);
  const mayWithdraw = isWithdrawable(state, vacancyState);
  return { title: t("selection.own.consents"), id, reference, roleKind, mission, consents, mayWithdraw };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteCase(actor, "consent.change", candidacyId));
  const form = await readForm(request, consentChangeSchema);
  if (!form.ok) return form.answer;
  const result = await changeConsent(actor, { candidacyId, change: form.value });
  return result.ok ? redirect(paths.changeConsent(candidacyId)) : form.refuse(result.refusal);
}

export default function Consents() {
  const { title, id, reference, consents, mayWithdraw, ...candidacy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={caseTitle(format.locale, candidacy)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(id), label: reference }]}
        lead={t("selection.own.consentsLead")}
      />
      {reply?.refusal && <Alert tone="bad" title={say(reply.refusal)} />}
      <ConsentTable candidacyId={id} consents={consents} mayWithdraw={mayWithdraw} />
    </>
  );
}
