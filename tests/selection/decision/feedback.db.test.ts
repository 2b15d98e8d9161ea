import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { declineSelection } from "#app/selection/decision/decline-selection.server.ts";
import {
  listGaps,
  listSharedFeedback,
  readFeedback,
  readOwnFeedback,
  readWaitingFeedback,
} from "#app/selection/decision/feedback.queries.server.ts";
import { readLetter } from "#app/selection/decision/letter.queries.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { sendLetter } from "#app/selection/decision/send-letter.server.ts";
import { shareFeedback } from "#app/selection/decision/share-feedback.server.ts";
import { keepFeedback, releaseFeedback } from "#app/selection/decision/write-feedback.server.ts";
import { mayWriteCase } from "#app/selection/may-write.queries.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { waitingLetters } from "#tests/support/letters.ts";
import { must } from "#tests/support/must.ts";
import { aFinding, aRevealedPanel, signReportOf } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";
const ADVICE = "A year in a mission's planning cell would show what this file does not.";

/** Three judged on different levels, the first selected; every letter and every feedback waits. */
async function aDecision() {
  const story = await aRevealedPanel();
  const { panelId, chair } = story;
  for (const [n, candidacyId] of story.candidacyIds.entries()) {
    const levels = [[3], [2, 4, 3], [3, 1]][n] ?? [];
    const finding = aFinding(story, n < 2 ? "recommended" : "suitable", levels);
    must(await writeFinding(chair, { panelId, candidacyId, finding }));
  }
  await signReportOf(story);
  const [chosen = "", second = "", third = ""] = story.candidacyIds;
  const decider = await anAccount("decisionMaker", "Decider");
  must(await decide(decider, { vacancyId: story.vacancyId, candidacyId: chosen, reasons: REASONS }));
  return { ...story, chosen, second, third, decider };
}

async function tell(officer: Actor, vacancyId: string, candidacyId: string) {
  const letters = await waitingLetters(vacancyId);
  const letter = letters.find((one) => one.candidacyId === candidacyId && one.audience === "candidate");
  if (!letter) throw new Error("There is no such letter");
  const { id: letterId, version, subject, body } = letter;
  must(await sendLetter(officer, { letterId, version, subject, body }));
  return letterId;
}

/** A feedback as the form would post it. */
async function formOf(officer: Actor, candidacyId: string, advice = ADVICE) {
  const page = await readFeedback(officer, candidacyId);
  if (!page) throw new Error("There is no such feedback");
  const points = page.points.map(({ criterionId, text }) => ({ criterionId, text }));
  return { candidacyId, version: page.version, points, advice };
}

async function candidateOf(candidacyId: string): Promise<Actor> {
  const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
  return {
    ...{ userId: null, personId, name: "Candidate", role: "candidate", stateCode: null },
    ...{ roles: [{ role: "candidate", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
}

async function released() {
  const story = await aDecision();
  await tell(story.officer, story.vacancyId, story.second);
  must(await releaseFeedback(story.officer, await formOf(story.officer, story.second)));
  return { ...story, candidate: await candidateOf(story.second) };
}

const mailsTo = (candidacyId: string) =>
  database().outgoingMail.findMany({ where: { dedupeKey: `feedbackReleased:${candidacyId}` } });

describe("the chair of the panel", () => {
  it("changes the words of a feedback that waits, and releases none", async () => {
    const { officer, chair, members, second, vacancyId } = await aDecision();
    const page = await readFeedback(chair, second);
    expect(page).toMatchObject({ mayWrite: true, mayRelease: false, next: null });
    must(await keepFeedback(chair, await formOf(chair, second, "Lead a planning cell for a year.")));
    expect((await readFeedback(officer, second))?.advice).toBe("Lead a planning cell for a year.");
    await tell(officer, vacancyId, second);
    expect(code(await releaseFeedback(chair, await formOf(chair, second)))).toBe("notFound");
    const other = members[1] ?? chair;
    expect(await readFeedback(other, second)).toBeNull();
    const form = await formOf(officer, second);
    expect(code(await keepFeedback(other, form))).toBe("notFound");
    const elsewhere = (await aDecision()).chair;
    expect(await readFeedback(elsewhere, second)).toBeNull();
    expect(code(await keepFeedback(elsewhere, form))).toBe("notFound");
    must(await releaseFeedback(officer, form));
    expect(await readFeedback(chair, second)).toMatchObject({ mayWrite: false, state: "released" });
  });

  it("names nobody else in it, as an officer does not", async () => {
    const { chair, second, third } = await aDecision();
    const { person } = await database().candidacy.findUniqueOrThrow({
      where: { id: third },
      select: { person: { select: { givenName: true, familyName: true } } },
    });
    const form = await formOf(chair, second, `Do as ${person.givenName} ${person.familyName} did.`);
    const { version } = form;
    const answer = await keepFeedback(chair, form);
    expect(answer.ok).toBe(false);
    expect((await readFeedback(chair, second))?.version).toBe(version);
  });
});

describe("feedback to candidates", () => {
  it("is drafted with the letters, for each judged from their own findings alone; no page tells of it", async () => {
    const { vacancyId, candidacyIds, second, officer } = await aDecision();
    const drafted = await database().feedback.findMany({
      where: { vacancyId },
      select: {
        candidacyId: true,
        state: true,
        points: { select: { criterionId: true, level: true, text: true } },
      },
    });
    expect(drafted.map(({ candidacyId }) => candidacyId).toSorted()).toEqual([...candidacyIds].toSorted());
    for (const { candidacyId, state, points } of drafted) {
      expect(state).toBe("awaitingReview");
      const found = await database().findingCriterion.findMany({
        where: { candidacyId },
        select: { criterionId: true, level: true, text: true },
      });
      const sorted = (all: typeof found) =>
        all.toSorted((a, b) => a.criterionId.localeCompare(b.criterionId));
      expect(sorted(points)).toEqual(sorted(found));
    }
    expect(await readOwnFeedback(second)).toBeNull();
    expect((await readOwnCandidacy(second))?.feedback).toBe(false);
    expect((await candidacyTasks(await candidateOf(second))).map(({ id }) => id)).not.toContain(
      `feedback:${second}`,
    );
    expect((await readFeedback(officer, second))?.told).toBe(false);
  });

  it("is never released before the letter; then it tells its reader, by a message that holds none of it", async () => {
    const { vacancyId, second, third, officer } = await aDecision();
    const form = await formOf(officer, second);
    expect(code(await releaseFeedback(officer, form))).toBe("feedbackBeforeLetter");
    const waitingBefore = (await readWaitingFeedback(officer)).count;
    const letterId = await tell(officer, vacancyId, second);
    expect((await readLetter(officer, letterId))?.feedback).toBe("awaitingReview");
    expect((await readWaitingFeedback(officer)).count).toBe(waitingBefore + 1);
    expect(code(await releaseFeedback(officer, { ...form, advice: "" }))).toBe("adviceMissing");
    must(await releaseFeedback(officer, form));
    const own = await readOwnFeedback(second);
    expect(own?.points.map(({ text }) => text)).toEqual(form.points.map(({ text }) => text));
    expect((await readOwnCandidacy(second))?.feedback).toBe(true);
    const [mail] = await mailsTo(second);
    expect(JSON.stringify(mail)).not.toContain(form.points[0]?.text);
    const [event] = await events(second, "candidateFeedback.released");
    expect(event?.canonical).not.toContain(form.points[0]?.text);
    expect((await candidacyTasks(await candidateOf(second))).map(({ id }) => id)).toContain(
      `feedback:${second}`,
    );
    expect(await readOwnFeedback(third)).toBeNull();
    expect(code(await keepFeedback(officer, { ...form, version: form.version + 1 }))).toBe(
      "feedbackReleased",
    );
  });

  it("shows its reader no other's level, no mark, no rank, no weight and no name", async () => {
    const { second, candidate, members } = await released();
    const own = await readOwnFeedback(second);
    const { personId, ...shown } = own ?? { personId: null };
    expect(personId).toBe(candidate.personId);
    const text = JSON.stringify(shown);
    for (const { name } of members) expect(text).not.toContain(`"${name}"`);
    const keys = [...text.matchAll(/"(\w+)":/g)].map(([, key]) => key ?? "");
    expect(keys.filter((key) => /weight|rank|average|mean|minimum|reason|evidence|sheet/i.test(key))).toEqual(
      [],
    );
    expect(own?.points.map(({ level, side }) => [level, side])).toEqual([
      [2, "development"],
      [4, "strength"],
      [3, "strength"],
      [2, "development"],
    ]);
    const others = await database().person.findMany({
      where: { candidacies: { some: { vacancy: { candidacies: { some: { id: second } } } } } },
      select: { familyName: true, candidacies: { select: { id: true } } },
    });
    for (const { familyName } of others) expect(text).not.toContain(familyName);
  });

  it("names nobody else and quotes no member", async () => {
    const { vacancyId, chosen, second, officer } = await aDecision();
    const form = await formOf(officer, second);
    const { person } = await database().candidacy.findUniqueOrThrow({
      where: { id: chosen },
      select: { person: { select: { givenName: true, familyName: true } } },
    });
    const [, ...rest] = form.points;
    const first = { criterionId: form.points[0]?.criterionId ?? "", text: "" };
    const named = { ...first, text: `Less than ${person.givenName} ${person.familyName} in talks.` };
    expect(await keepFeedback(officer, { ...form, points: [named, ...rest] })).toMatchObject({
      refusal: { code: "namesInFeedback", field: "points[0].text" },
    });
    const entry = await database().scoreEntry.findFirstOrThrow({
      where: { sheet: { candidacyId: second } },
      select: { sheetId: true, criterionId: true },
    });
    const evidence = "This one has never once answered a hard question in my own long memory.";
    await database().scoreEntry.update({ where: { sheetId_criterionId: entry }, data: { evidence } });
    expect(await keepFeedback(officer, { ...form, advice: `As was said: ${evidence}` })).toMatchObject({
      refusal: { code: "quoteInFeedback", field: "advice" },
    });
    must(await keepFeedback(officer, form));
    expect(await events(second, "candidateFeedback.kept")).toHaveLength(1);
    expect(await database().feedback.count({ where: { vacancyId, state: "released" } })).toBe(0);
  });

  it("is released once by two who release at the same moment, and what was kept meanwhile is not lost", async () => {
    const { vacancyId, second, third, officer } = await aDecision();
    for (const id of [second, third]) await tell(officer, vacancyId, id);
    const form = await formOf(officer, second);
    const answers = await Promise.all([releaseFeedback(officer, form), releaseFeedback(officer, form)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mailsTo(second)).toHaveLength(1);
    const other = await formOf(officer, third);
    must(await keepFeedback(officer, { ...other, advice: `${ADVICE} And a course.` }));
    expect(code(await releaseFeedback(officer, other))).toBe("changedMeanwhile");
    expect((await readFeedback(officer, third))?.advice).toContain("And a course.");
  });

  it("is superseded with its letter, and waits again in the words it had when all is decided anew", async () => {
    const { vacancyId, chosen, second, officer, decider } = await aDecision();
    await tell(officer, vacancyId, chosen);
    must(await keepFeedback(officer, await formOf(officer, second)));
    const form = await formOf(officer, second);
    must(await declineSelection(await candidateOf(chosen), { candidacyId: chosen, reason: "" }));
    expect(code(await releaseFeedback(officer, form))).toBe("feedbackSuperseded");
    expect((await readFeedback(officer, second))?.state).toBe("superseded");
    must(await decide(decider, { vacancyId, candidacyId: second, reasons: REASONS }));
    const again = await readFeedback(officer, second);
    expect(again).toMatchObject({ state: "awaitingReview", advice: ADVICE, told: false });
    await tell(officer, vacancyId, second);
    must(await releaseFeedback(officer, await formOf(officer, second)));
    must(await releaseFeedback(officer, await formOf(officer, chosen)));
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("feedback-after-letter");
  });

  it("is the secretariat's to write, an auditor's to read, and nobody's who is recused or was a candidate", async () => {
    const { vacancyId, chosen, second, officer, decider, members } = await aDecision();
    await tell(officer, vacancyId, second);
    const form = await formOf(officer, second);
    const auditor = await anAccount("auditor", "Auditor");
    expect((await readFeedback(auditor, second))?.mayWrite).toBe(false);
    for (const actor of [auditor, decider, members[0] ?? decider])
      expect(code(await releaseFeedback(actor, form))).toBe("notFound");
    expect(await readFeedback(decider, second)).toBeNull();
    const userId = members[1]?.userId ?? "";
    const member = await database().panelMember.findFirstOrThrow({ where: { userId } });
    await database().conflict.create({
      data: { memberId: member.id, candidacyId: second, source: "declared", note: "Worked together." },
    });
    const rival = await anAccount("secretariat", "Rival");
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: chosen } });
    await database().person.update({ where: { id: personId }, data: { userId: rival.userId } });
    for (const actor of [{ ...officer, userId }, rival]) {
      expect(await readFeedback(actor, second)).toBeNull();
      expect(code(await keepFeedback(actor, form))).toBe("notFound");
      expect((await readWaitingFeedback(actor)).first).not.toBe(second);
    }
    expect(code(await keepFeedback(officer, { ...form, candidacyId: randomUUID() }))).toBe("notFound");
  });

  it("is shared with the cadre by its candidate alone, and gone from there as soon as they take it back", async () => {
    const { second, third, candidate, officer } = await released();
    const personId = candidate.personId ?? "";
    const shown = () => listSharedFeedback(officer, personId);
    expect(await shown()).toEqual([]);
    const stranger = await candidateOf(third);
    expect(code(await shareFeedback(stranger, { candidacyId: second, share: true }))).toBe("notFound");
    expect(await mayWriteCase(stranger, "candidateFeedback.share", second)).toBe(false);
    expect(code(await shareFeedback(officer, { candidacyId: second, share: true }))).toBe("notFound");
    expect(code(await shareFeedback(stranger, { candidacyId: third, share: true }))).toBe("notFound");
    must(await shareFeedback(candidate, { candidacyId: second, share: true }));
    must(await shareFeedback(candidate, { candidacyId: second, share: true }));
    const [one, ...more] = await shown();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ candidacyId: second, advice: ADVICE });
    expect(one?.points.map(({ level, side }) => [level, side])).toEqual([
      [2, "development"],
      [2, "development"],
    ]);
    expect(await listSharedFeedback(await anAccount("auditor", "Auditor"), personId)).toEqual([]);
    // For a plan the member agrees apart from it: neither consent stands for the other.
    expect(await listGaps(officer, { personId, agrees: true })).toEqual([one]);
    expect(await listGaps(officer, { personId, agrees: false })).toEqual([]);
    const tasks = await candidacyTasks(candidate);
    expect(tasks.map(({ id }) => id)).not.toContain(`feedback:${second}`);
    must(await shareFeedback(candidate, { candidacyId: second, share: false }));
    expect(await shown()).toEqual([]);
    expect(await events(second, "candidateFeedback.shared")).toHaveLength(2);
  });

  it("asks the database as often for few criteria as for many", async () => {
    const { second, candidate, officer } = await released();
    const count = async (work: () => Promise<unknown>) => (await countQueries(work)).queries;
    must(await shareFeedback(candidate, { candidacyId: second, share: true }));
    const personId = candidate.personId ?? "";
    const counts = () =>
      Promise.all([
        count(() => readOwnFeedback(second)),
        count(() => readFeedback(officer, second)),
        count(() => listSharedFeedback(officer, personId)),
      ]);
    const before = await counts();
    await database().feedbackPoint.deleteMany({ where: { candidacyId: second, side: "strength" } });
    expect(await counts()).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(14);
  });
});
