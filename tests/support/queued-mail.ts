import { randomUUID } from "node:crypto";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { drainJobs } from "#app/platform/jobs.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { MailCalendar } from "#app/platform/mail-kinds.ts";
import { sendMail } from "#app/platform/send-mail.server.ts";

/** Queues an invitation to a mentoring session, as a use case does; answers its row. */
export async function queueInvitation(changes: { locale?: string; calendar?: MailCalendar } = {}) {
  const dedupeKey = `test:${randomUUID()}`;
  const mail = {
    kind: "sessionInvited" as const,
    to: `${randomUUID()}@example.org`,
    locale: "en",
    params: {
      name: "Amina Diallo",
      other: "Jean Petit",
      startsAt: "2027-02-01T14:00:00.000Z",
      timeZone: "Africa/Dakar",
      minutes: 60,
      link: "/sessions/1",
    },
    dedupeKey,
    ...changes,
  };
  await inTransaction((tx) => queueMail(tx, mail));
  return { mail, row: () => database().outgoingMail.findUniqueOrThrow({ where: { dedupeKey } }) };
}

/** Works the waiting jobs off, those put off to a later try as well. */
export async function workOff() {
  await database().$executeRaw`update graphile_worker._private_jobs set run_at = now()`;
  await drainJobs({
    sendMail: async (payload) => {
      if (typeof payload !== "object" || payload === null || !("mailId" in payload))
        throw new Error("no mail");
      await sendMail(String(payload.mailId));
    },
  });
}
