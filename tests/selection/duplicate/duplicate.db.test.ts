import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countVacancy } from "#app/gender/balance.queries.server.ts";
import { database } from "#app/platform/database.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { candidacyTasks } from "#app/selection/candidate/candidacy-tasks.queries.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { comparePeopleAgain } from "#app/selection/duplicate/compare-people-again.server.ts";
import { listPairs, readPair } from "#app/selection/duplicate/duplicate.queries.server.ts";
import { findDuplicates } from "#app/selection/duplicate/find-duplicates.server.ts";
import { mergePeople } from "#app/selection/duplicate/merge-people.server.ts";
import { takePeopleApart } from "#app/selection/duplicate/take-people-apart.server.ts";
import { tellPeopleApart } from "#app/selection/duplicate/tell-people-apart.server.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { asNominee, someConsent } from "#tests/support/candidacy-story.ts";
import { aComparedNomination, pairOf } from "#tests/support/duplicate-story.ts";
import { must } from "#tests/support/must.ts";
import { nominateBy } from "#tests/support/nominee-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, anOpenCall } from "#tests/support/selection-story.ts";

/** A family name that nobody else in the test's database has, in letters alone. */
const aName = () => `Q${randomUUID().replaceAll(/[^a-f]/g, "")}mensah`;

/** One person nominated for one call by two states under two addresses, found to be alike. */
async function nominatedTwice(acronym: string, changes: { otherName?: string } = {}) {
  const call = await anOpenCall(acronym);
  const familyName = aName();
  const one = await aComparedNomination(call.vacancyId, "GH", { familyName });
  const other = await aComparedNomination(call.vacancyId, "KE", {
    familyName: changes.otherName ?? familyName,
    givenName: "AMA",
  });
  const pair = await pairOf(one.personId, other.personId);
  if (!pair) throw new Error("The pair was not found");
  const merge = { version: pair.version, keptId: one.personId, note: "The same curriculum vitae." };
  return { ...call, one, other, pairId: pair.id, merge };
}
const WITHDRAWN = { reason: "Wanted at home." };
const stateOf = async (id: string) => (await database().candidacy.findUniqueOrThrow({ where: { id } })).state;
const verdict = async (id: string) => ({
  version: (await database().duplicatePair.findUniqueOrThrow({ where: { id } })).version,
  note: "",
});

describe("people who may be one", () => {
  it("are found by name whatever the order and accents, offered with reasons, and listed for the secretariat", async () => {
    const { officer, one, other, pairId } = await nominatedTwice("MINUSCA");
    const { pairs } = await listPairs(officer, {
      state: "suspected",
      name: one.nomination.familyName,
      page: 1,
    });
    expect(pairs).toMatchObject([{ id: pairId }]);
    expect(pairs[0]?.reasons).toContain("sameName");
    expect(pairs[0]?.reasons).toContain("sharedNationality");
    const page = await readPair(officer, pairId);
    const names = [page?.first.email, page?.second.email].sort();
    expect(names).toEqual([one.nomination.email, other.nomination.email].sort());
    expect((await candidacyTasks(officer)).some(({ id }) => id === "duplicates")).toBe(true);
    await findDuplicates(one.personId);
    expect(await database().duplicatePair.count({ where: { id: pairId } })).toBe(1);
  });

  it("are found across scripts and by the mailbox, and not among strangers", async () => {
    const { vacancyId } = await anOpenCall("UNMISS");
    const cyrillic = await aComparedNomination(vacancyId, "GH", {
      givenName: "Святослава",
      familyName: "Кузнецова",
    });
    const latin = await aComparedNomination(vacancyId, "KE", {
      givenName: "Svyatoslava",
      familyName: "Kuznetsova",
    });
    expect(await pairOf(cyrillic.personId, latin.personId)).toMatchObject({ state: "suspected" });
    const stranger = await aComparedNomination(vacancyId, "UY", { givenName: "Bo", familyName: "Li" });
    expect(await pairOf(cyrillic.personId, stranger.personId)).toBeNull();
  });

  it("are looked up by indexes among many", async () => {
    const { officer } = await nominatedTwice("UNFICYP");
    const list = () => listPairs(officer, { state: "suspected", name: "", page: 1 });
    expect((await countQueries(list)).queries).toBeLessThanOrEqual(6);
  });

  it("are nobody's to see but the secretariat's and auditors', and never one's own", async () => {
    const { officer, one, pairId, merge } = await nominatedTwice("MONUSCO");
    const own = { ...officer, userId: one.userId };
    expect(await readPair(own, pairId)).toBeNull();
    expect(await mergePeople(own, { pairId, merge })).toMatchObject({ refusal: { code: "notFound" } });
    for (const actor of [await anAccount("auditor", "Auditor"), one.focalPoint])
      expect(await mergePeople(actor, { pairId, merge })).toMatchObject({ refusal: { code: "notFound" } });
  });
});

describe("a merge", () => {
  it("lets one case go on, keeps both histories, counts one, and is undone as if it had not been", async () => {
    const { officer, vacancyId, one, other, pairId, merge } = await nominatedTwice("UNIFIL");
    const counted = async () => (await countVacancy(vacancyId)).reduce((sum, { people }) => sum + people, 0);
    expect(await counted()).toBe(2);
    must(await mergePeople(officer, { pairId, merge }));
    expect(await counted()).toBe(1);
    expect(await stateOf(one.candidacyId)).toBe("nominated");
    expect(await stateOf(other.candidacyId)).toBe("merged");
    expect(await checkData(database())).toEqual([]);
    for (const { candidacyId, nominationId } of [one, other]) {
      expect(await database().candidacyDocument.count({ where: { candidacyId } })).toBe(1);
      expect(await database().fileVersion.count({ where: { candidacyId } })).toBe(1);
      expect(await database().recordEvent.count({ where: { subjectId: nominationId } })).toBe(1);
    }
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "people.merged", subjectId: one.personId },
    });
    expect(event.canonical).toContain(other.candidacyId);
    expect(event.canonical).not.toContain("curriculum");
    const mails = await database().outgoingMail.findMany({
      where: { dedupeKey: `casesJoined:${other.candidacyId}` },
    });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([other.nomination.email]);
    expect(JSON.stringify(mails[0]?.params)).not.toContain(one.nomination.email);

    must(await takePeopleApart(officer, { pairId, verdict: await verdict(pairId) }));
    expect(await stateOf(other.candidacyId)).toBe("nominated");
    expect(await counted()).toBe(2);
    const person = await database().person.findUniqueOrThrow({ where: { id: other.personId } });
    expect(person.mergedIntoId).toBeNull();
    expect(await pairOf(one.personId, other.personId)).toMatchObject({ state: "suspected", keptId: null });
    expect(await checkData(database())).toEqual([]);
  });

  it("shows the other state how the case goes on, and not that there is another nomination", async () => {
    const { officer, one, other, pairId, merge } = await nominatedTwice("UNISFA");
    must(await mergePeople(officer, { pairId, merge }));
    must(await giveConsent(asNominee(one), { candidacyId: one.candidacyId, form: someConsent() }));
    const seen = await readNomination(other.focalPoint, other.nominationId);
    expect(seen?.standing.candidacyState).toBe("consented");
    expect(JSON.stringify(seen)).not.toMatch(
      new RegExp(`merged|${one.nominationId}|${one.nomination.email}`),
    );
  });

  it("gives the case back to the other nomination when the first state withdraws", async () => {
    const { officer, one, other, pairId, merge } = await nominatedTwice("UNDOF");
    must(await mergePeople(officer, { pairId, merge }));
    must(await withdrawNomination(one.focalPoint, { nominationId: one.nominationId, ...WITHDRAWN }));
    expect(await stateOf(one.candidacyId)).toBe("withdrawn");
    expect(await stateOf(other.candidacyId)).toBe("nominated");
    expect(await checkData(database())).toEqual([]);
  });

  it("rests withdrawn where the state of the resting nomination withdraws, and comes back so", async () => {
    const { officer, other, pairId, merge } = await nominatedTwice("UNTSO");
    must(await mergePeople(officer, { pairId, merge }));
    must(await withdrawNomination(other.focalPoint, { nominationId: other.nominationId, ...WITHDRAWN }));
    expect(await stateOf(other.candidacyId)).toBe("merged");
    const again = { nominationId: other.nominationId, reason: "For another reason than before." };
    expect(await withdrawNomination(other.focalPoint, again)).toMatchObject({
      refusal: { code: "wrongState" },
    });
    must(await takePeopleApart(officer, { pairId, verdict: await verdict(pairId) }));
    expect(await stateOf(other.candidacyId)).toBe("withdrawn");
    expect(await checkData(database())).toEqual([]);
  });

  it("is refused of a file in use, into an ended case, on an older page, of strangers, and with a panel at work", async () => {
    const { officer, vacancyId, one, other, pairId, merge } = await nominatedTwice("UNMIK");
    const tried = (changes: Partial<typeof merge>) =>
      mergePeople(officer, { pairId, merge: { ...merge, ...changes } });
    expect(await tried({ version: 7 })).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await tried({ keptId: randomUUID() })).toMatchObject({ refusal: { code: "mergeKeptUnknown" } });
    const membership = await database().cadreMembership.create({
      data: { personId: other.personId, state: "proposed", enteredVia: "direct", reason: "Known." },
    });
    expect(await tried({})).toMatchObject({ refusal: { code: "mergeInUse", field: "keptId" } });
    await database().cadreMembership.delete({ where: { id: membership.id } });
    must(await withdrawNomination(one.focalPoint, { nominationId: one.nominationId, ...WITHDRAWN }));
    expect(await tried({})).toMatchObject({ refusal: { code: "mergeKeepsEnded" } });
    must(await tried({ keptId: other.personId }));
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "assessment" } });
    must(await takePeopleApart(officer, { pairId, verdict: await verdict(pairId) }));
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "open" } });
  });

  it("cannot be made or undone among live cases once a panel is at work", async () => {
    const early = await nominatedTwice("UNMOGIP");
    const late = await nominatedTwice("UNOWAS");
    must(await mergePeople(early.officer, early));
    for (const { vacancyId } of [early, late])
      await database().vacancy.update({ where: { id: vacancyId }, data: { state: "assessment" } });
    expect(await mergePeople(late.officer, late)).toMatchObject({ refusal: { code: "mergeTooLate" } });
    const undo = { pairId: early.pairId, verdict: await verdict(early.pairId) };
    expect(await takePeopleApart(early.officer, undo)).toMatchObject({
      refusal: { code: "takeApartTooLate" },
    });
    for (const { vacancyId } of [early, late])
      await database().vacancy.update({ where: { id: vacancyId }, data: { state: "open" } });
  });

  it("of two officers is one, whichever way round each keeps", async () => {
    const { officer, one, other, pairId, merge } = await nominatedTwice("UNOCA");
    const both = await Promise.all([
      mergePeople(officer, { pairId, merge }),
      mergePeople(officer, { pairId, merge: { ...merge, keptId: other.personId } }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const states = [await stateOf(one.candidacyId), await stateOf(other.candidacyId)].sort();
    expect(states).toEqual(["merged", "nominated"]);
  });

  it("while the merged person is being nominated elsewhere leaves one live case for each vacancy", async () => {
    const { officer, one, other, pairId, merge } = await nominatedTwice("UNRCCA");
    const { vacancyId } = await anOpenCall("UNAMA");
    const nominate = async (email: string) =>
      nominateBy(await aFocalPoint("NP"), vacancyId, { email, familyName: one.nomination.familyName });
    const [merged, first, second] = await Promise.all([
      mergePeople(officer, { pairId, merge }),
      nominate(one.nomination.email),
      nominate(other.nomination.email),
    ]);
    expect(first.ok || second.ok).toBe(true);
    if (!merged.ok) expect(merged.refusal.code).toBe("changedMeanwhile");
    expect(await checkData(database())).toEqual([]);
    const live = await database().candidacy.count({
      where: { vacancyId, state: "nominated", personId: { in: [one.personId, other.personId] } },
    });
    expect(live).toBe(merged.ok ? 1 : 2);
    const again = await nominate(other.nomination.email);
    expect(again).toMatchObject({ refusal: { code: "nomineeListed" } });
  });

  it("counts for the closing of a call and the screening as one", async () => {
    const { officer, callId, pairId, merge } = await nominatedTwice("UNITAMS");
    must(await mergePeople(officer, { pairId, merge }));
    must(await closeCall(officer, { callId, reason: "Everybody has answered." }));
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "call.closed", subjectId: callId },
    });
    expect(event.canonical).toContain('"nominations":1');
  });
});

describe("two people found to be two", () => {
  it("are compared again when an officer says why; who and why stays on record, and the verdict can be another", async () => {
    const { officer, one, other, pairId, merge } = await nominatedTwice("UNSMIL");
    const again = async (actor = officer, note = "They share a mailbox after all.") =>
      comparePeopleAgain(actor, { pairId, verdict: { ...(await verdict(pairId)), note } });
    expect(await again()).toMatchObject({ refusal: { code: "wrongState" } });
    must(await tellPeopleApart(officer, { pairId, verdict: await verdict(pairId) }));
    expect(await again(officer, "")).toMatchObject({ refusal: { code: "whyAgain", field: "note" } });
    expect(await again(one.focalPoint)).toMatchObject({ refusal: { code: "notFound" } });
    const stale = { pairId, verdict: { version: 0, note: "An older page." } };
    expect(await comparePeopleAgain(officer, stale)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    const both = await Promise.all([again(), again()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await pairOf(one.personId, other.personId)).toMatchObject({
      ...{ state: "suspected", decidedById: null, note: "They share a mailbox after all." },
    });
    const [first, second] = [one.personId, other.personId].toSorted();
    const event = await database().recordEvent.findFirstOrThrow({
      where: { kind: "people.comparedAgain", subjectId: { in: [first ?? "", second ?? ""] } },
    });
    expect(event.actorId).toBe(officer.userId);
    expect(event.canonical).not.toContain("mailbox");
    const { version } = await verdict(pairId);
    must(await mergePeople(officer, { pairId, merge: { ...merge, version } }));
    expect(await checkData(database())).toEqual([]);
  });

  it("are not suspected again, however often they are compared", async () => {
    const { officer, one, other, pairId, merge } = await nominatedTwice("BINUH");
    must(await tellPeopleApart(officer, { pairId, verdict: await verdict(pairId) }));
    await findDuplicates(one.personId);
    await findDuplicates(other.personId);
    expect(await pairOf(one.personId, other.personId)).toMatchObject({ state: "different" });
    expect(await mergePeople(officer, { pairId, merge: { ...merge, version: 1 } })).toMatchObject({
      refusal: { code: "pairDecided" },
    });
  });
});
