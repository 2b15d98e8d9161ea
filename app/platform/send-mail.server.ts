import { Client } from "@sendgrid/client";
import { MailService } from "@sendgrid/mail";
import { renderMail } from "#emails/render.tsx";
import { now } from "./clock.server.ts";
import { config } from "./config.server.ts";
import { database } from "./database.server.ts";

/**
 * Renders one queued message and sends it: through SendGrid where a key is set, otherwise into the outbox, which
 * is the same row with its text filled in. Run again after success, it does nothing.
 */
export async function sendMail(mailId: string): Promise<void> {
  const mail = await database().outgoingMail.findUnique({ where: { id: mailId } });
  if (!mail || mail.sentAt) return;
  const rendered = await renderMail(mail.kind, mail.params, mail.locale, config().CADRE_URL);
  const key = config().SENDGRID_API_KEY;
  const sent = key
    ? await throughSendGrid(key, { ...mail, ...rendered })
    : { sentBy: "outbox", providerId: null };
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

async function throughSendGrid(key: string, letter: Letter) {
  const client = new Client();
  client.setApiKey(key);
  client.setDefaultRequest("baseUrl", `${config().SENDGRID_HOST}/`);
  const sendGrid = new MailService();
  sendGrid.setClient(client);
  const attachments = letter.calendar
    ? [
        {
          content: Buffer.from(letter.calendar).toString("base64"),
          filename: "invite.ics",
          type: `text/calendar; method=${letter.calendarMethod}; charset=utf-8`,
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
