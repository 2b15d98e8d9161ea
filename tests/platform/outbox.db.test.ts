import { describe, expect, it } from "vitest";
import { renderMail } from "#emails/render.tsx";
import { queueInvitation, workOff } from "#tests/support/queued-mail.ts";

process.env.CADRE_URL = "https://cadre.example";

describe("mail without a key", () => {
  it("stays in the outbox with the very text that would have left", async () => {
    const { mail, row } = await queueInvitation();
    await workOff();
    const rendered = await renderMail(mail.kind, mail.params, mail.locale, "https://cadre.example");
    const kept = await row();
    expect(kept).toMatchObject({ ...rendered, sentBy: "outbox", providerId: null, lastError: null });
    expect(kept.sentAt).not.toBeNull();
  });

  it("keeps the calendar beside it", async () => {
    const calendar = { method: "CANCEL", body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" } as const;
    const { row } = await queueInvitation({ calendar });
    await workOff();
    expect(await row()).toMatchObject({
      calendar: calendar.body,
      calendarMethod: "CANCEL",
      sentBy: "outbox",
    });
  });
});
