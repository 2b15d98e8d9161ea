import { database } from "#app/platform/database.server.ts";
import { forgetLookups } from "#app/platform/request-scope.server.ts";
import type { Actor, Role } from "./actor.ts";
import { auth } from "./auth.server.ts";
import { can } from "./can.ts";
import { ok, type Result, refuse } from "./result.ts";

/** Wears another of one's roles for the rest of this session. */
export async function wearRole(actor: Actor, role: Role, headers: Headers): Promise<Result<undefined>> {
  if (!can(actor, "role.wear", { role })) return refuse("roleNotHeld");
  const found = await auth().api.getSession({ headers });
  if (!found) return refuse("roleNotHeld");
  await database().session.update({ where: { id: found.session.id }, data: { activeRole: role } });
  forgetLookups();
  return ok();
}
