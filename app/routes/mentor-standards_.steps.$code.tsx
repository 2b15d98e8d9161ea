import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { publishStep } from "#app/mentoring/pool/publish-standard.server.ts";
import { readStepToChange } from "#app/mentoring/pool/standard.queries.server.ts";
import { stepVersionSchema } from "#app/mentoring/pool/standard.ts";
import { StandardForm } from "#app/mentoring/pool/standard-form.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const latest = orNotFound(await readStepToChange(actor, params.code ?? ""));
  const t = await translatorOf(request);
  return { title: t("pool.standard.newStep"), latest, tomorrow: daysAfter(today(), 1) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mentor.publishStandard"));
  const form = await readForm(request, stepVersionSchema);
  if (!form.ok) return form.answer;
  const result = await publishStep(actor, params.code ?? "", form.value);
  return result.ok ? redirect(paths.mentorStandards()) : form.refuse(result.refusal);
}

export default function InductionStep() {
  const { title, latest, tomorrow } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pool.standard.changeLead", { version: latest.version })}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentorStandards(), label: t("pool.standard.title") }]}
      />
      <StandardForm key={latest.version} {...{ latest, tomorrow, reply }} />
    </>
  );
}
