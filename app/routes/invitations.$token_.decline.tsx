import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { orNotFound } from "#app/access/read-id.server.ts";
import { answerRefusal } from "#app/access/respond.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { paths } from "#app/paths.ts";
import { findInvitation } from "#app/selection/candidate/own-forms.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";

/** The nominee does not wish to be considered; where the link has expired, its page says how to come by another. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const invitation = orNotFound(await findInvitation(token));
  if (invitation.answered || invitation.expired) return redirect(paths.invitation(token));
  const { candidacyId } = invitation;
  const result = await withdrawCandidacy(nomineeOf(invitation, languageOf(request)), { candidacyId });
  return result.ok ? redirect(paths.invitation(token)) : answerRefusal(result.refusal);
}

export const loader = ({ params }: ActionFunctionArgs) => redirect(paths.invitation(params.token ?? ""));
