import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actingState, can } from "#app/access/can.ts";
import { orNotFound } from "#app/access/read-id.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { isActiveMember } from "#app/cadre/member.queries.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStatesNamed } from "#app/i18n/state-choices.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { findCall, readCall, readCallOutline } from "#app/selection/call/call.queries.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { CallOutline, WholeCallPage } from "#app/selection/call/call-page.tsx";
import { callTitle } from "#app/selection/call/call-title.ts";

export const meta = pageTitle;

/** One call, with everything a nominee will be judged by; for those it is not addressed to, an outline. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const asked = params.reference ?? "";
  const { id, reference, audience } = orNotFound(await findCall(actor, asked));
  if (reference !== asked) throw redirect(`${paths.call(reference)}#${asked}`);
  const moment = now().toISOString();
  const locale = languageOf(request);
  if (audience === "outline") {
    const outline = await readCallOutline(id);
    return { title: callTitle(locale, outline), now: moment, outline, whole: null };
  }
  const { targetedStateCodes, ...call } = await readCall(id);
  const takes = takesNominations(call.phase);
  const oversees = actor !== null && can(actor, "pipeline.read");
  return {
    title: callTitle(locale, call),
    now: moment,
    outline: null,
    whole: {
      call: { ...call, toEvery: targetedStateCodes.length === 0 },
      states: oversees && targetedStateCodes.length > 0 ? await listStatesNamed(targetedStateCodes) : null,
      mayNominate: takes && actingState(actor) !== null,
      mayNominateOneself: takes && call.selfNomination && (!actor || can(actor, "nomination.submitOwn")),
      mayStateInterest: takes && call.kind === "vacancies" && (await isActiveMember(actor)),
      mayImport: takes && actor !== null && can(actor, "import.run", { stateCode: null }),
      mayManage: actor !== null && can(actor, "call.manage"),
      oversees,
    },
  };
}

export default function Call() {
  const { title, now, outline, whole } = useLoaderData<typeof loader>();
  if (outline) return <CallOutline title={title} call={outline} now={now} />;
  return <WholeCallPage title={title} now={now} {...whole} />;
}
