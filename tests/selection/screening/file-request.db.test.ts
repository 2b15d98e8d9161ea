import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { MAX_FILE_BYTES } from "#app/platform/files.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { NO_FILE } from "#app/selection/candidate/candidate-file.ts";
import { remindCandidate } from "#app/selection/candidate/remind-candidate.server.ts";
import { readDocument } from "#app/selection/document/read-document.server.ts";
import { answerQuestions } from "#app/selection/screening/answer-questions.server.ts";
import { askCandidate } from "#app/selection/screening/ask-candidate.server.ts";
import { findFileRequest, readOwnFileRequest } from "#app/selection/screening/file-request.queries.server.ts";
import type { AskForm } from "#app/selection/screening/file-request.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { checkData } from "#prisma/check-data.ts";
import {
  aConsentedCandidacy,
  aScreening,
  asCandidate,
  asNominee,
  tokenSentTo,
} from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { inDays } from "#tests/support/selection-story.ts";
import { aPdf, aProgram } from "#tests/support/some-files.ts";

const asking = (changes: Partial<AskForm> = {}): AskForm => ({
  fields: ["seniorYears", "career"],
  question: "Which of your posts were at director level, and from when?",
  ...{ explain: null, explainFor: null, documentKind: null },
  dueOn: inDays(10).toISOString().slice(0, 10),
  ...changes,
});
const ANSWER = { seniorYears: 21, career: [] };
const rowOf = (id: string) => database().candidacy.findUniqueOrThrow({ where: { id } });

describe("asking a candidate for more", () => {
  it("opens the fields asked for by a link, tells the candidate, and holds the screening", async () => {
    const story = await aConsentedCandidacy("UNMISS");
    const { candidacyId, officer, nomination } = story;
    const { requestId } = must(await askCandidate(officer, { candidacyId, form: asking() }));
    const mail = await database().outgoingMail.findFirstOrThrow({
      where: { toAddress: nomination.email, kind: "candidateAsked" },
    });
    expect(JSON.stringify(mail.params)).not.toContain("director level");
    const token = await tokenSentTo(nomination.email);
    const stored = await database().fileRequest.findUniqueOrThrow({ where: { id: requestId } });
    expect(stored.tokenHash).not.toContain(token);
    expect(await findFileRequest(token)).toMatchObject({
      ...{ fields: ["seniorYears", "career"], standing: "open", question: asking().question },
    });
    expect(await findFileRequest(`${token}x`)).toBeNull();
    const form = await aScreening(candidacyId);
    expect(await recordScreening(officer, { candidacyId, form })).toMatchObject({
      refusal: { code: "answersAwaited" },
    });
    expect((await candidacyTasks(asCandidate(story))).map(({ id }) => id)).toContain(`answer:${requestId}`);
    expect(await askCandidate(officer, { candidacyId, form: asking() })).toMatchObject({
      refusal: { code: "answersAwaited" },
    });
  });

  it("is refused to others, on one's own case, for too short or too long, and where nothing is screened", async () => {
    const { candidacyId, officer, userId } = await aConsentedCandidacy("UNFICYP");
    const ask = (form = asking(), actor = officer) => askCandidate(actor, { candidacyId, form });
    expect(await ask(asking(), await anAccount("auditor", "A"))).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    expect(await ask(asking(), { ...officer, userId })).toMatchObject({ refusal: { code: "ownCase" } });
    for (const days of [0, 60]) {
      const dueOn = inDays(days).toISOString().slice(0, 10);
      expect(await ask(asking({ dueOn }))).toMatchObject({
        refusal: { code: "answerPeriod", field: "dueOn" },
      });
    }
    await database().candidacy.update({ where: { id: candidacyId }, data: { state: "withdrawn" } });
    expect(await ask()).toMatchObject({ refusal: { code: "wrongState" } });
    await database().candidacy.update({ where: { id: candidacyId }, data: { state: "consented" } });
  });

  it("asks once where two officers ask at the same time", async () => {
    const { candidacyId, officer } = await aConsentedCandidacy("UNDOF");
    const second = await anAccount("secretariat", "Second");
    const answers = await Promise.all(
      [officer, second].map((actor) => askCandidate(actor, { candidacyId, form: asking() })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().fileRequest.count({ where: { candidacyId } })).toBe(1);
  });
});

describe("an explanation in words and a document", () => {
  const explain = "How many people reported to you in the last of them?";
  const wanted = asking({ fields: [], question: "", explain, explainFor: "seniorYears", documentKind: "cv" });
  const aFile = (bytes: Uint8Array<ArrayBuffer>, name = "cv.pdf") => new File([bytes], name);

  it("are asked for by themselves, come by the link alone, and stand with the case beside the requirement", async () => {
    const story = await aConsentedCandidacy("MINURSO");
    const { candidacyId, officer, nomination } = story;
    const versions = () => database().fileVersion.count({ where: { candidacyId } });
    const before = await versions();
    const { requestId } = must(await askCandidate(officer, { candidacyId, form: wanted }));
    const token = await tokenSentTo(nomination.email);
    expect(await findFileRequest(token)).toMatchObject({
      ...{ fields: [], question: "", explain, documentKind: "cv", standing: "open" },
    });
    const answers = { explanation: "Forty, in three offices.", document: aFile(aPdf()) };
    must(await answerQuestions(asNominee(story), { requestId, answers }));
    const [document] = await database().candidacyDocument.findMany({
      where: { candidacyId, answers: { id: requestId } },
    });
    expect(document).toMatchObject({ kind: "cv", ofCandidate: true, addedById: null, name: "cv.pdf" });
    const page = await readCandidacy(officer, candidacyId);
    expect(page?.screening.requests).toMatchObject([
      {
        ...{ explain, explainFor: "seniorYears", explanation: "Forty, in three offices.", changed: [] },
        document: { id: document?.id, name: "cv.pdf" },
      },
    ]);
    expect(page?.file.documents.map(({ id }) => id)).toContain(document?.id);
    expect(await versions()).toBe(before);
    expect(await rowOf(candidacyId)).toMatchObject({ screeningRound: 2 });
    expect(await findFileRequest(token)).toMatchObject({ standing: "answered", explain: "" });
    const events = await database().recordEvent.findMany({
      where: { subjectId: candidacyId, kind: { in: ["candidate.asked", "candidate.answered"] } },
    });
    expect(events.map(({ canonical }) => canonical).join()).not.toMatch(/Forty|reported to you/);
    const read = must(await readDocument(officer, { documentId: document?.id ?? "" }));
    expect(read.contentType).toBe("application/pdf");
    expect(await checkData(database())).toEqual([]);
  });

  it("are taken as any document is: by content, not twice the same, once, and only where asked for", async () => {
    const story = await aConsentedCandidacy("UNISFA");
    const { candidacyId, officer } = story;
    const me = asCandidate(story);
    expect(
      await askCandidate(officer, { candidacyId, form: asking({ ...wanted, explainFor: "rank" }) }),
    ).toMatchObject({ refusal: { code: "requirementGone", field: "explainFor" } });
    const { requestId } = must(await askCandidate(officer, { candidacyId, form: wanted }));
    const answer = (document: File, actor = me) =>
      answerQuestions(actor, { requestId, answers: { explanation: "Forty.", document } });
    expect(await answer(aFile(aProgram()))).toMatchObject({
      refusal: { code: "fileTypeNotAccepted", field: "document" },
    });
    const large = new Uint8Array(MAX_FILE_BYTES + 1);
    expect(await answer(aFile(large))).toMatchObject({
      refusal: { code: "fileTooLarge", field: "document" },
    });
    const there = await database().candidacyDocument.findFirst({
      where: { candidacyId },
      include: { file: true },
    });
    const same = new Uint8Array(there?.file?.bytes ?? []);
    expect(await answer(aFile(same))).toMatchObject({ refusal: { code: "documentThere" } });
    expect(await rowOf(candidacyId)).toMatchObject({ screeningRound: 1 });
    const both = await Promise.all([answer(aFile(aPdf())), answer(aFile(aPdf({ catalog: "/Lang(en)" })))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const mine = { candidacyId, ofCandidate: true };
    expect(await database().candidacyDocument.count({ where: mine })).toBe(1);
    const { requestId: plain } = must(await askCandidate(officer, { candidacyId, form: asking() }));
    const unasked = { ...ANSWER, explanation: "Unasked.", document: aFile(aPdf({ catalog: "/Lang(fr)" })) };
    must(await answerQuestions(me, { requestId: plain, answers: unasked }));
    expect(await database().candidacyDocument.count({ where: mine })).toBe(1);
    expect(await database().fileRequest.findUnique({ where: { id: plain } })).toMatchObject({
      ...{ explanation: null, documentId: null },
    });
  });
});

describe("the candidate's answer", () => {
  it("writes those fields and no others, keeps both versions, and returns the case to its screeners", async () => {
    const story = await aConsentedCandidacy("UNTSO");
    const { candidacyId, officer, personId } = story;
    const second = await anAccount("secretariat", "Second");
    must(await recordScreening(second, { candidacyId, form: await aScreening(candidacyId) }));
    const { requestId } = must(await askCandidate(officer, { candidacyId, form: asking() }));
    const { email } = await database().person.findUniqueOrThrow({ where: { id: personId } });
    const token = await tokenSentTo(email);
    expect((await findFileRequest(token))?.file).toMatchObject({ seniorYears: 20 });
    const before = await rowOf(candidacyId);
    const smuggled = { ...ANSWER, fieldMissions: 30, visionStatement: "Other words" };
    must(await answerQuestions(asNominee(story), { requestId, answers: smuggled }));
    const profile = await database().profile.findUniqueOrThrow({ where: { personId } });
    expect(profile).toMatchObject({ seniorYears: 21, fieldMissions: 3 });
    expect(profile.visionStatement).not.toBe("Other words");
    // Whoever holds the link from now on learns nothing of the file by it.
    expect(await findFileRequest(token)).toMatchObject({
      ...{ standing: "answered", name: "", question: "", file: NO_FILE },
    });
    expect(await database().careerPost.count({ where: { personId } })).toBe(0);
    const kept = await database().fileRequest.findUniqueOrThrow({ where: { id: requestId } });
    expect(kept.changes).toMatchObject({
      seniorYears: { before: 20, after: 21 },
      career: { before: [{ title: "Head of office" }], after: [] },
    });
    expect(await rowOf(candidacyId)).toMatchObject({
      ...{ state: "consented", screeningRound: 2, version: before.version + 1 },
    });
    const told = await database().outgoingMail.findMany({ where: { kind: "candidateAnswered" } });
    const addresses = told.map(({ toAddress }) => toAddress);
    for (const actor of [officer, second]) expect(addresses).toContain(`${actor.userId}@example.org`);
    expect((await candidacyTasks(second)).map(({ id }) => id)).toContain(`answered:${candidacyId}`);
    const page = await readCandidacy(second, candidacyId);
    expect(page?.screening).toMatchObject({ screened: 0, mine: false });
    expect(page?.screening.sheets).toMatchObject([{ superseded: true, own: true }]);
    expect((await readCandidacy(officer, candidacyId))?.screening.sheets).toEqual([]);
    for (const actor of [officer, second])
      must(await recordScreening(actor, { candidacyId, form: await aScreening(candidacyId) }));
    expect(await rowOf(candidacyId)).toMatchObject({ state: "screenedIn" });
    const event = await database().recordEvent.findFirstOrThrow({
      where: { subjectId: candidacyId, kind: "candidate.answered" },
    });
    expect(event.canonical).toContain('"changed":["seniorYears","career"]');
    expect(event.canonical).not.toContain("Head of office");
    expect(await checkData(database())).toEqual([]);
  });

  it("counts once, comes from the candidate alone, and a screener who looked at the old file must look again", async () => {
    const story = await aConsentedCandidacy("UNMOGIP");
    const { candidacyId, officer } = story;
    const stale = await aScreening(candidacyId);
    const { requestId } = must(await askCandidate(officer, { candidacyId, form: asking() }));
    const stranger = { ...asNominee(story), personId: "00000000-0000-7000-8000-000000000000" };
    expect(await answerQuestions(stranger, { requestId, answers: ANSWER })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const nominee = asNominee(story);
    const answers = await Promise.all(
      [1, 2, 3].map(() => answerQuestions(nominee, { requestId, answers: ANSWER })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rowOf(candidacyId)).toMatchObject({ screeningRound: 2 });
    expect(await readOwnFileRequest(candidacyId)).toBeNull();
    expect(await recordScreening(officer, { candidacyId, form: stale })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
  });

  it("is due by its day: then it is taken no more, nobody is rejected for it, and people screen on what there is", async () => {
    const story = await aConsentedCandidacy("UNIFIL");
    const { candidacyId, officer, nomination } = story;
    const form = await aScreening(candidacyId);
    const findings = form.findings.map((one) => ({
      ...one,
      verdict: "cannotTell" as const,
      evidence: "No answer.",
    }));
    const silent = { ...form, findings, passed: false, reasons: ["noAnswer" as const] };
    expect(await recordScreening(officer, { candidacyId, form: silent })).toMatchObject({
      refusal: { code: "reasonUnfounded" },
    });
    const { requestId } = must(await askCandidate(officer, { candidacyId, form: asking() }));
    const reminders = () =>
      database().outgoingMail.count({ where: { toAddress: nomination.email, kind: "candidateReminded" } });
    await at(inDays(9), async () => {
      await remindCandidate(requestId);
      await remindCandidate(requestId);
    });
    expect(await reminders()).toBe(1);
    await at(inDays(12), async () => {
      await remindCandidate(requestId);
      expect(await answerQuestions(asNominee(story), { requestId, answers: ANSWER })).toMatchObject({
        refusal: { code: "questionsOver" },
      });
      expect(await rowOf(candidacyId)).toMatchObject({ state: "consented", screeningRound: 1 });
      must(await recordScreening(officer, { candidacyId, form: silent }));
      expect(await rowOf(candidacyId)).toMatchObject({ state: "consented" });
    });
    expect(await reminders()).toBe(1);
  });
});
