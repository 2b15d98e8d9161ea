import { randomUUID } from "node:crypto";
import { inTransaction, isDuplicate } from "#app/platform/database.server.ts";
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
 * Opens an account with its roles. Its holder signs in by a link or code sent to the address.
 *
 * @param author null only where a command of the installation opens it: the first account has nobody before it
 */
export async function createAccount(
  author: Actor | null,
  account: NewAccount,
): Promise<Result<{ userId: string }>> {
  if (author && !can(author, "account.create")) return refuse("notPermitted");
  const id = randomUUID();
  const { roles, email, ...facts } = account;
  try {
    await inTransaction(async (tx) => {
      await tx.user.create({
        data: {
          id,
          ...facts,
          email: email.trim().toLowerCase(),
          roles: { createMany: { data: [...roles] } },
        },
        select: { id: true },
      });
      await appendEvent(tx, author, { kind: "account.created", subject: { type: "account", id } });
      for (const { role, stateCode } of roles) {
        await appendEvent(tx, author, {
          kind: "role.granted",
          subject: { type: "account", id },
          facts: { role, stateCode },
        });
      }
    });
    return ok({ userId: id });
  } catch (error) {
    if (isDuplicate(error)) return refuse("addressTaken", {}, "email");
    throw error;
  }
}
