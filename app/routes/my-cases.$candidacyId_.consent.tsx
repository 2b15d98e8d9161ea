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
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { ConsentForm } from "#app/selection/candidate/consent-form.tsx";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { readConsentPage } from "#app/selection/candidate/own-forms.queries.server.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { consentSchema } from "#app/selection/nomination/profile.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readConsentPage(readId(params.candidacyId)));
  permit(can(actor, "candidacy.complete", page));
  if (page.state !== "nominated") throw redirect(paths.myCase(page.id));
  const t = await translatorOf(request);
  return { title: t("selection.consent.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  permit(await mayWriteCase(actor, "candidacy.complete", candidacyId));
  const form = await readForm(request, consentSchema(today()));
  if (!form.ok) return form.answer;
  const result = await giveConsent(actor, { candidacyId, form: form.value });
  return result.ok ? redirect(paths.myCase(candidacyId)) : form.refuse(result.refusal);
}

export default function Consent() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t("selection.consent.nominated", {
          state: nominatorName(t, format.locale, page.nominatingState),
        })}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCase(page.id), label: page.reference }]}
        lead={caseTitle(format.locale, page)}
      />
      <ConsentForm page={page} reply={reply} />
    </>
  );
}
