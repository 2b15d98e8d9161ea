import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { answerRefusal } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { withdrawSlots } from "#app/mentoring/session/answer-slots.server.ts";
import { paths } from "#app/paths.ts";

/** Takes back the times offered; where they were answered meanwhile, their page says so. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const offerId = readId(params.offerId);
  const result = await withdrawSlots(actor, offerId);
  if (!result.ok && result.refusal.code !== "slotsAnswered") answerRefusal(result.refusal);
  return redirect(result.ok ? paths.engagement(result.value.engagementId) : paths.slotOffer(offerId));
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.slotOffer(readId(params.offerId)));
