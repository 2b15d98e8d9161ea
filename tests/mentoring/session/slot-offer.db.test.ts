import { describe, expect, it } from "vitest";
import { pairPlanTasks } from "#app/mentoring/engagement/pair-plan-tasks.queries.server.ts";
import { takeSlot, withdrawSlots } from "#app/mentoring/session/answer-slots.server.ts";
import { offerSlots } from "#app/mentoring/session/offer-slots.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import { readPlans, readSlotOffer } from "#app/mentoring/session/slot-offer.queries.server.ts";
import { SLOT_FIELDS } from "#app/mentoring/session/slot-offer.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import {
  anEngagement,
  aSession,
  type EngagementStory,
  hoursOn,
  sessionIn,
} from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const offerOf = (...hours: readonly number[]) => ({
  slots: hours.map((hour, n) => ({ startsAt: sessionIn(hour).startsAt, field: SLOT_FIELDS[n] ?? "slot1" })),
  durationMinutes: 60,
  channel: "video" as const,
});

const offered = async ({ engagementId, mentor }: EngagementStory, ...hours: readonly number[]) =>
  must(await hoursOn(0, () => offerSlots(mentor, { engagementId, offer: offerOf(...hours) }))).offerId;

describe("offerSlots", () => {
  it("puts times to the other, who is told and finds the task; the two see them and nobody else", async () => {
    const story = await anEngagement();
    const offerId = await offered(story, 48, 72);
    const { mentor, mentee, engagementId } = story;
    const mail = await database().outgoingMail.findMany({ where: { dedupeKey: `slotsOffered:${offerId}` } });
    expect(mail).toMatchObject([
      {
        kind: "slotsOffered",
        toAddress: `${mentee.userId}@example.org`,
        params: { name: "Noor Diallo", other: "Awa Diallo", count: 2, link: `/slots/${offerId}` },
      },
    ]);
    expect((await pairPlanTasks(mentee)).map(({ to }) => to)).toEqual([`/slots/${offerId}`]);
    expect(await pairPlanTasks(mentor)).toEqual([]);
    expect(await readPlans(mentee, engagementId)).toMatchObject({
      offer: { count: 2, offeredByOneself: false },
    });
    expect(await readSlotOffer(mentor, offerId)).toMatchObject({ may: { take: false, withdraw: true } });
    expect(await readSlotOffer(mentee, offerId)).toMatchObject({
      may: { take: true, withdraw: false },
      slots: ["2027-01-17T12:00:00.000Z", "2027-01-18T12:00:00.000Z"],
    });
    const others = [
      (await anEngagement()).mentee,
      await anAccount("secretariat", "S"),
      await anAccount("auditor", "A"),
    ];
    for (const actor of others) {
      expect(await readSlotOffer(actor, offerId)).toBeNull();
      expect(code(await takeSlot(actor, { offerId, slot: 0 }))).toBe("notFound");
      expect(code(await withdrawSlots(actor, offerId))).toBe("notFound");
      expect(code(await offerSlots(actor, { engagementId, offer: offerOf(48) }))).toBe("notFound");
    }
  });

  it("refuses times past, too far off and taken, each beside its own field", async () => {
    const story = await anEngagement();
    await aSession(story, 100);
    const attempt = async (...hours: number[]) => {
      const { engagementId, mentee } = story;
      const answer = await hoursOn(10, () => offerSlots(mentee, { engagementId, offer: offerOf(...hours) }));
      return answer.ok ? "ok" : `${answer.refusal.code} ${answer.refusal.field}`;
    };
    expect(await attempt(5, 20)).toBe("sessionInPast slot1");
    expect(await attempt(20, 9000)).toBe("sessionOutsideEngagement slot2");
    expect(await attempt(20, 30, 100.5)).toBe("timeTaken slot3");
    expect(await attempt(20, 30, 101)).toBe("ok");
  });

  it("is answered by an offer of other times: one waits at a time, also where both offer at once", async () => {
    const story = await anEngagement();
    const { engagementId, mentor, mentee } = story;
    const first = await offered(story, 48);
    const second = must(await hoursOn(1, () => offerSlots(mentee, { engagementId, offer: offerOf(50) })));
    expect(await readSlotOffer(mentor, first)).toMatchObject({ state: "countered", may: { take: false } });
    expect(await readSlotOffer(mentor, second.offerId)).toMatchObject({ may: { take: true } });
    expect(code(await hoursOn(1, () => takeSlot(mentee, { offerId: first, slot: 0 })))).toBe("slotsAnswered");
    const both = await hoursOn(1, () =>
      Promise.all([mentor, mentee].map((actor) => offerSlots(actor, { engagementId, offer: offerOf(60) }))),
    );
    expect(both.map(code)).toEqual(["ok", "ok"]);
    expect(await database().slotOffer.count({ where: { engagementId, state: "open" } })).toBe(1);
  });
});

describe("takeSlot", () => {
  it("makes a session of the time taken and invites both", async () => {
    const story = await anEngagement();
    const offerId = await offered(story, 48, 72);
    const { sessionId } = must(await hoursOn(1, () => takeSlot(story.mentee, { offerId, slot: 1 })));
    const session = await database().mentoringSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(session).toMatchObject({ ...sessionIn(72), state: "scheduled", sequence: 0 });
    const invited = { kind: "sessionInvited", dedupeKey: { contains: sessionId } };
    expect(await database().outgoingMail.count({ where: invited })).toBe(2);
    expect(await readSlotOffer(story.mentor, offerId)).toMatchObject({ state: "accepted", sessionId });
    expect(await events(story.engagementId, "slots.accepted")).toHaveLength(1);
    expect(code(await hoursOn(1, () => takeSlot(story.mentee, { offerId, slot: 0 })))).toBe("slotsAnswered");
  });

  it("is for the other alone, and not for a time that there is none of, has passed or was taken since", async () => {
    const story = await anEngagement();
    const { engagementId, mentor, mentee } = story;
    const offerId = await offered(story, 48, 72);
    const attempt = (actor: typeof mentor, slot: number, hours = 1) =>
      hoursOn(hours, () => takeSlot(actor, { offerId, slot })).then(code);
    expect(await attempt(mentor, 0)).toBe("notFound");
    expect(await attempt(mentee, 4)).toBe("slotGone");
    expect(await attempt(mentee, 0, 50)).toBe("sessionInPast");
    must(await hoursOn(1, () => scheduleSession(mentor, { engagementId, session: sessionIn(72.5) })));
    expect(await attempt(mentee, 1)).toBe("timeTaken");
    expect(await attempt(mentee, 0)).toBe("ok");
  });

  it("lets one of two mentees through who take the same hour of their mentor at once", async () => {
    const first = await anEngagement();
    const second = await anEngagement({ with: first });
    const offers = [await offered(first, 48), await offered(second, 48.5)];
    const answers = await hoursOn(1, () =>
      Promise.all(
        [first, second].map(({ mentee }, n) => takeSlot(mentee, { offerId: offers[n] ?? "", slot: 0 })),
      ),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "timeTaken"]);
  });

  it("lets one of an acceptance and a withdrawal through that meet", async () => {
    const story = await anEngagement();
    const offerId = await offered(story, 48);
    const answers = await hoursOn(1, () =>
      Promise.all([takeSlot(story.mentee, { offerId, slot: 0 }), withdrawSlots(story.mentor, offerId)]),
    );
    expect(answers.map(code).toSorted()).toEqual(["ok", "slotsAnswered"]);
  });
});

describe("the database", () => {
  it("refuses two sessions of a person at once, whoever writes them", async () => {
    const first = await anEngagement();
    const second = await anEngagement({ with: first });
    const write = (engagementId: string, hours: number) =>
      database().mentoringSession.create({
        data: { engagementId, ...sessionIn(hours), scheduledById: "x" },
      });
    const { id } = await write(first.engagementId, 48);
    await expect(write(second.engagementId, 48.5)).rejects.toThrow("SessionSeat_one_at_a_time");
    await write(second.engagementId, 49);
    await expect(
      database().mentoringSession.update({ where: { id }, data: { durationMinutes: 90 } }),
    ).rejects.toThrow("SessionSeat_one_at_a_time");
    await database().mentoringSession.update({ where: { id }, data: { state: "cancelled" } });
    await write(second.engagementId, 47.5);
  });
});
