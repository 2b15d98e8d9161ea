import client from "@sendgrid/client";
import sendGrid from "@sendgrid/mail";
import { z } from "zod";
import { renderMail } from "#emails/render.tsx";
import { now } from "./clock.server.ts";
import { config } from "./config.server.ts";
import { database } from "./database.server.ts";

/**
 * Renders one queued message and sends it: through SendGrid where a key is set, otherwise into the outbox, which
 * is the same row with its text filled in. Run again after success, it does nothing; after a failure, which is kept
 * beside the message and thrown on, the job tries it again later.
 */
export async function sendMail(mailId: string): Promise<void> {
  const mail = await database().outgoingMail.findUnique({ where: { id: mailId } });
  if (!mail || mail.sentAt) return;
  const rendered = await renderMail(mail.kind, mail.params, mail.locale, config().CADRE_URL);
  const sent = await deliver({ ...mail, ...rendered });
  await database().outgoingMail.updateMany({
    where: { id: mailId, sentAt: null },
    data: { ...rendered, ...sent, sentAt: now(), lastError: null },
  });
}

interface Letter {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar: string | null;
  readonly calendarMethod: string | null;
}

async function deliver(letter: Letter) {
  const key = config().SENDGRID_API_KEY;
  if (!key) return { sentBy: "outbox", providerId: null };
  try {
    return await throughSendGrid(key, letter);
  } catch (error) {
    await database().outgoingMail.updateMany({
      where: { id: letter.id, sentAt: null },
      data: { lastError: reasonOf(error) },
    });
    throw error;
  }
}

const answered = z.object({
  code: z.number(),
  response: z.object({ body: z.object({ errors: z.array(z.object({ message: z.string() })) }) }),
});

/** What SendGrid said, or why nobody answered. */
function reasonOf(error: unknown): string {
  const said = answered.safeParse(error);
  if (said.success) {
    return [said.data.code, ...said.data.response.body.errors.map(({ message }) => message)].join(" ");
  }
  return error instanceof Error ? error.message : String(error);
}

async function throughSendGrid(key: string, letter: Letter) {
  client.setApiKey(key);
  client.setDefaultRequest("baseUrl", `${config().SENDGRID_HOST}/`);
  sendGrid.setClient(client);
  const attachments = letter.calendar
    ? [
        {
          content: Buffer.from(letter.calendar).toString("base64"),
          filename: "invite.ics",
          // SendGrid takes this one parameter and refuses any other, charset among them (sendgrid-nodejs#1313).
          type: `text/calendar; method=${letter.calendarMethod}`,
          disposition: "attachment",
        },
      ]
    : [];
  const [response] = await sendGrid.send({
    to: letter.toAddress,
    from: config().MAIL_FROM,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    attachments,
    customArgs: { mailId: letter.id },
    trackingSettings: { clickTracking: { enable: false }, openTracking: { enable: false } },
  });
  return { sentBy: "sendgrid", providerId: String(response.headers["x-message-id"] ?? "") };
}
