import { now } from "./clock.server.ts";
import type { Transaction } from "./database.server.ts";
import { enqueue } from "./jobs.server.ts";
import type { NewMail } from "./mail-kinds.ts";

/**
 * Queues a message in the transaction of the change it tells of; a job renders and sends it afterwards. If the
 * occasion was told before, nothing is queued.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<void> {
  const queued = await tx.outgoingMail.createManyAndReturn({
    data: [
      {
        kind: mail.kind,
        toAddress: mail.to,
        locale: mail.locale,
        params: mail.params,
        dedupeKey: mail.dedupeKey,
        createdAt: now(),
        calendar: mail.calendar?.body,
        calendarMethod: mail.calendar?.method,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of queued) await enqueue(tx, "sendMail", { mailId: id }, `mail:${id}`);
}
