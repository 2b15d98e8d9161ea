import { describe, expect, it } from "vitest";
import { endEngagement } from "#app/mentoring/engagement/end-engagement.server.ts";
import { answerExtension, proposeExtension } from "#app/mentoring/engagement/extend-engagement.server.ts";
import { readOwnPair } from "#app/mentoring/engagement/pair.queries.server.ts";
import { pairTasks } from "#app/mentoring/engagement/pair-tasks.queries.server.ts";
import { planReviews } from "#app/mentoring/engagement/plan-reviews.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { anEngagement } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const lastDay = async (id: string) =>
  (await database().engagement.findUniqueOrThrow({ where: { id } })).endsOn.toISOString().slice(0, 10);

describe("going on longer", () => {
  it("is agreed by both, moves the last review, and takes no place more", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const span = { engagementId, startedOn: "2027-01-15", endsOn: "2028-01-15" };
    await inTransaction((tx) => planReviews(tx, span));
    must(await proposeExtension(mentee, { engagementId, months: 3 }));
    expect(await lastDay(engagementId)).toBe("2028-01-15");
    expect((await pairTasks(mentor)).map(({ id }) => id)).toContain(`extension:${engagementId}`);
    expect((await pairTasks(mentee)).map(({ id }) => id)).not.toContain(`extension:${engagementId}`);
    expect(code(await answerExtension(mentee, { engagementId, answer: "agreed" }))).toBe("notFound");
    must(await answerExtension(mentor, { engagementId, answer: "agreed" }));
    expect(await lastDay(engagementId)).toBe("2028-04-15");
    const review = await database().pairReview.findFirstOrThrow({ where: { engagementId, moment: "end" } });
    expect(review.dueOn.toISOString()).toContain("2028-04-15");
    const { activePairs } = await database().mentor.findUniqueOrThrow({
      where: { personId: mentor.personId ?? "" },
    });
    expect(activePairs).toBe(1);
    expect(await events(engagementId, "extension.answered")).toHaveLength(1);
    const kinds = await database().outgoingMail.findMany({
      where: { kind: { startsWith: "extension" }, params: { path: ["endsOn"], equals: "2028-04-15" } },
    });
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["extensionAgreed", "extensionAsked"]);
  });

  it("happens twice at most, one at a time, and no longer than the mentor is there", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const goOn = async (months: number) => {
      must(await proposeExtension(mentee, { engagementId, months }));
      return answerExtension(mentor, { engagementId, answer: "agreed" });
    };
    must(await goOn(1));
    must(await proposeExtension(mentor, { engagementId, months: 1 }));
    expect(code(await proposeExtension(mentee, { engagementId, months: 1 }))).toBe("extensionWaits");
    must(await answerExtension(mentor, { engagementId, answer: "declined" }));
    await database().mentor.update({
      where: { personId: mentor.personId ?? "" },
      data: { availableTo: new Date("2028-03-15") },
    });
    expect(await proposeExtension(mentee, { engagementId, months: 2 })).toMatchObject({
      refusal: { code: "mentorAwayThen", field: "months" },
    });
    must(await goOn(1));
    expect(code(await proposeExtension(mentee, { engagementId, months: 1 }))).toBe("extendedOften");
    expect(await lastDay(engagementId)).toBe("2028-03-15");
  });

  it("declined, the pair ends on the day it had; agreed twice at once, it moves once", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    must(await proposeExtension(mentee, { engagementId, months: 6 }));
    must(await answerExtension(mentor, { engagementId, answer: "declined" }));
    expect(await lastDay(engagementId)).toBe("2028-01-15");
    must(await proposeExtension(mentee, { engagementId, months: 6 }));
    const order = { engagementId, answer: "agreed" } as const;
    const both = await Promise.all([answerExtension(mentor, order), answerExtension(mentor, order)]);
    expect(both.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    expect(await lastDay(engagementId)).toBe("2028-07-15");
  });

  it("falls with the pair, and is nobody else's", async () => {
    const { engagementId, mentor, mentee } = await anEngagement();
    const officer = await anAccount("secretariat", "O");
    expect(code(await proposeExtension(officer, { engagementId, months: 1 }))).toBe("notFound");
    expect(await readOwnPair(officer, engagementId)).toBeNull();
    must(await proposeExtension(mentee, { engagementId, months: 1 }));
    must(await endEngagement(mentor, { engagementId, another: false }));
    expect(code(await answerExtension(mentor, { engagementId, answer: "agreed" }))).toBe("changedMeanwhile");
    expect(code(await proposeExtension(mentee, { engagementId, months: 1 }))).toBe("pairEnded");
  });
});
