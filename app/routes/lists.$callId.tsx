import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { InterestedMembers } from "#app/cadre/interested-members.tsx";
import { listInterestedOf } from "#app/cadre/open-vacancy.queries.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { readList } from "#app/selection/nomination/list.queries.server.ts";
import { listOrderSchema } from "#app/selection/nomination/nominee-list.ts";
import { StateList } from "#app/selection/nomination/state-list.tsx";
import { submitList } from "#app/selection/nomination/submit-list.server.ts";

export const meta = pageTitle;

/** A state's list for one call: its focal points work on it together. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stateCode = actor.stateCode ?? "";
  permit(can(actor, "nomination.submit", { stateCode }));
  const callId = readId(params.callId);
  const list = orNotFound(await readList(actor, callId, stateCode));
  const interested = await listInterestedOf(stateCode, callId);
  return { title: list.call.name, list, interested, submissionKey: randomUUID(), now: now().toISOString() };
}

/** Submits the drafts chosen. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const callId = readId(params.callId);
  permit(can(actor, "nomination.submit", { stateCode: actor.stateCode ?? "" }));
  const form = await readForm(request, listOrderSchema);
  if (!form.ok) return form.answer;
  const result = await submitList(actor, { callId, ...form.value });
  return result.ok ? redirect(paths.list(callId)) : form.refuse(result.refusal);
}

export default function List() {
  const { interested, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <StateList {...page} reply={useActionData<typeof action>()} />
      <InterestedMembers members={interested} />
    </>
  );
}
