import { redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { oncePerRequest } from "#app/platform/request-scope.server.ts";
import type { Actor, HeldRole, Role } from "./actor.ts";
import { ROLES } from "./actor.ts";
import { auth } from "./auth.server.ts";

/** Who sends this request, wearing which role; null for the public. Looked up once per request. */
export function getActor(request: Request): Promise<Actor | null> {
  return oncePerRequest("actor", () => readActor(request.headers));
}

/** The actor, or a redirect to the sign-in page that leads back here. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await getActor(request);
  if (actor) return actor;
  const url = new URL(request.url);
  const back = request.method === "GET" ? url.pathname + url.search : undefined;
  throw redirect(paths.signIn(back));
}

async function readActor(headers: Headers): Promise<Actor | null> {
  if (!headers.get("cookie")) return null;
  const found = await auth().api.getSession({ headers });
  if (!found) return null;
  const account = await database().user.findUnique({
    where: { id: found.user.id },
    select: {
      id: true,
      name: true,
      locale: true,
      timeZone: true,
      person: { select: { id: true } },
      roles: { where: { revokedAt: null }, select: { role: true, stateCode: true } },
      sessions: { where: { id: found.session.id }, select: { activeRole: true } },
    },
  });
  if (!account) return null;
  const roles = inOrder(account.roles);
  const worn = roles.find((held) => held.role === account.sessions[0]?.activeRole) ?? roles[0];
  if (!worn) return null;
  return {
    userId: account.id,
    personId: account.person?.id ?? null,
    name: account.name,
    role: worn.role,
    stateCode: worn.stateCode,
    roles,
    locale: account.locale,
    timeZone: account.timeZone,
  };
}

const inOrder = (roles: readonly HeldRole[]): readonly HeldRole[] =>
  roles.toSorted((a, b) => rank(a.role) - rank(b.role));
const rank = (role: Role) => ROLES.indexOf(role);
