import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { stateInterest } from "#app/cadre/state-interest.server.ts";
import { interestSchema } from "#app/cadre/vacancy-interest.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";

/** A vacancy interests a member, or no longer. Where that is refused, the page says why and shows how it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await readForm(request, interestSchema);
  if (!form.ok) throw notFound();
  const result = await stateInterest(actor, form.value);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.myMembership(result.ok ? undefined : result.refusal.code));
}

export const loader = () => redirect(paths.myMembership());
