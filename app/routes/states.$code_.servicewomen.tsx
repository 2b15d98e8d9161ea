import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readServicesForm } from "#app/gender/read-services-form.server.ts";
import { reportServices } from "#app/gender/report-services.server.ts";
import { readServiceReports } from "#app/gender/service-report.queries.server.ts";
import { ServiceReportForm } from "#app/gender/service-report-form.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { stateName } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** A focal point's report of the own state's services. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = params.code ?? "";
  permit(can(actor, "services.report", { stateCode }));
  const t = await translatorOf(request);
  const [last = null] = orNotFound(await readServiceReports(actor, stateCode));
  const state = await stateName(languageOf(request), stateCode);
  return { title: t("gender.services.report"), stateCode, state, last };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = params.code ?? "";
  permit(can(actor, "services.report", { stateCode }));
  const form = await readServicesForm(request);
  if (!form.ok) return form.answer;
  const result = await reportServices(actor, { stateCode, report: form.value });
  return result.ok ? redirect(paths.state(stateCode)) : form.refuse(result.refusal);
}

export default function ReportServices() {
  const { title, stateCode, state, last } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={state}
        lead={t("gender.services.lead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.state(stateCode), label: state }]}
      />
      <ServiceReportForm key={last?.version ?? 0} last={last} reply={reply} />
    </>
  );
}
