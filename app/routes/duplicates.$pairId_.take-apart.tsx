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
import { readPair } from "#app/selection/duplicate.queries.server.ts";
import { verdictSchema } from "#app/selection/duplicate.ts";
import { VerdictForm } from "#app/selection/pair-decision.tsx";
import { PairHeader } from "#app/selection/pair-header.tsx";
import { takePeopleApart } from "#app/selection/take-people-apart.server.ts";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "duplicate.decide"));
  const t = await translatorOf(request);
  const pair = orNotFound(await readPair(actor, readId(params.pairId)));
  if (pair.state !== "merged") throw redirect(paths.duplicate(pair.id));
  return { title: t("selection.duplicate.takeApart"), pair };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "duplicate.decide"));
  const pairId = readId(params.pairId);
  const form = await readForm(request, verdictSchema);
  if (!form.ok) return form.answer;
  const result = await takePeopleApart(actor, { pairId, verdict: form.value });
  return result.ok ? redirect(paths.duplicate(pairId)) : form.refuse(result.refusal);
}

export default function TakePairApart() {
  const { title, pair } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PairHeader pair={pair} title={title} lead={t("selection.duplicate.takeApartLead")} within />
      <VerdictForm pair={pair} verdict="takeApart" reply={reply} />
    </>
  );
}
