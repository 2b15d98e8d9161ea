import { describe, expect, it } from "vitest";
import { askPair } from "#app/mentoring/engagement/ask-pair.server.ts";
import { readEngagement } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { sessionTasks } from "#app/mentoring/session/session-tasks.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement, hoursOn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const DAYS = 24;
const mails = (engagementId: string) =>
  database().outgoingMail.findMany({
    where: { kind: "pairAsked", dedupeKey: { contains: engagementId } },
    orderBy: { toAddress: "asc" },
  });

describe("asking a quiet pair how it is", () => {
  it("writes to both, is recorded without a word of theirs, and shows on the page", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const officer = await anAccount("secretariat", "Officer");
    must(await askPair(officer, engagementId));
    const told = await mails(engagementId);
    expect(told.map(({ toAddress }) => toAddress).toSorted()).toEqual(
      [mentor, mentee].map(({ userId }) => `${userId}@example.org`).toSorted(),
    );
    expect(told[0]?.params).toMatchObject({ link: `/engagements/${engagementId}` });
    expect(await events(engagementId, "engagement.asked")).toHaveLength(1);
    expect((await readEngagement(officer, engagementId))?.askedAt).not.toBeNull();
  });

  it("happens once in two weeks, however many ask at once", async () => {
    const { engagementId } = await anEngagement();
    const officer = await anAccount("secretariat", "Officer");
    const answers = await hoursOn(0, () => Promise.all([1, 2, 3].map(() => askPair(officer, engagementId))));
    expect(answers.map(code).toSorted()).toEqual(["askedLately", "askedLately", "ok"]);
    expect(await mails(engagementId)).toHaveLength(2);
    expect(code(await hoursOn(13 * DAYS, () => askPair(officer, engagementId)))).toBe("askedLately");
    expect(code(await hoursOn(15 * DAYS, () => askPair(officer, engagementId)))).toBe("ok");
    expect(await mails(engagementId)).toHaveLength(4);
  });

  it("takes the task off the home for as long", async () => {
    const { engagementId } = await anEngagement();
    const officer = await anAccount("secretariat", "Officer");
    const waits = (days: number) =>
      hoursOn(days * DAYS, async () =>
        (await sessionTasks(officer)).some(({ id }) => id === `quiet:${engagementId}`),
      );
    expect(await waits(60)).toBe(true);
    must(await hoursOn(60 * DAYS, () => askPair(officer, engagementId)));
    expect(await waits(73)).toBe(false);
    expect(await waits(75)).toBe(true);
  });

  it("is for the secretariat, of a pair under way", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const auditor = await anAccount("auditor", "Auditor");
    for (const actor of [mentor, mentee, auditor]) {
      expect(code(await askPair(actor, engagementId))).toBe("notFound");
    }
    const officer = await anAccount("secretariat", "Officer");
    await database().engagement.update({ where: { id: engagementId }, data: { state: "ended" } });
    expect(code(await askPair(officer, engagementId))).toBe("wrongState");
    expect(await mails(engagementId)).toEqual([]);
  });
});
