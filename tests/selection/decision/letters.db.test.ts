import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { declineSelection } from "#app/selection/decision/decline-selection.server.ts";
import { readLetter, readSentLetters } from "#app/selection/decision/letter.queries.server.ts";
import { appoint } from "#app/selection/decision/make-appointment.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { keepLetter, sendLetter } from "#app/selection/decision/send-letter.server.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { readState } from "#app/selection/nomination/state.queries.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { sendLetters, waitingLetters } from "#tests/support/letters.ts";
import { must } from "#tests/support/must.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";
const OUTCOMES = ["selected", "notSelected", "stateTold", "decisionReopened", "stateToldReopened"];

/** Three judged, the first selected; the state of the second has a focal point. Nothing was sent. */
async function aDecision() {
  const story = await aSignedReport();
  const [chosen = "", second = ""] = story.candidacyIds;
  const { nomination } = await database().candidacy.findUniqueOrThrow({
    where: { id: second },
    select: { nomination: { select: { id: true, stateCode: true } } },
  });
  const stateCode = nomination.stateCode ?? "";
  const focalPoint = await anAccount("focalPoint", "Focal point", { stateCode });
  const decider = await anAccount("decisionMaker", "Decider");
  const mails = async () => {
    const about = story.candidacyIds.map((id) => ({ dedupeKey: { contains: id } }));
    const told = await database().outgoingMail.findMany({ where: { kind: { in: OUTCOMES }, OR: about } });
    const toUs = ({ kind, dedupeKey }: (typeof told)[number]) =>
      !kind.startsWith("stateTold") || dedupeKey.endsWith(focalPoint.userId ?? "");
    return told.filter(toUs).length;
  };
  must(await decide(decider, { vacancyId: story.vacancyId, candidacyId: chosen, reasons: REASONS }));
  return { ...story, chosen, second, stateCode, nominationId: nomination.id, focalPoint, decider, mails };
}

const letterTo = async (vacancyId: string, candidacyId: string, audience: "candidate" | "state") => {
  const letters = await waitingLetters(vacancyId);
  const found = letters.find((one) => one.candidacyId === candidacyId && one.audience === audience);
  if (!found) throw new Error("There is no such letter");
  const { id: letterId, version, subject, body } = found;
  return { letterId, version, subject, body };
};

async function candidateOf(candidacyId: string): Promise<Actor> {
  const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
  return {
    ...{ userId: null, personId, name: "Candidate", role: "candidate", stateCode: null },
    ...{ roles: [{ role: "candidate", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
}

const ownStatus = async (candidacyId: string) => {
  const own = await readOwnCandidacy(candidacyId);
  return own && nominationStatus(own.state, own.vacancyState, own.told);
};

describe("letters on a decision", () => {
  it("are drafted from what is on record, for every candidate and each state with a focal point; nobody is told", async () => {
    const { vacancyId, chosen, second, candidacyIds, mails } = await aDecision();
    const letters = await waitingLetters(vacancyId);
    expect(letters.map(({ audience }) => audience).toSorted()).toEqual(
      [...candidacyIds.map(() => "candidate"), "state"].toSorted(),
    );
    const { finding } = await database().candidacy.findUniqueOrThrow({
      where: { id: second },
      select: { finding: { select: { text: true } } },
    });
    expect((await letterTo(vacancyId, second, "candidate")).body).toContain(finding?.text);
    expect((await letterTo(vacancyId, second, "state")).body).not.toContain(finding?.text);
    expect(JSON.stringify(letters)).not.toContain(REASONS);
    expect(await mails()).toBe(0);
    expect(await Promise.all(candidacyIds.map(ownStatus))).toEqual(candidacyIds.map(() => "inAssessment"));
    const own = await readOwnCandidacy(chosen);
    expect(own?.stages.map(({ stage }) => stage)).not.toContain("selected");
    expect(await readSentLetters(chosen, "candidate")).toEqual([]);
    expect(code(await declineSelection(await candidateOf(chosen), { candidacyId: chosen, reason: "" }))).toBe(
      "declineTooLate",
    );
  });

  it("tell their reader alone once sent, by a message and on their page, and go on record", async () => {
    const story = await aDecision();
    const { vacancyId, second, officer, focalPoint, nominationId, stateCode, mails } = story;
    const statusOfState = async () => (await readNomination(focalPoint, nominationId))?.status;
    const counted = async () =>
      (await readState(focalPoint, stateCode))?.counts.find(({ status }) => status === "suitable")?.count;
    const countedBefore = await counted();
    const letter = await letterTo(vacancyId, second, "candidate");
    const body = `${letter.body}\n\nWe hope to hear from you again.`;
    must(await sendLetter(officer, { ...letter, body }));
    expect(await mails()).toBe(1);
    expect(await ownStatus(second)).toBe("suitable");
    expect(await readSentLetters(second, "candidate")).toMatchObject([{ body }]);
    expect(await statusOfState()).toBe("inAssessment");
    const [event] = await events(second, "letter.sent");
    expect(event?.canonical).not.toContain("hear from you");
    must(await sendLetter(officer, await letterTo(vacancyId, second, "state")));
    expect(await mails()).toBe(2);
    expect(await statusOfState()).toBe("suitable");
    expect(await counted()).toBe((countedBefore ?? 0) + 1);
    expect(code(await sendLetter(officer, { ...letter, version: letter.version + 1 }))).toBe("letterSent");
  });

  it("are sent once by two who send at the same moment, and the text kept meanwhile is not lost", async () => {
    const { vacancyId, second, officer, mails } = await aDecision();
    const letter = await letterTo(vacancyId, second, "candidate");
    const answers = await Promise.all([sendLetter(officer, letter), sendLetter(officer, letter)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mails()).toBe(1);
    const other = await letterTo(vacancyId, second, "state");
    must(await keepLetter(officer, { ...other, subject: "Another subject" }));
    expect(code(await sendLetter(officer, other))).toBe("changedMeanwhile");
    expect((await letterTo(vacancyId, second, "state")).subject).toBe("Another subject");
  });

  it("are superseded by a decline, and cannot be sent then; who was told nothing is told nothing of it", async () => {
    const { vacancyId, chosen, second, officer, decider, mails, focalPoint, nominationId } =
      await aDecision();
    must(await sendLetter(officer, await letterTo(vacancyId, chosen, "candidate")));
    const letter = await letterTo(vacancyId, second, "candidate");
    must(await declineSelection(await candidateOf(chosen), { candidacyId: chosen, reason: "" }));
    expect(code(await sendLetter(officer, letter))).toBe("letterSuperseded");
    expect(code(await keepLetter(officer, letter))).toBe("letterSuperseded");
    expect(await mails()).toBe(1);
    expect(await ownStatus(second)).toBe("inAssessment");
    expect((await readNomination(focalPoint, nominationId))?.status).toBe("inAssessment");
    expect(await events(vacancyId, "letters.superseded")).toHaveLength(1);
    must(await decide(decider, { vacancyId, candidacyId: second, reasons: REASONS }));
    expect(code(await appoint(officer, { vacancyId, startsOn: "2090-01-01", endsOn: "2091-01-01" }))).toBe(
      "letterWaits",
    );
    await sendLetters(officer, vacancyId);
    expect(await ownStatus(second)).toBe("selected");
    must(await appoint(officer, { vacancyId, startsOn: "2090-01-01", endsOn: "2091-01-01" }));
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("letter-stands");
  });

  it("name no other candidate and no member of the panel, and are the secretariat's to send", async () => {
    const { vacancyId, chosen, second, officer, decider, members } = await aDecision();
    const letter = await letterTo(vacancyId, second, "candidate");
    const { person } = await database().candidacy.findUniqueOrThrow({
      where: { id: chosen },
      select: { person: { select: { givenName: true, familyName: true } } },
    });
    const named = {
      ...letter,
      body: `${letter.body} ${person.givenName} ${person.familyName} was selected.`,
    };
    expect(await sendLetter(officer, named)).toMatchObject({
      refusal: { code: "namesInLetter", field: "body" },
    });
    expect(code(await sendLetter(decider, letter))).toBe("notFound");
    expect(code(await sendLetter(officer, { ...letter, letterId: randomUUID() }))).toBe("notFound");
    expect(await readLetter(decider, letter.letterId)).toBeNull();
    const recused = { ...officer, userId: members[1]?.userId ?? "" };
    const member = await database().panelMember.findFirstOrThrow({ where: { userId: recused.userId } });
    await database().conflict.create({
      data: { memberId: member.id, candidacyId: second, source: "declared", note: "Worked together." },
    });
    expect(await readLetter(recused, letter.letterId)).toBeNull();
    expect(code(await sendLetter(recused, letter))).toBe("notFound");
    expect((await readLetter(officer, letter.letterId))?.maySend).toBe(true);
  });
});
