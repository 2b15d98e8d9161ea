import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { answerInvitation } from "#app/cadre/answer-invitation.server.ts";
import { invitationAnswerSchema } from "#app/cadre/vacancy-interest.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";

/** A member answers an invitation to apply. Where that is refused, the page says why and shows how it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, invitationAnswerSchema);
  if (!form.ok) throw notFound();
  const result = await answerInvitation(actor, form.value);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.myMembership(result.ok ? undefined : result.refusal.code));
}

export const loader = () => redirect(paths.myMembership());
