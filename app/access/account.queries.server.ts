import { database } from "#app/platform/database.server.ts";

/** The invented accounts of the demo with the roles they hold: one page of sign-ins, by role. */
export async function listDemoAccounts() {
  const accounts = await database().user.findMany({
    where: { demo: true, roles: { some: { revokedAt: null } } },
    orderBy: [{ name: "asc" }],
    take: 1000,
    select: {
      id: true,
      name: true,
      roles: { where: { revokedAt: null }, select: { role: true, stateCode: true } },
    },
  });
  return accounts;
}

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

/** Every account with the roles it holds, by name. For overseers alone. */
export async function listAccounts(page: number) {
  const [total, accounts] = await Promise.all([
    database().user.count(),
    database().user.findMany({
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
          orderBy: { role: "asc" },
          select: { role: true, stateCode: true },
        },
      },
    }),
  ]);
  return { total, accounts: accounts.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) };
}
