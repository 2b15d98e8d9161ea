import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { answerConcern, closeConcern } from "#app/mentoring/concern/answer-concern.server.ts";
import { listConcerns, readConcern, readContacts } from "#app/mentoring/concern/concern.queries.server.ts";
import { handOverConcern } from "#app/mentoring/concern/hand-over-concern.server.ts";
import { nameContact } from "#app/mentoring/concern/name-contact.server.ts";
import { raiseConcern } from "#app/mentoring/concern/raise-concern.server.ts";
import { pairTasks } from "#app/mentoring/engagement/pair-tasks.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement, type EngagementStory } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const SECRET = "My mentor asks me for favours.";
let officer: Actor;
let conduct: Actor;

beforeEach(async () => {
  [officer, conduct] = [
    await anAccount("secretariat", "Programme"),
    await anAccount("secretariat", "Conduct"),
  ];
  must(await nameContact(officer, { kind: "programme", userId: officer.userId ?? "" }));
  must(await nameContact(officer, { kind: "conduct", userId: conduct.userId ?? "" }));
});

const raise = ({ engagementId, mentee }: EngagementStory, contact: "programme" | "conduct" = "conduct") =>
  raiseConcern(mentee, { engagementId, contact, text: SECRET }).then(must);

describe("a concern", () => {
  it("goes to the officer named, who answers and closes it; whoever raised it follows", async () => {
    const story = await anEngagement();
    const { concernId } = await raise(story);
    expect((await pairTasks(conduct)).map(({ id }) => id)).toContain(`concern:${concernId}`);
    expect(await readConcern(conduct, concernId)).toMatchObject({
      ...{ handles: true, state: "open", raiser: "Noor Diallo", mentor: "Awa Diallo" },
      messages: [{ fromRaiser: true, text: SECRET }],
    });
    expect(code(await closeConcern(conduct, concernId))).toBe("concernUnanswered");
    must(await answerConcern(story.mentee, { concernId, text: "It happened twice." }));
    expect((await readConcern(conduct, concernId))?.state).toBe("open");
    must(await answerConcern(conduct, { concernId, text: "I will speak to you first." }));
    expect(await readConcern(story.mentee, concernId)).toMatchObject({
      ...{ handles: false, state: "handled", handler: "Conduct" },
      messages: [{}, {}, { fromRaiser: false, text: "I will speak to you first." }],
    });
    expect((await pairTasks(conduct)).map(({ id }) => id)).not.toContain(`concern:${concernId}`);
    must(await closeConcern(conduct, concernId));
    expect(code(await answerConcern(story.mentee, { concernId, text: "More." }))).toBe("concernClosed");
    expect(code(await closeConcern(conduct, concernId))).toBe("wrongState");
    const kinds = (await events(concernId)).map(({ kind }) => kind);
    expect(kinds).toEqual(["concern.raised", "concern.added", "concern.answered", "concern.closed"]);
    const mails = await database().outgoingMail.findMany({
      where: { params: { path: ["link"], equals: `/concerns/${concernId}` } },
      select: { kind: true, toAddress: true },
    });
    expect(mails.map(({ kind, toAddress }) => [kind, toAddress.slice(0, 36)]).toSorted()).toEqual(
      [
        ["concernAnswered", story.mentee.userId],
        ["concernAnswered", story.mentee.userId],
        ["concernRaised", conduct.userId],
        ["concernRaised", conduct.userId],
      ].toSorted(),
    );
  });

  it("is not there for the other side, another officer, an auditor or a stranger", async () => {
    const story = await anEngagement();
    const { concernId } = await raise(story);
    const stranger = await anEngagement();
    const others = [story.mentor, officer, await anAccount("auditor", "A"), stranger.mentee];
    for (const actor of others) {
      expect(await readConcern(actor, concernId)).toBeNull();
      expect((await listConcerns(actor, 1)).concerns.map(({ id }) => id)).not.toContain(concernId);
      expect(code(await answerConcern(actor, { concernId, text: "x" }))).toBe("notFound");
      expect(code(await closeConcern(actor, concernId))).toBe("notFound");
    }
    const asMentor = { ...story.mentor, role: "mentee" as const };
    expect(await readConcern(asMentor, concernId)).toBeNull();
  });

  it("leaves no word in the database, the record or a message, and no name of who raised it in the record", async () => {
    const story = await anEngagement();
    const { concernId } = await raise(story);
    const [event] = await events(concernId, "concern.raised");
    expect([event?.actorId, event?.actorRole]).toEqual([null, null]);
    for (const id of [story.mentee.userId, story.mentee.personId, story.engagementId]) {
      expect(event?.canonical).not.toContain(id);
    }
    const everywhere = [
      await database().concernMessage.findMany(),
      await database().outgoingMail.findMany({ where: { kind: "concernRaised" } }),
      (await events(concernId)).map(({ canonical }) => canonical),
    ];
    expect(JSON.stringify(everywhere)).not.toContain("favours");
    expect(JSON.stringify(everywhere[1])).not.toContain("Noor");
  });

  it("is raised by one of the pair, to somebody named who is not one of them", async () => {
    const story = await anEngagement();
    const { engagementId, mentor, mentee } = story;
    const order = { engagementId, contact: "programme", text: SECRET } as const;
    expect(code(await raiseConcern(officer, order))).toBe("notFound");
    expect(code(await raiseConcern((await anEngagement()).mentor, order))).toBe("notFound");
    await database().roleGrant.create({ data: { userId: mentor.userId ?? "", role: "secretariat" } });
    must(await nameContact(officer, { kind: "programme", userId: mentor.userId ?? "" }));
    expect(await raiseConcern(mentee, order)).toMatchObject({
      refusal: { code: "contactOfPair", field: "contact" },
    });
    await database().concernContact.delete({ where: { kind: "programme" } });
    expect(code(await raiseConcern(mentee, order))).toBe("noContact");
    await database().engagement.update({ where: { id: engagementId }, data: { state: "ended" } });
    expect(code(await raiseConcern(mentee, { ...order, contact: "conduct" }))).toBe("ok");
  });

  it("lists ask as often for many as for one", async () => {
    const story = await anEngagement();
    await raise(story);
    const few = await countQueries(() => listConcerns(story.mentee, 1));
    await raise(story);
    await raise(story, "programme");
    const many = await countQueries(() => listConcerns(story.mentee, 1));
    expect([few.value.total, many.value.total]).toEqual([1, 3]);
    expect(many.queries).toBe(few.queries);
  });
});

describe("naming who takes concerns", () => {
  it("is the secretariat's, of its own accounts", async () => {
    const auditor = await anAccount("auditor", "A");
    const order = { kind: "conduct", userId: auditor.userId ?? "" } as const;
    expect(code(await nameContact(auditor, order))).toBe("notFound");
    expect(await nameContact(officer, order)).toMatchObject({
      refusal: { code: "officerUnknown", field: "userId" },
    });
    expect(await readContacts()).toMatchObject([{ name: "Programme" }, { name: "Conduct" }]);
  });

  it("opens no concern raised before to whoever names themself, and the record says that they did", async () => {
    const story = await anEngagement();
    const { concernId } = await raise(story);
    const next = await anAccount("secretariat", "Next");
    must(await nameContact(next, { kind: "conduct", userId: next.userId ?? "" }));
    expect(await readConcern(next, concernId)).toBeNull();
    expect((await pairTasks(next)).map(({ id }) => id)).not.toContain(`concern:${concernId}`);
    expect(await readConcern(conduct, concernId)).toMatchObject({ handles: true });
    expect(await readConcern(story.mentee, concernId)).toMatchObject({
      leftBehind: null,
      handler: "Conduct",
    });
    const named = (await events("conduct", "concernContact.namedSelf")).at(-1);
    expect(named?.actorId).toBe(next.userId);
    expect(named?.canonical).toContain(conduct.userId);
    expect(code(await handOverConcern(story.mentee, concernId))).toBe("wrongState");
  });
});

describe("a concern whose officer has left", () => {
  const leave = ({ userId }: Actor) =>
    database().roleGrant.updateMany({ where: { userId: userId ?? "" }, data: { revokedAt: new Date() } });

  it("goes to the officer named now by the word of whoever raised it alone", async () => {
    const story = await anEngagement();
    const { concernId } = await raise(story);
    const next = await anAccount("secretariat", "Next");
    await leave(conduct);
    expect(await readConcern(story.mentee, concernId)).toMatchObject({ leftBehind: { next: null } });
    expect(code(await handOverConcern(story.mentee, concernId))).toBe("noContact");
    const another = { engagementId: story.engagementId, contact: "conduct", text: SECRET } as const;
    expect(code(await raiseConcern(story.mentee, another))).toBe("noContact");
    expect(await readContacts()).toMatchObject([{ name: "Programme" }, { userId: null, name: null }]);
    must(await nameContact(officer, { kind: "conduct", userId: next.userId ?? "" }));
    for (const actor of [next, officer, story.mentor, (await anEngagement()).mentee]) {
      expect(code(await handOverConcern(actor, concernId))).toBe("notFound");
      expect(await readConcern(actor, concernId)).toBeNull();
    }
    expect(await readConcern(story.mentee, concernId)).toMatchObject({ leftBehind: { next: "Next" } });
    expect((await pairTasks(story.mentee)).map(({ id }) => id)).toContain(`leftConcern:${concernId}`);
    expect((await pairTasks(story.mentor)).map(({ id }) => id)).not.toContain(`leftConcern:${concernId}`);
    const both = [handOverConcern(story.mentee, concernId), handOverConcern(story.mentee, concernId)];
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readConcern(next, concernId)).toMatchObject({ handles: true, messages: [{ text: SECRET }] });
    expect((await pairTasks(story.mentee)).map(({ id }) => id)).not.toContain(`leftConcern:${concernId}`);
    const told = await events(concernId, "concern.handedOver");
    expect(told.map(({ actorId }) => actorId)).toEqual([null]);
  });

  it("keeps each answer under the name of the officer who wrote it", async () => {
    const story = await anEngagement();
    const { concernId } = await raise(story);
    must(await answerConcern(conduct, { concernId, text: "I look into it." }));
    await leave(conduct);
    const next = await anAccount("secretariat", "Next");
    must(await nameContact(officer, { kind: "conduct", userId: next.userId ?? "" }));
    must(await handOverConcern(story.mentee, concernId));
    must(await answerConcern(story.mentee, { concernId, text: "Thank you." }));
    must(await answerConcern(next, { concernId, text: "I go on with it." }));
    for (const actor of [story.mentee, next]) {
      const read = await readConcern(actor, concernId);
      expect(read?.handler).toBe("Next");
      expect(read?.messages.map(({ author }) => author)).toEqual([
        ...["Noor Diallo", "Conduct", "Noor Diallo", "Next"],
      ]);
    }
  });

  it("is handed to nobody of its pair, nor once it is closed", async () => {
    const story = await anEngagement();
    const [open, closed] = [await raise(story), await raise(story)];
    must(await answerConcern(conduct, { ...closed, text: "Done." }));
    must(await closeConcern(conduct, closed.concernId));
    const userId = story.mentor.userId ?? "";
    await database().roleGrant.create({ data: { userId, role: "secretariat" } });
    must(await nameContact(officer, { kind: "conduct", userId }));
    await leave(conduct);
    expect(code(await handOverConcern(story.mentee, open.concernId))).toBe("noContact");
    expect(code(await handOverConcern(story.mentee, closed.concernId))).toBe("concernClosed");
  });
});
