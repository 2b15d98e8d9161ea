import { afterAll, describe, expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { sendMail } from "#app/platform/send-mail.server.ts";
import { renderMail } from "#emails/render.tsx";
import { startMailService } from "#tests/support/mail-service.ts";
import { queueInvitation, workOff } from "#tests/support/queued-mail.ts";

const KEY = "SG.test";
const service = await startMailService(KEY);
process.env.SENDGRID_API_KEY = KEY;
process.env.SENDGRID_HOST = service.url;
process.env.MAIL_FROM = "cadre@un.example";
process.env.CADRE_URL = "https://cadre.example";
afterAll(() => service.stop());

const INVITE = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Séance\r\nEND:VCALENDAR\r\n";
const sentTo = (address: string) =>
  service.accepted.filter(({ personalizations }) =>
    personalizations.some(({ to }) => to.some(({ email }) => email === address)),
  );
const jobs = async () =>
  Number(
    (await database().$queryRaw<[{ n: bigint }]>`select count(*) n from graphile_worker._private_jobs`)[0].n,
  );

describe("mail through SendGrid", () => {
  it("leaves as the API wants it, and the row says when, which way and under which id", async () => {
    const { mail, row } = await queueInvitation();
    expect(await row()).toMatchObject({ sentAt: null, html: null });
    await workOff();
    const [sent] = sentTo(mail.to);
    const rendered = await renderMail(mail.kind, mail.params, mail.locale, "https://cadre.example");
    const kept = await row();
    expect(sent).toMatchObject({
      from: { email: "cadre@un.example" },
      subject: rendered.subject,
      content: [
        { type: "text/plain", value: rendered.text },
        { type: "text/html", value: rendered.html },
      ],
      tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
    });
    expect(sent?.personalizations[0]?.to).toEqual([{ email: mail.to }]);
    expect(JSON.stringify(sent)).toContain(kept.id);
    expect(sent?.attachments).toBeUndefined();
    expect(kept).toMatchObject({ ...rendered, sentBy: "sendgrid", lastError: null });
    expect(kept.providerId).toMatch(/^message-\d+$/);
    expect(kept.sentAt).not.toBeNull();
    expect(rendered.html).toContain("https://cadre.example/sessions/1");
  });

  it("speaks the recipient's language", async () => {
    const english = await queueInvitation();
    const french = await queueInvitation({ locale: "fr" });
    await workOff();
    expect((await french.row()).subject).not.toBe((await english.row()).subject);
    expect(sentTo(french.mail.to)[0]?.subject).toBe((await french.row()).subject);
  });

  it.each(["REQUEST", "CANCEL"] as const)("carries the calendar of a %s", async (method) => {
    const { mail } = await queueInvitation({ calendar: { method, body: INVITE } });
    await workOff();
    const attachments = sentTo(mail.to)[0]?.attachments ?? [];
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({
      filename: "invite.ics",
      type: `text/calendar; method=${method}`,
      disposition: "attachment",
    });
    expect(Buffer.from(attachments[0]?.content ?? "", "base64").toString("utf8")).toBe(INVITE);
  });

  it.each([401, 429, 500])("keeps what a %i said, and leaves at the next try, once", async (status) => {
    const { mail, row } = await queueInvitation();
    service.fail(status);
    await workOff();
    expect(await row()).toMatchObject({ sentAt: null, lastError: `${status} Told to fail` });
    expect(sentTo(mail.to)).toHaveLength(0);
    expect(await jobs()).toBe(1);
    await workOff();
    expect(await row()).toMatchObject({ sentBy: "sendgrid", lastError: null });
    expect(sentTo(mail.to)).toHaveLength(1);
    expect(await jobs()).toBe(0);
  });

  it("is not sent twice, however often it is queued or its job runs", async () => {
    const { mail, row } = await queueInvitation();
    await inTransaction((tx) => queueMail(tx, mail));
    await workOff();
    const { id, sentAt } = await row();
    const before = service.requests();
    await Promise.all([sendMail(id), sendMail(id)]);
    await inTransaction((tx) => queueMail(tx, mail));
    await workOff();
    expect(service.requests()).toBe(before);
    expect(sentTo(mail.to)).toHaveLength(1);
    expect((await row()).sentAt).toEqual(sentAt);
  });

  it("does not exist where the change it tells of was undone", async () => {
    const before = await database().outgoingMail.count();
    const { mail } = await queueInvitation();
    const undone = { ...mail, dedupeKey: `${mail.dedupeKey}:undone` };
    const failing = inTransaction(async (tx) => {
      await queueMail(tx, undone);
      throw new Error("undo");
    });
    await expect(failing).rejects.toThrow("undo");
    await workOff();
    expect(await database().outgoingMail.count()).toBe(before + 1);
    expect(sentTo(mail.to)).toHaveLength(1);
  });

  it("of a message that is not there says nothing", async () => {
    const before = service.requests();
    await sendMail("00000000-0000-4000-8000-000000000000");
    expect(service.requests()).toBe(before);
  });
});
