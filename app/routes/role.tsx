import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { ROLES } from "#app/access/actor.ts";
import { requireActor } from "#app/access/session.server.ts";
import { wearRole } from "#app/access/wear-role.server.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";

const schema = z.object({ role: z.enum(ROLES) });

/** Wears another of one's roles; the home page of that role follows. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const chosen = schema.safeParse(Object.fromEntries(await readFormData(request)));
  if (chosen.success) await wearRole(actor, chosen.data.role, request.headers);
  return redirect(paths.home());
}

export const loader = () => redirect(paths.home());
