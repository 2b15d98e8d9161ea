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
import { comparePeopleAgain } from "#app/selection/duplicate/compare-people-again.server.ts";
import { readPair } from "#app/selection/duplicate/duplicate.queries.server.ts";
import { mergeSchema, PAIR_STEPS, pairStepOf, verdictSchema } from "#app/selection/duplicate/duplicate.ts";
import { mergePeople } from "#app/selection/duplicate/merge-people.server.ts";
import { MergeForm, VerdictForm } from "#app/selection/duplicate/pair-decision.tsx";
import { PairHeader } from "#app/selection/duplicate/pair-header.tsx";
import { takePeopleApart } from "#app/selection/duplicate/take-people-apart.server.ts";
import { tellPeopleApart } from "#app/selection/duplicate/tell-people-apart.server.ts";

export const meta = pageTitle;

/** What an officer finds of two people on file: one, two, two after all, or that it is to be looked at again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "duplicate.decide"));
  const step = orNotFound(pairStepOf(params.verdict));
  const t = await translatorOf(request);
  const pair = orNotFound(await readPair(actor, readId(params.pairId)));
  if (pair.state !== PAIR_STEPS[step].from) throw redirect(paths.duplicate(pair.id));
  return { title: t(`selection.duplicate.${step}`), step, pair };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "duplicate.decide"));
  const step = orNotFound(pairStepOf(params.verdict));
  const pairId = readId(params.pairId);
  if (step === "merge") {
    const form = await readForm(request, mergeSchema);
    if (!form.ok) return form.answer;
    const merged = await mergePeople(actor, { pairId, merge: form.value });
    return merged.ok ? redirect(paths.duplicate(pairId)) : form.refuse(merged.refusal);
  }
  const form = await readForm(request, verdictSchema);
  if (!form.ok) return form.answer;
  const decided = await DECISIONS[step](actor, { pairId, verdict: form.value });
  return decided.ok ? redirect(paths.duplicate(pairId)) : form.refuse(decided.refusal);
}

const DECISIONS = {
  different: tellPeopleApart,
  takeApart: takePeopleApart,
  again: comparePeopleAgain,
} as const;

export default function DecidePair() {
  const { title, step, pair } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PairHeader pair={pair} title={title} lead={t(`selection.duplicate.${step}Lead`)} within />
      {step === "merge" ? (
        <MergeForm pair={pair} reply={reply} />
      ) : (
        <VerdictForm pair={pair} verdict={step} reply={reply} />
      )}
    </>
  );
}
