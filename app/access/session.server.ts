import { redirect } from "@remix-run/node";
import { languageOf } from "#app/i18n/request-language.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { oncePerRequest } from "#app/platform/request-scope.server.ts";
import type { Actor, HeldRole, Role } from "./actor.ts";
import { READS_NAMES, ROLES } from "./actor.ts";
import { auth } from "./auth.server.ts";

/**
 * Who sends this request, wearing which role and reading in the language of its page; null for the public. Looked up
 * once per request.
 */
export function getActor(request: Request): Promise<Actor | null> {
  return oncePerRequest("actor", () => readActor(request));
}

/** The actor, or a redirect to the sign-in page that leads back here. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await getActor(request);
  if (actor) return actor;
  const url = new URL(request.url);
  const back = request.method === "GET" ? url.pathname + url.search : undefined;
  throw redirect(paths.signIn(back));
}

async function readActor(request: Request): Promise<Actor | null> {
  const { headers } = request;
  if (!headers.get("cookie")) return null;
  const found = await auth().api.getSession({ headers });
  if (!found) return null;
  const account = await readAccount(found.user.id, found.session.id);
  if (!account) return null;
  const { activeRole, ...facts } = account;
  const roles = inOrder(facts.roles);
  const worn = roles.find((held) => held.role === activeRole) ?? roles[0];
  if (!worn) return null;
  return { ...facts, locale: languageOf(request), role: worn.role, stateCode: worn.stateCode, roles };
}

interface AccountRow extends Pick<Actor, "personId" | "name" | "timeZone" | "roles"> {
  readonly userId: string;
  readonly activeRole: Role | null;
}

/**
 * An account with its person, its roles and the one worn in this session: one statement, since every request asks. While
 * it scores on a blind panel the roles in which it would read names rest, whenever they were granted.
 */
async function readAccount(userId: string, sessionId: string): Promise<AccountRow | undefined> {
  const [account] = await database().$queryRaw<AccountRow[]>`
    select u."id" as "userId", u."name", u."timeZone", p."id" as "personId",
      s."activeRole"::text as "activeRole",
      coalesce((
        select json_agg(json_build_object('role', g."role", 'stateCode', g."stateCode"))
        from "RoleGrant" g where g."userId" = u."id" and g."revokedAt" is null
          and not (g."role"::text = any(${[...READS_NAMES]}) and exists (
            select from "PanelMember" m join "Panel" b on b."id" = m."panelId"
            where m."userId" = u."id" and b."blind" and b."phase" in ('calibration', 'desk')))), '[]') as "roles"
    from "User" u
    left join "Person" p on p."userId" = u."id"
    left join "Session" s on s."id" = ${sessionId} and s."userId" = u."id"
    where u."id" = ${userId}`;
  return account;
}

const inOrder = (roles: readonly HeldRole[]): readonly HeldRole[] =>
  roles.toSorted((a, b) => rank(a.role) - rank(b.role));
const rank = (role: Role) => ROLES.indexOf(role);
