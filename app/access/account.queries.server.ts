import { database } from "#app/platform/database.server.ts";
import { literally } from "#app/platform/like-pattern.ts";
import type { Role } from "./actor.ts";
import { DEMO_ACCOUNTS, type DemoFilter } from "./demo-filter.ts";

interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly states: readonly string[];
  /** How many the role has in all. */
  readonly total: number;
}

/**
 * The invented accounts of the demo, by name, once for each role they hold: the first dozen of every role, or one page
 * of one role.
 */
export function listDemoAccounts({ role, name, page }: DemoFilter) {
  const most = role === null ? DEMO_ACCOUNTS.side : DEMO_ACCOUNTS.page;
  return database().$queryRaw<DemoAccount[]>`
    select "id", "name", "role", "states", "total" from (
      select u."id", u."name", g."role"::text as "role",
        array_remove(array_agg(g."stateCode" order by g."stateCode"), null) as "states",
        row_number() over (partition by g."role" order by u."name", u."id") as "place",
        (count(*) over (partition by g."role"))::int as "total"
      from "User" u join "RoleGrant" g on g."userId" = u."id" and g."revokedAt" is null
      where u."demo" and (${role}::text is null or g."role"::text = ${role})
        and position(lower(${name}) in lower(u."name")) > 0
      group by u."id", g."role"
    ) of_role
    where "place" > ${(page - 1) * most} and "place" <= ${page * most}
    order by "role", "place"`;
}

/** Whether there is anybody of the demo at all. */
export const hasDemoAccounts = async () =>
  (await database().user.count({ where: { demo: true }, take: 1 })) > 0;

export const MAILS_PER_PAGE = 50;

/** Messages that stay here because no mail service is set, newest first. */
export async function listOutbox(page: number) {
  const [total, mails] = await Promise.all([
    database().outgoingMail.count(),
    database().outgoingMail.findMany({
      orderBy: { createdAt: "desc" },
      skip: (page - 1) * MAILS_PER_PAGE,
      take: MAILS_PER_PAGE,
      select: { id: true, kind: true, toAddress: true, subject: true, createdAt: true },
    }),
  ]);
  return { total, mails: mails.map((mail) => ({ ...mail, createdAt: mail.createdAt.toISOString() })) };
}

/** One message as it would have left. */
export const readOutboxMail = (id: string) =>
  database().outgoingMail.findUnique({
    where: { id },
    select: { toAddress: true, subject: true, html: true, text: true, calendar: true },
  });

export const ACCOUNTS_PER_PAGE = 50;

/** Every account with the roles it holds, by name, or those whose name or address holds a text. For overseers alone. */
export async function listAccounts(page: number, text = "") {
  const holds = { contains: literally(text), mode: "insensitive" } as const;
  const where = text ? { OR: [{ name: holds }, { email: holds }] } : {};
  const [total, accounts] = await Promise.all([
    database().user.count({ where }),
    database().user.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * ACCOUNTS_PER_PAGE,
      take: ACCOUNTS_PER_PAGE,
      select: {
        id: true,
        name: true,
        email: true,
        createdAt: true,
        roles: {
          where: { revokedAt: null },
          orderBy: [{ role: "asc" }, { stateCode: "asc" }],
          select: { role: true, stateCode: true },
        },
      },
    }),
  ]);
  return { total, accounts: accounts.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) };
}

/** One account with every role it holds or held, the latest first; null where there is none. */
export async function readAccount(userId: string) {
  const account = await database().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      createdAt: true,
      roles: {
        orderBy: [{ grantedAt: "desc" }, { id: "asc" }],
        select: { id: true, role: true, stateCode: true, grantedAt: true, revokedAt: true },
      },
    },
  });
  return (
    account && {
      ...account,
      createdAt: account.createdAt.toISOString(),
      roles: account.roles.map(({ grantedAt, revokedAt, ...grant }) => ({
        ...grant,
        grantedAt: grantedAt.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
    }
  );
}

/** What waits for an account in one of its roles, and would wait in vain without it. */
export async function countWaiting(userId: string, role: Role) {
  const [panels, gates] = await Promise.all([
    role === "panelMember"
      ? database().panelMember.count({ where: { userId, panel: { phase: { not: "closed" } } } })
      : 0,
    role === "vettingOfficer"
      ? database().clearance.count({ where: { ownerId: userId, outcome: "pending" } })
      : 0,
  ]);
  return { panels, gates };
}
