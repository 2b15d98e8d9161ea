import { now } from "./clock.server.ts";
import type { Transaction } from "./database.server.ts";
import { enqueue, enqueueMany } from "./jobs.server.ts";
import type { NewMail } from "./mail-kinds.ts";

/**
 * Queues a message in the transaction of the change it tells of; a job renders and sends it afterwards. If the
 * occasion was told before, nothing is queued.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  for (const id of await keepMails(tx, [mail])) await enqueue(tx, "sendMail", { mailId: id }, `mail:${id}`);
}

/** Queues many messages in a few statements: for what is taken in by the thousand. */
export async function queueMails(tx: Transaction, mails: readonly NewMail[]): Promise<void> {
  const ids = await keepMails(tx, mails);
  await enqueueMany(
    tx,
    "sendMail",
    ids.map((mailId) => ({ payload: { mailId }, key: `mail:${mailId}` })),
  );
}

async function keepMails(tx: Transaction, mails: readonly NewMail[]): Promise<readonly string[]> {
  const queued = await tx.outgoingMail.createManyAndReturn({
    data: mails.map((mail) => ({
      kind: mail.kind,
      toAddress: mail.to,
      locale: mail.locale,
      params: mail.params,
      dedupeKey: mail.dedupeKey,
      createdAt: now(),
      calendar: mail.calendar?.body,
      calendarMethod: mail.calendar?.method,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return queued.map(({ id }) => id);
}
