import { randomUUID } from "node:crypto";
import { paths } from "#app/paths.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { Actor, HeldRole } from "./actor.ts";
import { can } from "./can.ts";
import { ok, type Result, refuse } from "./result.ts";

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
  readonly timeZone?: string;
  /** An invented account of the demonstration. */
  readonly demo?: boolean;
}

/**
 * Opens an account with its roles. Its holder signs in by a link or code sent to the address, and is told so where an
 * officer opens it.
 *
 * @param author null only where a command of the installation opens it. The first account has nobody before it who
 *   could be asked, and whoever can start a command here holds the database anyway: what protects is that the record
 *   says `by: operator`, where an auditor sees it.
 */
export async function createAccount(
  author: Actor | null,
  account: NewAccount,
): Promise<Result<{ userId: string }>> {
  if (author && !can(author, "account.create")) return refuse("notPermitted");
  const id = randomUUID();
  const { roles, email, ...facts } = account;
  const by: Readonly<Record<string, string>> = author ? {} : { by: "operator" };
  const states = roles.flatMap(({ role, stateCode }) => (role === "focalPoint" ? [stateCode] : []));
  if (states.includes(null)) return refuse("stateMissing", {}, "state");
  try {
    return await inTransaction(async (tx) => {
      const known = await tx.state.count({ where: { code: { in: states.filter((code) => code !== null) } } });
      if (known !== new Set(states).size) return refuse("stateUnknown", {}, "state");
      await tx.user.create({
        data: {
          id,
          ...facts,
          email: email.trim().toLowerCase(),
          roles: { createMany: { data: [...roles] } },
        },
        select: { id: true },
      });
      await appendEvent(tx, author, { kind: "account.created", subject: { type: "account", id }, facts: by });
      for (const { role, stateCode } of roles) {
        await appendEvent(tx, author, {
          kind: "role.granted",
          subject: { type: "account", id },
          facts: { role, stateCode, ...by },
        });
      }
      if (author) await tellHolder(tx, id);
      return ok({ userId: id });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("addressTaken", {}, "email");
    throw error;
  }
}

async function tellHolder(tx: Transaction, id: string) {
  const { name, email, locale } = await tx.user.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, locale: true },
  });
  await queueMail(tx, {
    kind: "accountOpened",
    to: email,
    locale,
    params: { name, link: paths.signIn() },
    dedupeKey: `accountOpened:${id}`,
  });
}
