import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { getActor, requireActor } from "#app/access/session.server.ts";
import { keepPledge } from "#app/cadre/keep-pledge.server.ts";
import { PledgeDecisions } from "#app/cadre/pledge-decisions.tsx";
import { PledgeFacts } from "#app/cadre/pledge-facts.tsx";
import { readStatePledge } from "#app/cadre/state-pledge.queries.server.ts";
import { pledgeOrderSchema } from "#app/cadre/state-pledge.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

/** One pledge: everybody's to see once it is registered, before that its own state's and overseers'. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const pledge = orNotFound(await readStatePledge(actor, readId(params.pledgeId)));
  const t = await translatorOf(request);
  return { title: t(`pledge.amount.${pledge.kind}`, { count: pledge.quantity }), pledge };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const pledgeId = readId(params.pledgeId);
  const pledge = orNotFound(await readStatePledge(actor, pledgeId));
  permit(pledge.mayAdvance || pledge.mayWithdraw);
  const form = await readForm(request, pledgeOrderSchema);
  if (!form.ok) return form.answer;
  const result = await keepPledge(actor, pledgeId, form.value);
  return result.ok ? redirect(paths.statePledge(pledgeId)) : form.refuse(result.refusal);
}

export default function StatePledge() {
  const { title, pledge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={nameIn(format.locale, pledge.state)}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.statePledges(), label: t("pledge.register") }]}
      />
      <PledgeFacts pledge={pledge} />
      <PledgeDecisions pledge={pledge} reply={reply} />
    </>
  );
}
