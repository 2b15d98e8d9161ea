import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { changePoolConsent } from "#app/selection/pool/change-pool-consent.server.ts";
import { poolConsentSchema } from "#app/selection/pool/pool-answer.ts";

/** Agrees that studies use the file, or takes it back. Where it cannot be done any more, the page shows how it stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  const order = poolConsentSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!order.success) throw notFound();
  const result = await changePoolConsent(actor, { nominationId, ...order.data });
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.myNomination(nominationId));
}

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(paths.myNomination(readId(params.nominationId)));
