import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { readAgreement, readPairWork } from "#app/mentoring/engagement/pair.queries.server.ts";
import { pairTasks } from "#app/mentoring/engagement/pair-tasks.queries.server.ts";
import { proposeAgreement } from "#app/mentoring/engagement/propose-agreement.server.ts";
import { signAgreement } from "#app/mentoring/engagement/sign-agreement.server.ts";
import { database } from "#app/platform/database.server.ts";
import { agreed, GOAL, propose, shownRevision, sign, someAgreement } from "#tests/support/agreement-story.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement, hoursOn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const mails = async (engagementId: string) =>
  (
    await database().outgoingMail.findMany({
      where: { params: { path: ["link"], equals: `/engagements/${engagementId}/agreement` } },
      orderBy: { createdAt: "asc" },
      select: { kind: true, params: true },
    })
  ).map(({ kind }) => kind);

const tasks = async (actor: Actor) =>
  (await hoursOn(1, () => pairTasks(actor))).map(({ id }) => id.split(":")[0]);

describe("agreeing how to work together", () => {
  it("goes from a proposal over both signatures into force, with tasks and messages on the way", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    expect([await tasks(mentor), await tasks(mentee)]).toEqual([["agree"], ["agree"]]);
    must(await propose(mentee, engagementId));
    expect([await tasks(mentor), await tasks(mentee)]).toEqual([["sign"], ["sign"]]);
    expect(must(await sign(mentee, engagementId))).toEqual({ inForce: false });
    expect([await tasks(mentor), await tasks(mentee)]).toEqual([["sign"], []]);
    expect(must(await sign(mentor, engagementId))).toEqual({ inForce: true });
    expect([await tasks(mentor), await tasks(mentee)]).toEqual([[], []]);
    expect(await mails(engagementId)).toEqual([
      "agreementToSign",
      "agreementAwaits",
      ...["agreementSigned", "agreementSigned"],
    ]);
    const read = await readAgreement(mentor, engagementId);
    expect(read?.signed).toMatchObject({ version: 1, agreement: someAgreement() });
    expect(read?.proposed).toBeNull();
  });

  it("makes the goals of the version in force the pair's, rated by each at the signature", async () => {
    const story = await anEngagement();
    await agreed(story);
    const work = await readPairWork(story.mentee, story.engagementId);
    expect(work?.goals).toMatchObject([
      { text: GOAL, own: { start: 1, middle: null }, other: { start: 2 } },
      { own: { start: 2 }, other: { start: 3 } },
    ]);
  });

  it("a change takes a signature away and says so; saved unchanged it stands", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    must(await propose(mentee, engagementId));
    must(await sign(mentee, engagementId));
    must(await propose(mentor, engagementId));
    expect((await readAgreement(mentee, engagementId))?.proposed).toMatchObject({
      ownSigned: true,
      voidedAt: null,
    });
    must(await propose(mentor, engagementId, { minutes: 90 }));
    const changed = (await readAgreement(mentee, engagementId))?.proposed;
    expect(changed).toMatchObject({ ownSigned: false, otherSigned: false, version: 1 });
    expect(changed?.voidedAt).not.toBeNull();
    expect(await tasks(mentee)).toEqual(["sign"]);
    const [event] = await events(engagementId, "agreement.changed");
    expect(JSON.parse(event?.canonical ?? "").facts).toMatchObject({ version: 1, signatureVoided: true });
    must(await sign(mentor, engagementId));
    expect(must(await sign(mentee, engagementId))).toEqual({ inForce: true });
  });

  it("a later version takes the place of the first once both have signed; a goal that stays keeps its ratings", async () => {
    const story = await anEngagement();
    const { engagementId, mentor, mentee } = story;
    await agreed(story);
    expect(code(await propose(mentor, engagementId))).toBe("agreementSame");
    must(await propose(mentor, engagementId, { goals: ["Rest more.", GOAL] }));
    must(await sign(mentor, engagementId, [5, 5]));
    expect((await readAgreement(mentee, engagementId))?.signed?.version).toBe(1);
    must(await sign(mentee, engagementId, [4, 4]));
    const read = await readAgreement(mentee, engagementId);
    expect([read?.signed?.version, read?.earlier.map(({ version }) => version)]).toEqual([2, [1]]);
    const work = await readPairWork(mentee, engagementId);
    expect(work?.goals.map(({ text, own }) => [text, own.start])).toEqual([
      [GOAL, 1],
      ["Rest more.", 4],
    ]);
    expect(await database().engagementGoal.count({ where: { engagementId, retiredAt: { not: null } } })).toBe(
      1,
    );
  });
});

describe("what stands against it", () => {
  it("nobody signs a text that they have not seen, or twice, or without saying where they stand", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    must(await propose(mentee, engagementId));
    const seen = await shownRevision(mentor, engagementId);
    must(await propose(mentee, engagementId, { minutes: 90 }));
    expect(code(await signAgreement(mentor, { engagementId, marks: [1, 1], ...seen }))).toBe(
      "agreementChanged",
    );
    const short = await sign(mentor, engagementId, [1]);
    expect(short).toMatchObject({ refusal: { code: "markMissing", field: "mark2" } });
    must(await sign(mentor, engagementId));
    expect(code(await sign(mentor, engagementId))).toBe("signedAlready");
  });

  it("is the pair's alone: to everybody else it is not there, and an ended pair agrees on nothing", async () => {
    const { engagementId, mentee } = await anEngagement();
    const stranger = await anEngagement();
    const others = [stranger.mentor, await anAccount("secretariat", "O"), await anAccount("auditor", "A")];
    for (const actor of others) {
      expect(code(await propose(actor, engagementId))).toBe("notFound");
      expect(code(await sign(actor, engagementId))).toBe("notFound");
      expect(await readAgreement(actor, engagementId)).toBeNull();
    }
    await database().engagement.update({ where: { id: engagementId }, data: { state: "ended" } });
    expect(code(await propose(mentee, engagementId))).toBe("pairEnded");
  });

  it("of two who propose at once one is told to look again", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const order = { engagementId, version: 1, revision: 0, agreement: someAgreement() };
    const both = await Promise.all([
      proposeAgreement(mentor, order),
      proposeAgreement(mentee, { ...order, agreement: someAgreement({ minutes: 45 }) }),
    ]);
    expect(both.map(code).toSorted()).toEqual(["agreementChanged", "ok"]);
  });

  it("two who sign at once both sign, and it is in force once", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    must(await propose(mentee, engagementId));
    const seen = await shownRevision(mentor, engagementId);
    const order = { engagementId, marks: [1, 2] as const, ...seen };
    const both = await Promise.all([signAgreement(mentor, order), signAgreement(mentee, order)]);
    expect(both.map((answer) => must(answer).inForce).toSorted()).toEqual([false, true]);
    expect(await database().engagementGoal.count({ where: { engagementId } })).toBe(2);
    expect(await database().goalRating.count({ where: { goal: { engagementId } } })).toBe(4);
  });
});

describe("what others learn", () => {
  it("the secretariat sees that it is signed and when; no word of it is anywhere in clear", async () => {
    const story = await anEngagement();
    await agreed(story);
    const officer = await anAccount("secretariat", "Officer");
    const work = await readPairWork(officer, story.engagementId);
    expect(work?.agreement.signed).toMatchObject({ version: 1, menteeSignedAt: expect.any(String) });
    expect([work?.goals, work?.agreement.proposed]).toEqual([[], undefined]);
    const everywhere = [
      await database().pairAgreement.findMany(),
      await database().engagementGoal.findMany(),
      (await database().recordEvent.findMany({ where: { kind: { startsWith: "agreement" } } })).map(
        ({ canonical }) => canonical,
      ),
      await database().outgoingMail.findMany({ where: { kind: { startsWith: "agreement" } } }),
      work,
    ];
    expect(JSON.stringify(everywhere)).not.toContain(GOAL);
    expect(JSON.stringify(everywhere)).not.toContain("My succession");
  });

  it("home asks as often for many pairs as for one", async () => {
    const story = await anEngagement();
    must(await propose(story.mentee, story.engagementId));
    const few = await countQueries(() => pairTasks(story.mentor));
    for (let n = 0; n < 2; n += 1) await anEngagement({ with: story });
    const many = await countQueries(() => pairTasks(story.mentor));
    expect(many.value.length).toBeGreaterThan(few.value.length);
    expect(many.queries).toBe(few.queries);
  });
});
