import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { retireQuestion } from "#app/selection/interview/keep-questions.server.ts";

/** Takes a question out of the bank; asked by the bank's own page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "question.keep"));
  const result = await retireQuestion(actor, { questionId: readId(params.questionId) });
  if (!result.ok) throw notFound();
  return redirect(paths.questions());
}

export const loader = () => redirect(paths.questions());
