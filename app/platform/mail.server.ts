import { randomUUID } from "node:crypto";
import { now } from "./clock.server.ts";
import type { Transaction } from "./database.server.ts";
import { insertRows } from "./insert-rows.server.ts";
import { enqueue, enqueueMany } from "./jobs.server.ts";
import type { NewMail } from "./mail-kinds.ts";

/**
 * Queues a message in the transaction of the change it tells of; a job renders and sends it afterwards. If the
 * occasion was told before, nothing is queued.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  const queued = await tx.outgoingMail.createManyAndReturn({
    data: [rowOf(mail)],
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of queued) await enqueue(tx, "sendMail", { mailId: id }, `mail:${id}`);
}

/** Queues many messages in a few statements: for what is taken in by the thousand. */
export async function queueMails(tx: Transaction, mails: readonly NewMail[]): Promise<void> {
  const rows = mails.map((mail) => ({ id: randomUUID(), ...rowOf(mail) }));
  await insertRows(tx, "OutgoingMail", rows, "left");
  const queued = await tx.outgoingMail.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true },
  });
  await enqueueMany(
    tx,
    "sendMail",
    queued.map(({ id }) => ({ payload: { mailId: id }, key: `mail:${id}` })),
  );
}

const rowOf = (mail: NewMail) => ({
  ...{ kind: mail.kind, toAddress: mail.to, locale: mail.locale, params: mail.params },
  ...{ dedupeKey: mail.dedupeKey, createdAt: now() },
  ...{ calendar: mail.calendar?.body, calendarMethod: mail.calendar?.method },
});
