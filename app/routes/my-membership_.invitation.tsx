import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { answerInvitation } from "#app/cadre/answer-invitation.server.ts";
import { invitationAnswerSchema } from "#app/cadre/vacancy-interest.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";

/** A member answers an invitation to apply. Where the call has ended meanwhile, the page shows how it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, invitationAnswerSchema);
  if (!form.ok) throw notFound();
  const result = await answerInvitation(actor, form.value);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.myMembership());
}

export const loader = () => redirect(paths.myMembership());
