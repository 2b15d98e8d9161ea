import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { answerReference } from "#app/selection/clearance/answer-reference.server.ts";
import { askReferee } from "#app/selection/clearance/ask-referee.server.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { findReference, readReferences } from "#app/selection/clearance/reference.queries.server.ts";
import { remindReferee } from "#app/selection/clearance/remind-referee.server.ts";
import {
  aScreenedCandidacy,
  asCandidate,
  clearUntil,
  someReferee,
  someReference,
  tokenSentTo,
} from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { inDays } from "#tests/support/selection-story.ts";

/** A candidacy screened in, with its references gate and an officer who vets. */
async function aReferenceGate(acronym: string) {
  const vetting = await anAccount("vettingOfficer", "Vetting");
  const story = await aScreenedCandidacy(acronym);
  const gate = await database().clearance.findUniqueOrThrow({
    where: { candidacyId_kind: { candidacyId: story.candidacyId, kind: "references" } },
  });
  return { ...story, vetting, clearanceId: gate.id };
}

const WORDS = "Kept two hundred people working together.";

describe("a referee", () => {
  it("is asked by a link of which only the hash is kept, and answers without an account, once", async () => {
    const { vetting, clearanceId, candidacyId, officer } = await aReferenceGate("UNMISS");
    const referee = someReferee();
    const { referenceId } = must(await askReferee(vetting, { clearanceId, referee }));
    const token = await tokenSentTo(referee.email);
    const stored = await database().reference.findUniqueOrThrow({ where: { id: referenceId } });
    expect(stored.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(stored.tokenHash).not.toContain(token);
    expect(await findReference(token)).toMatchObject({ standing: "waiting", referee: referee.name });
    const mail = await database().outgoingMail.findFirstOrThrow({ where: { toAddress: referee.email } });
    expect(JSON.stringify(mail.params)).not.toContain("UNMISS");
    const answers = someReference({ words: WORDS });
    const given = await Promise.all([1, 2, 3].map(() => answerReference({ token, answers })));
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await answerReference({ token, answers })).toMatchObject({ refusal: { code: "referenceGiven" } });
    expect(await findReference(token)).toMatchObject({ standing: "answered" });
    const kept = await database().reference.findUniqueOrThrow({ where: { id: referenceId } });
    expect(kept.answers).not.toContain("hundred");
    const page = await readReferences(officer, candidacyId);
    expect(page?.references).toMatchObject([{ state: "answered", answers: { words: WORDS, again: "yes" } }]);
    const events = await database().recordEvent.findMany({ where: { subjectId: referenceId } });
    expect(events.map(({ kind }) => kind).sort()).toEqual(["reference.asked", "reference.given"]);
    expect(events.map(({ canonical }) => canonical).join()).not.toMatch(/hundred|example\.org/);
  });

  it("has no way in with a guessed or an expired link, nor after the case has ended", async () => {
    const story = await aReferenceGate("UNFICYP");
    const { vetting, clearanceId } = story;
    const referee = someReferee();
    must(await askReferee(vetting, { clearanceId, referee }));
    const token = await tokenSentTo(referee.email);
    const answer = (secret = token) => answerReference({ token: secret, answers: someReference() });
    expect(await answer(`${token}x`)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await findReference("")).toBeNull();
    await at(inDays(22), async () => {
      expect(await answer()).toMatchObject({ refusal: { code: "referenceOver" } });
      expect(await findReference(token)).toMatchObject({ standing: "expired" });
    });
    must(await withdrawCandidacy(asCandidate(story), { candidacyId: story.candidacyId }));
    expect(await answer()).toMatchObject({ refusal: { code: "referenceOver" } });
    expect(await findReference(token)).toMatchObject({ standing: "expired" });
  });

  it("who is asked again gets a new link, and the former serves no more", async () => {
    const { vetting, clearanceId } = await aReferenceGate("UNDOF");
    const referee = someReferee();
    must(await askReferee(vetting, { clearanceId, referee }));
    const former = await tokenSentTo(referee.email);
    await at(inDays(3), async () => must(await askReferee(vetting, { clearanceId, referee })));
    const present = await tokenSentTo(referee.email);
    expect(present).not.toBe(former);
    expect(await findReference(former)).toBeNull();
    must(await answerReference({ token: present, answers: someReference() }));
    expect(await askReferee(vetting, { clearanceId, referee })).toMatchObject({
      refusal: { code: "refereeAnswered", field: "email" },
    });
    expect(await database().reference.count({ where: { clearanceId } })).toBe(1);
  });

  it("is reminded a week later and once more, by the same link, and not after answering", async () => {
    const { vetting, clearanceId } = await aReferenceGate("UNISFA");
    const referee = someReferee();
    const { referenceId } = must(await askReferee(vetting, { clearanceId, referee }));
    const token = await tokenSentTo(referee.email);
    const reminders = () =>
      database().outgoingMail.findMany({ where: { toAddress: referee.email, kind: "referenceReminder" } });
    const waitingJobs = await database().$queryRaw<{ runs: Date }[]>`
      select run_at as runs from graphile_worker.jobs where key = ${`remind:${referenceId}`}`;
    expect(waitingJobs).toHaveLength(1);
    await remindReferee(referenceId);
    expect(await reminders()).toHaveLength(0);
    for (const days of [7.1, 7.2, 14.1, 14.5, 20]) await at(inDays(days), () => remindReferee(referenceId));
    const sent = await reminders();
    expect(sent).toHaveLength(2);
    expect(sent.map(({ params }) => JSON.stringify(params)).every((params) => params.includes(token))).toBe(
      true,
    );
    must(await answerReference({ token, answers: someReference() }));
    await at(inDays(14.2), () => remindReferee(referenceId));
    expect(await reminders()).toHaveLength(2);
  });
});

describe("references", () => {
  it("are asked for by vetting officers alone, on the references gate alone, and of so many at most", async () => {
    const { vetting, officer, clearanceId, candidacyId } = await aReferenceGate("UNTSO");
    const ask = (actor = vetting, id = clearanceId) =>
      askReferee(actor, { clearanceId: id, referee: someReferee() });
    expect(await ask(officer)).toMatchObject({ refusal: { code: "notPermitted" } });
    const medical = await database().clearance.findFirstOrThrow({ where: { candidacyId, kind: "medical" } });
    expect(await ask(vetting, medical.id)).toMatchObject({ refusal: { code: "notFound" } });
    for (let n = 0; n < 8; n += 1) must(await ask());
    expect(await ask()).toMatchObject({ refusal: { code: "tooManyReferees" } });
  });

  it("are found clear only when two have answered; not given, at any time", async () => {
    const { vetting, clearanceId } = await aReferenceGate("UNMIK");
    const record = () => recordClearance(vetting, { clearanceId, answer: clearUntil(0) });
    expect(await record()).toMatchObject({
      refusal: { code: "referencesOutstanding", params: { answered: 0, least: 2 } },
    });
    for (const expected of ["referencesOutstanding", null]) {
      const referee = someReferee();
      must(await askReferee(vetting, { clearanceId, referee }));
      must(await answerReference({ token: await tokenSentTo(referee.email), answers: someReference() }));
      const result = await record();
      if (expected) expect(result).toMatchObject({ refusal: { code: expected } });
      else must(result);
    }
  });

  it("are closed to the candidate, the panel, the state, those who decide, and an officer on the panel", async () => {
    const story = await aReferenceGate("UNMOGIP");
    const { vetting, officer, clearanceId, candidacyId, vacancyId, focalPoint, userId } = story;
    const referee = someReferee();
    must(await askReferee(vetting, { clearanceId, referee }));
    must(
      await answerReference({
        token: await tokenSentTo(referee.email),
        answers: someReference({ words: WORDS }),
      }),
    );
    const closedTo = [
      asCandidate(story),
      focalPoint,
      await anAccount("panelMember", "Panel"),
      await anAccount("decisionMaker", "Decision"),
      await anAccount("auditor", "Auditor"),
      { ...officer, userId },
      { ...vetting, userId },
    ];
    for (const actor of closedTo) expect(await readReferences(actor, candidacyId), actor.role).toBeNull();
    expect(await readReferences(officer, candidacyId)).not.toBeNull();
    const page = JSON.stringify(await readCandidacy(officer, candidacyId));
    expect(page).not.toContain(referee.email);
    expect(page).not.toContain(WORDS);
    const seat = {
      userId: officer.userId ?? "",
      gender: "woman",
      nationality: "CH",
      external: false,
    } as const;
    await database().panel.create({ data: { vacancyId, members: { create: seat } } });
    expect(await readReferences(officer, candidacyId)).toBeNull();
  });

  it("are read with as many statements for eight as for one", async () => {
    const { vetting, clearanceId, candidacyId } = await aReferenceGate("UNIFIL");
    const ask = async () => must(await askReferee(vetting, { clearanceId, referee: someReferee() }));
    await ask();
    const count = async () => (await countQueries(() => readReferences(vetting, candidacyId))).queries;
    const before = await count();
    for (let n = 0; n < 7; n += 1) await ask();
    expect(await count()).toBe(before);
  });
});
