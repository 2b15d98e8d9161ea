import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { draftPledgeCall } from "#app/mentoring/health/draft-pledge-call.server.ts";
import { listAddressees } from "#app/mentoring/health/pledge-call.queries.server.ts";
import { LEAST_ANSWER_DAYS, newPledgeCallSchema } from "#app/mentoring/health/pledge-call.ts";
import { NewPledgeCallForm } from "#app/mentoring/health/pledge-call-form.tsx";
import { readPool } from "#app/mentoring/health/programme-health.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pledgeCall.write"));
  const t = await translatorOf(request);
  const [{ gaps, languageNames }, addressees] = await Promise.all([
    readPool(),
    listAddressees(languageOf(request)),
  ]);
  return {
    title: t("pledgeCall.new"),
    pool: { gaps, languageNames },
    addressees,
    earliest: daysAfter(today(), LEAST_ANSWER_DAYS),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "pledgeCall.write"));
  const form = await readForm(request, newPledgeCallSchema);
  if (!form.ok) return form.answer;
  const result = await draftPledgeCall(actor, form.value);
  return result.ok ? redirect(paths.pledgeCall(result.value.callId)) : form.refuse(result.refusal);
}

export default function NewPledgeCall() {
  const { title, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pledgeCall.newLead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[
          { to: paths.programmeHealth(), label: t("health.title") },
          { to: paths.pledgeCalls(), label: t("pledgeCall.list") },
        ]}
      />
      {choices.pool.gaps.length > 0 ? (
        <NewPledgeCallForm {...choices} reply={reply} />
      ) : (
        <EmptyState
          title={t("health.noGaps")}
          action={<LinkButton to={paths.programmeHealth()}>{t("health.title")}</LinkButton>}
        />
      )}
    </>
  );
}
