import { describe, expect, it } from "vitest";
import { listPledges, readMentor } from "#app/mentoring/pool/mentor.queries.server.ts";
import { pledgeMentor } from "#app/mentoring/pool/pledge-mentor.server.ts";
import { database } from "#app/platform/database.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { readList } from "#app/selection/nomination/list.queries.server.ts";
import { listNominations, readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { orderImport } from "#app/selection/nomination/order-import.server.ts";
import { runImport } from "#app/selection/nomination/run-import.server.ts";
import { readState } from "#app/selection/nomination/state.queries.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { someConsent } from "#tests/support/candidacy-story.ts";
import { csvOf, sendSheet, someRow } from "#tests/support/import-story.ts";
import { must } from "#tests/support/must.ts";
import { nominateBy } from "#tests/support/nominee-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, anOpenCall } from "#tests/support/selection-story.ts";

/** Somebody on file whom no state has named, and what a state types that knows no more than the address. */
async function somebodyOnFile() {
  const email = `known-${Math.random()}@example.org`;
  const real = { givenName: "Zahir", familyName: "Realname", gender: "man" as const, nationalities: ["JO"] };
  const { id } = await database().person.create({ data: { ...real, email } });
  return { personId: id, email };
}
const TYPED = { givenName: "Ama", familyName: "Typed", gender: "woman" as const };
const PLEDGE = {
  ...{ nationality: "FI", roleKindCode: "srsg", startYear: 2010, endYear: 2015 },
  ...{ capacity: 2, weeklyHours: 2, availableFrom: "2027-01-01", availableTo: "2028-01-01" },
  biography: "Led a mission through elections.",
};
const REAL = /Zahir|Realname/;

const caseOf = async (nominationId: string) =>
  (await database().candidacy.findUniqueOrThrow({ where: { nominationId }, select: { id: true } })).id;

/** All that the state's pages say. */
async function seenBy(
  focalPoint: Awaited<ReturnType<typeof aFocalPoint>>,
  callId: string,
  nominationId: string,
) {
  const code = focalPoint.stateCode ?? "";
  return {
    nomination: await readNomination(focalPoint, nominationId),
    list: await readList({ userId: null, locale: "en" }, callId, code),
    nominations: await listNominations({ userId: null, locale: "en" }, code, 1),
    state: await readState(focalPoint, code),
  };
}

const mailTo = async ({ userId }: { readonly userId: string | null }) => {
  const { email } = await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } });
  return JSON.stringify(await database().outgoingMail.findMany({ where: { toAddress: email } }));
};

describe("a state that types the address of somebody on file", () => {
  it("sees what it typed until they consent, on every page and in the list's rule; then who they are", async () => {
    const { vacancyId, callId, officer } = await anOpenCall("UNFICYP");
    await database().call.update({ where: { id: callId }, data: { listRule: "parity2017" } });
    const { personId, email } = await somebodyOnFile();
    const focalPoint = await aFocalPoint("NP");
    const { nominationId } = must(await nominateBy(focalPoint, vacancyId, { ...TYPED, email }));
    const before = await seenBy(focalPoint, callId, nominationId);
    expect(JSON.stringify(before)).not.toMatch(REAL);
    expect(JSON.stringify(before)).not.toContain('"gender":"man"');
    expect(before.nomination?.person).toEqual({ ...TYPED, email, nationalities: ["NP"] });
    expect(before.list?.people).toEqual([{ additional: false, gender: "woman", nationalities: ["NP"] }]);
    expect((await readNomination(officer, nominationId))?.person).toMatchObject({ familyName: "Realname" });
    const person = await database().person.findUniqueOrThrow({ where: { id: personId } });
    expect(person).toMatchObject({ familyName: "Realname", gender: "man", nationalities: ["JO"] });

    const candidacyId = await caseOf(nominationId);
    const nominee = nomineeOf({ personId, name: "Zahir Realname" }, "en");
    must(await giveConsent(nominee, { candidacyId, form: someConsent({ gender: "man" }) }));
    const after = await seenBy(focalPoint, callId, nominationId);
    expect(after.nomination?.person).toMatchObject({ familyName: "Realname", gender: "man", email });
    expect(after.list?.nominations[0]).toMatchObject({ name: "Zahir Realname", gender: "man" });
  });

  it("is told of their refusal, and of its own withdrawal, under the name it typed", async () => {
    const { vacancyId, callId } = await anOpenCall("MINURSO");
    const focalPoint = await aFocalPoint("SN");
    const { personId, email } = await somebodyOnFile();
    const { nominationId } = must(await nominateBy(focalPoint, vacancyId, { ...TYPED, email }));
    const nominee = nomineeOf({ personId, name: "Zahir Realname" }, "en");
    must(await withdrawCandidacy(nominee, { candidacyId: await caseOf(nominationId) }));
    const second = await somebodyOnFile();
    const other = must(await nominateBy(focalPoint, vacancyId, { ...TYPED, email: second.email }));
    must(
      await withdrawNomination(focalPoint, { nominationId: other.nominationId, reason: "Typed in error." }),
    );
    expect(JSON.stringify(await seenBy(focalPoint, callId, nominationId))).not.toMatch(REAL);
    const mail = await mailTo(focalPoint);
    expect(mail).toContain("Ama Typed");
    expect(mail).not.toMatch(REAL);
  });

  it("sees the same of nominees that a sheet brought", async () => {
    const { callId, officer } = await anOpenCall("UNDOF");
    const focalPoint = await aFocalPoint("GH");
    const { email } = await somebodyOnFile();
    const bytes = csvOf([
      someRow({ ...TYPED, email, state: "GH", listReason: "Nobody else was available then." }),
    ]);
    const importId = await sendSheet(officer, callId, bytes);
    must(await orderImport(officer, { importId }));
    await runImport(importId);
    const { id } = await database().nomination.findFirstOrThrow({ where: { importId } });
    const seen = await seenBy(focalPoint, callId, id);
    expect(seen.list?.nominations).toMatchObject([{ name: "Ama Typed", gender: "woman" }]);
    expect(JSON.stringify(seen)).not.toMatch(REAL);
    expect(await mailTo(focalPoint)).not.toMatch(REAL);
  });
});

it("a state that pledges somebody on file sees the mentor it typed until they are available", async () => {
  const focalPoint = await aFocalPoint("FI");
  const { email, personId } = await somebodyOnFile();
  const { mentorId } = must(await pledgeMentor(focalPoint, { ...PLEDGE, ...TYPED, email }));
  const pages = async () =>
    JSON.stringify([await readMentor(focalPoint, mentorId), await listPledges(focalPoint, "FI")]);
  expect(await pages()).toContain("Ama Typed");
  expect(await pages()).not.toMatch(REAL);
  await database().mentor.update({ where: { personId }, data: { state: "available" } });
  expect(await pages()).toMatch(REAL);
});

describe("the holder of an account who is on no file", () => {
  it("is not named by a state that pledges a mentor: nothing is bound to the account", async () => {
    const userId = (await anAccount("auditor", "Somebody")).userId ?? "";
    const { email } = await database().user.findUniqueOrThrow({ where: { id: userId } });
    const pledged = await pledgeMentor(await aFocalPoint("FI"), { ...PLEDGE, ...TYPED, email });
    expect(pledged).toMatchObject({ ok: false, refusal: { code: "accountOfAnother", field: "email" } });
    expect(await database().person.count({ where: { email } })).toBe(0);
    expect(await database().roleGrant.count({ where: { userId, role: "mentor" } })).toBe(0);
  });
});
