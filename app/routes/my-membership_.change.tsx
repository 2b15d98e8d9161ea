import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { changeMembership } from "#app/cadre/keep-membership.server.ts";
import { MEMBERSHIP_CHANGES } from "#app/cadre/lifecycle.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";

const schema = z.object({ membershipId: z.uuid(), change: z.enum(MEMBERSHIP_CHANGES) });

/** Pauses, leaves, comes back. Where that is refused, the page says why and shows how it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const order = schema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!order.success) throw notFound();
  const result = await changeMembership(actor, order.data);
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.myMembership(result.ok ? undefined : result.refusal.code));
}

export const loader = () => redirect(paths.myMembership());
