import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Prisma } from "#app/generated/prisma/client.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { attestAgain } from "#app/selection/candidate/attest-again.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { changeConsent } from "#app/selection/candidate/change-consent.server.ts";
import { correctFile } from "#app/selection/candidate/correct-file.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { keptAnswersOf, keptAnswersSchema } from "#app/selection/candidate/kept-answers.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { findInvitation, readCorrectionPage } from "#app/selection/candidate/own-forms.queries.server.ts";
import { readAttestation } from "#app/selection/candidate/read-attestation.server.ts";
import { renewInvitation } from "#app/selection/candidate/renew-invitation.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import type { CorrectionForm } from "#app/selection/nomination/profile.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { checkData } from "#prisma/check-data.ts";
import {
  aConsentedCandidacy,
  aScreening,
  asCandidate,
  asNominee,
  screenTogether,
  someAttestation,
  someConsent,
} from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aNomination, anOpenCall, inDays } from "#tests/support/selection-story.ts";

const tokensMailedTo = async (email: string) => {
  const mails = await database().outgoingMail.findMany({
    where: { toAddress: email, kind: "invitation" },
    orderBy: { createdAt: "asc" },
  });
  return mails.map(({ params }) => (params as { link: string }).link.split("/").at(-1) ?? "");
};

/** What a candidate posts who has the page open, with these changes. */
async function aCorrection(candidacyId: string, changes: Partial<CorrectionForm> = {}) {
  const page = await readCorrectionPage(candidacyId);
  const { attestation, consentVacancy, consentCadre, consentMentoring, consentStatistics, ...file } =
    someConsent();
  const { givenName = "", familyName = "", nationalities = [], birthDate } = page?.file ?? {};
  const named = { givenName, familyName, nationalities, birthDate: birthDate ?? undefined };
  return { ...file, ...named, basedOn: page?.version ?? 0, ...changes };
}

describe("a correction", () => {
  it("keeps what the state wrote, shows the screener both, and refuses the form the screener had open", async () => {
    const story = await aConsentedCandidacy("MINUSCA");
    const { candidacyId, officer, nomination } = story;
    const screening = await aScreening(candidacyId);
    const form = await aCorrection(candidacyId, { familyName: "Mensah-Owusu", birthDate: "1970-05-06" });
    must(await correctFile(asCandidate(story), { candidacyId, form }));
    const page = await readCandidacy(officer, candidacyId);
    const changes = new Map(page?.versions?.differences.map(({ field, ...rest }) => [field, rest]));
    expect(changes.get("familyName")).toEqual({ before: nomination.familyName, after: "Mensah-Owusu" });
    expect(changes.get("birthDate")).toEqual({ before: nomination.birthDate, after: "1970-05-06" });
    expect([...changes.keys()]).toEqual([
      ...["familyName", "birthDate", "seniorYears", "languages", "career"],
    ]);
    expect(page?.versions?.corrections).toMatchObject([{ fields: ["familyName", "birthDate"] }]);
    const versions = await database().fileVersion.findMany({
      where: { candidacyId },
      orderBy: { number: "asc" },
    });
    expect(versions.map(({ author }) => author)).toEqual(["state", "candidate", "candidate"]);
    expect(versions[2]?.writtenById).toBe(story.userId);
    const event = await database().recordEvent.findFirstOrThrow({
      where: { subjectId: candidacyId, kind: "file.corrected" },
    });
    expect(event.canonical).toContain("familyName");
    expect(event.canonical).not.toContain("Owusu");
    expect(await recordScreening(officer, { candidacyId, form: screening })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const own = await readOwnCandidacy(candidacyId);
    expect(own?.history.filter(({ kind }) => kind === "corrected")).toMatchObject([
      { fields: ["familyName", "birthDate"] },
    ]);
  });

  it("of two tabs is one; the second sees what the first saved, and may then save over it", async () => {
    const story = await aConsentedCandidacy("UNMISS");
    const { candidacyId } = story;
    const me = asCandidate(story);
    const [one, other] = [
      await aCorrection(candidacyId, { currentPost: "Adviser" }),
      await aCorrection(candidacyId, { currentPost: "Envoy" }),
    ];
    const both = await Promise.all([one, other].map((form) => correctFile(me, { candidacyId, form })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "fileChangedMeanwhile" } });
    const page = await readCorrectionPage(candidacyId);
    expect(page?.latest.map(({ field }) => field)).toEqual(["currentPost"]);
    const loser = both[0]?.ok ? other : one;
    must(await correctFile(me, { candidacyId, form: { ...loser, basedOn: page?.version ?? 0 } }));
    expect(await database().fileVersion.count({ where: { candidacyId } })).toBe(4);
  });

  it("is refused to others, without a change, of what nobody knows, and once the file was screened", async () => {
    const story = await aConsentedCandidacy("MONUSCO");
    const { candidacyId, officer } = story;
    const me = asCandidate(story);
    const form = await aCorrection(candidacyId);
    for (const actor of [officer, { ...me, personId: randomUUID() }, { ...me, role: "mentee" as const }])
      expect(await correctFile(actor, { candidacyId, form })).toMatchObject({
        refusal: { code: "notFound" },
      });
    expect(await correctFile(me, { candidacyId, form })).toMatchObject({
      refusal: { code: "nothingChanged" },
    });
    const odd = await aCorrection(candidacyId, { nationalities: ["XX"] });
    expect(await correctFile(me, { candidacyId, form: odd })).toMatchObject({
      refusal: { code: "stateUnknown", field: "nationalities" },
    });
    await screenTogether(officer, candidacyId);
    expect(await correctFile(me, { candidacyId, form })).toMatchObject({ refusal: { code: "wrongState" } });
  });
});

describe("an attestation", () => {
  it("that cannot be made is read by the secretariat and vetting alone, on record, and judged by a person", async () => {
    const attestation = someAttestation({
      nothingPending: "unable",
      explanation: "A suit about a boundary wall is before a court in Accra.",
    });
    const story = await aConsentedCandidacy("UNIFIL", { attestation });
    const { candidacyId, officer, focalPoint } = story;
    const page = await readCandidacy(officer, candidacyId);
    expect(page?.disclosed).toBe(true);
    expect(page?.checks.find(({ key }) => key === "attestation")?.suggestion).toBe("cannotTell");
    expect(JSON.stringify(page)).not.toContain("boundary wall");
    for (const actor of [officer, await anAccount("vettingOfficer", "Vetting")])
      expect(must(await readAttestation(actor, { candidacyId })).attestations[0]).toMatchObject({
        unable: ["nothingPending"],
        explanation: attestation.explanation,
      });
    const closed = [
      ...[focalPoint, asCandidate(story), { ...officer, userId: story.userId }],
      ...[await anAccount("auditor", "Auditor"), await anAccount("panelMember", "Member")],
    ];
    for (const actor of closed) expect((await readAttestation(actor, { candidacyId })).ok).toBe(false);
    const reads = await database().recordEvent.findMany({
      where: { subjectId: candidacyId, kind: "attestation.read" },
    });
    expect(reads).toHaveLength(2);
    const records = await database().recordEvent.findMany({ where: { subjectId: candidacyId } });
    expect(records.map(({ canonical }) => canonical).join()).not.toMatch(/boundary|nothingPending/);
    expect(JSON.stringify(await readNomination(story.focalPoint, story.nominationId))).not.toMatch(
      /boundary|nothingPending/,
    );
  });

  it("is made again when something changes; the former stays, the officer is told, two tabs are one", async () => {
    const story = await aConsentedCandidacy("UNFICYP");
    const { candidacyId } = story;
    const me = asCandidate(story);
    const form = someAttestation({ noConviction: "unable", explanation: "A fine for speeding in March." });
    const both = await Promise.all([1, 2].map(() => attestAgain(me, { candidacyId, after: 1, form })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const all = await database().attestation.findMany({
      where: { candidacyId },
      orderBy: { number: "asc" },
    });
    expect(all.map(({ unable }) => unable)).toEqual([[], ["noConviction"]]);
    const mail = await database().outgoingMail.findUniqueOrThrow({
      where: { dedupeKey: `attestationRenewed:${candidacyId}:2` },
    });
    expect(JSON.stringify(mail.params)).not.toContain("speeding");
    const other = { ...me, personId: randomUUID() };
    expect(await attestAgain(other, { candidacyId, after: 2, form })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });
});

describe("consent to a purpose", () => {
  it("is withdrawn and given again, each time kept, and asks for consent to begin with", async () => {
    const { vacancyId } = await anOpenCall("UNISFA");
    const nominated = await aNomination(vacancyId);
    const { candidacyId } = nominated;
    const me = asCandidate(nominated);
    const change = (given: boolean, actor = me) =>
      changeConsent(actor, { candidacyId, change: { purpose: "mentoring", given } });
    expect(await change(false)).toMatchObject({ refusal: { code: "consentNotYet" } });
    must(await giveConsent(me, { candidacyId, form: someConsent() }));
    expect(await change(false, { ...me, personId: randomUUID() })).toMatchObject({
      refusal: { code: "notFound" },
    });
    must(await change(false));
    must(await change(false));
    must(await change(true));
    const history = await database().consentChange.findMany({
      where: { candidacyId, purpose: "mentoring" },
      orderBy: { changedAt: "asc" },
    });
    expect(history.map(({ given }) => given)).toEqual([true, false, true]);
    expect(
      await database().recordEvent.count({ where: { subjectId: candidacyId, kind: "consent.changed" } }),
    ).toBe(2);
  });

  it("to the cadre ends the membership that rests on it, unless another candidacy's consent holds it", async () => {
    const { vacancyId } = await anOpenCall("UNMIK");
    const nominated = await aNomination(vacancyId);
    const { candidacyId, personId } = nominated;
    const me = asCandidate(nominated);
    must(await giveConsent(me, { candidacyId, form: someConsent({ consentCadre: true }) }));
    await database().cadreMembership.create({
      data: { personId, state: "active", enteredVia: "panel", reason: "Found suitable." },
    });
    must(await changeConsent(me, { candidacyId, change: { purpose: "cadre", given: false } }));
    const { state } = await database().cadreMembership.findUniqueOrThrow({ where: { personId } });
    expect(state).toBe("withdrawn");
    expect(await checkData(database())).toEqual([]);
  });
});

describe("withdrawing", () => {
  it("may say why, to the secretariat alone; consent ends and the state is told that, not why", async () => {
    const story = await aConsentedCandidacy("UNTSO");
    const { candidacyId, officer } = story;
    must(await withdrawCandidacy(asCandidate(story), { candidacyId, reason: "My mother is ill." }));
    const seen = async (actor: typeof officer) => (await readCandidacy(actor, candidacyId))?.withdrawal;
    expect(await seen(officer)).toMatchObject({ reason: "My mother is ill." });
    expect(await seen(await anAccount("auditor", "Auditor"))).toMatchObject({ reason: null });
    expect(JSON.stringify(await readNomination(story.focalPoint, story.nominationId))).not.toContain(
      "mother",
    );
    const mail = await database().outgoingMail.findUniqueOrThrow({
      where: { dedupeKey: `candidacyWithdrawn:${candidacyId}` },
    });
    expect(JSON.stringify(mail.params)).not.toContain("mother");
    const consent = await database().consent.findFirstOrThrow({ where: { candidacyId, purpose: "vacancy" } });
    expect(consent.given).toBe(false);
    expect((await readOwnCandidacy(candidacyId))?.history[0]).toMatchObject({ kind: "withdrawn" });
  });
});

describe("a link that serves no more", () => {
  it("is sent anew to the address on file, at most once an hour, however often it is asked for at once", async () => {
    const { vacancyId } = await anOpenCall("UNDOF");
    const nominated = await aNomination(vacancyId);
    const [token = ""] = await tokensMailedTo(nominated.nomination.email);
    await renewInvitation(token);
    expect(await tokensMailedTo(nominated.nomination.email)).toHaveLength(1);
    await at(inDays(60), () => Promise.all([1, 2, 3].map(() => renewInvitation(token))));
    const tokens = await tokensMailedTo(nominated.nomination.email);
    expect(new Set(tokens).size).toBe(2);
    await renewInvitation(randomUUID());
    must(
      await giveConsent(asNominee(nominated), { candidacyId: nominated.candidacyId, form: someConsent() }),
    );
    await at(inDays(61), () => renewInvitation(token));
    expect(await tokensMailedTo(nominated.nomination.email)).toHaveLength(2);
  });
});

describe("what was typed when a link had expired", () => {
  const typed = keptAnswersSchema.parse({
    visionStatement: "First listen.",
    seniorYears: "twenty",
    career: [{ title: "Desk officer", employer: "A ministry", from: "1999" }],
    consentVacancy: "on",
    attestation: { noConviction: "attest", explanation: "A fine, long paid.", signedName: "Ama" },
  });

  it("waits behind the next link, well-formed or not, without a consent; and goes once that is answered", async () => {
    const { vacancyId } = await anOpenCall("UNSOM");
    const nominated = await aNomination(vacancyId, "FI");
    const { candidacyId, nomination } = nominated;
    const [token = ""] = await tokensMailedTo(nomination.email);
    await at(inDays(60), () => renewInvitation(token, typed));
    const [, next = ""] = await tokensMailedTo(nomination.email);
    const opened = await at(inDays(61), () => findInvitation(next));
    expect(opened).toMatchObject({
      ...{ expired: false, answered: false },
      kept: {
        ...{ visionStatement: "First listen.", seniorYears: "twenty", gender: "" },
        ...{
          career: [{ title: "Desk officer", to: "" }],
          attestation: { explanation: "A fine, long paid." },
        },
      },
    });
    expect(JSON.stringify(opened?.kept)).not.toMatch(/consent|attest"|signedName/);
    await at(inDays(60), () => renewInvitation(token, { ...typed, visionStatement: "Then agree." }));
    expect(await tokensMailedTo(nomination.email)).toHaveLength(2);
    expect((await at(inDays(61), () => findInvitation(next)))?.kept?.visionStatement).toBe("Then agree.");
    must(await giveConsent(asNominee(nominated), { candidacyId, form: someConsent() }));
    const invitations = await database().invitation.findMany({ where: { candidacyId } });
    expect(invitations.map(({ answers }) => answers)).toEqual([null, null]);
    await at(inDays(60), () => renewInvitation(next, typed));
    expect(
      await database().invitation.count({ where: { candidacyId, answers: { not: Prisma.DbNull } } }),
    ).toBe(0);
  });

  it("is nothing where nobody typed anything, and no larger than a form", () => {
    expect(
      keptAnswersOf({ languages: [{ code: "en", level: "" }], attestation: { truth: "on" } }),
    ).toBeNull();
    expect(keptAnswersOf("no form")).toBeNull();
    expect(keptAnswersOf({ gender: "woman", visionStatement: "x".repeat(30_000) })).toMatchObject({
      ...{ gender: "woman", visionStatement: "" },
    });
  });
});

describe("the candidate's own page", () => {
  it("has no word of what the panel found, nor of its dates", async () => {
    const story = await aConsentedCandidacy("MINURSO");
    const { candidacyId, vacancyId } = story;
    await database().stageEvent.createMany({
      data: [
        { candidacyId, stage: "scored" },
        { candidacyId, stage: "recommended" },
      ],
    });
    await database().panel.create({ data: { vacancyId, scoringDueOn: new Date("2031-07-09") } });
    const own = JSON.stringify(await readOwnCandidacy(candidacyId));
    expect(own).not.toMatch(/recommended|scored|2031-07-09/);
    expect(JSON.stringify(await readNomination(story.focalPoint, story.nominationId))).not.toMatch(
      /recommended|scored/,
    );
  });
});
