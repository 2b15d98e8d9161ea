import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import type { AttestationForm } from "#app/selection/candidate/attestation.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { answerReference } from "#app/selection/clearance/answer-reference.server.ts";
import { askReferee } from "#app/selection/clearance/ask-referee.server.ts";
import type { ClearanceAnswer } from "#app/selection/clearance/clearance-answer.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import type { NewReferee, ReferenceAnswers } from "#app/selection/clearance/reference.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import type { ConsentForm } from "#app/selection/nomination/profile.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { requirementKey } from "#app/selection/screening/requirements.ts";
import type { ScreeningForm } from "#app/selection/screening/screening.ts";
import { must } from "./must.ts";
import { anAccount } from "./screened-vacancy.ts";
import { aNomination, anOpenCall } from "./selection-story.ts";

/** Everything attested. */
export const someAttestation = (changes: Partial<AttestationForm> = {}): AttestationForm => ({
  ...{ noConviction: "attest", nothingPending: "attest", noViolation: "attest", noRepatriation: "attest" },
  ...{ explanation: "", update: "on", checks: "on", truth: "on", signedName: "Ama Mensah" },
  ...changes,
});

/** What a candidate says who meets every requirement of `someDraft`. */
export const someConsent = (changes: Partial<ConsentForm> = {}): ConsentForm => ({
  gender: "woman",
  currentPost: "Ambassador at large",
  seniorYears: 20,
  fieldMissions: 3,
  deployableDays: 45,
  visionStatement: "First listen, then agree on three things that people will notice within a year.",
  languages: [
    { code: "en", level: 3 },
    { code: "fr", level: 2 },
  ],
  career: [
    { title: "Head of office", employer: "A ministry", startYear: 2015, endYear: null, peopleLed: 300 },
  ],
  attestation: someAttestation(),
  consentVacancy: "on",
  consentCadre: true,
  consentMentoring: true,
  consentStatistics: false,
  ...changes,
});

type Nominated = Awaited<ReturnType<typeof aNomination>>;

export const asNominee = ({ personId, nomination }: Nominated): Actor =>
  nomineeOf({ personId, name: `${nomination.givenName} ${nomination.familyName}` }, "en");

/** The nominee's own account, signed in. */
export const asCandidate = (nominated: Nominated): Actor => ({
  ...asNominee(nominated),
  userId: nominated.userId,
  roles: [{ role: "candidate", stateCode: null }],
});

/** A call with one nominee who has consented; nominations have ended. */
export async function aConsentedCandidacy(acronym?: string, changes?: Partial<ConsentForm>) {
  const call = await anOpenCall(acronym);
  const nominated = await aNomination(call.vacancyId);
  const { candidacyId } = nominated;
  must(await giveConsent(asNominee(nominated), { candidacyId, form: someConsent(changes) }));
  must(await closeCall(call.officer, { callId: call.callId, reason: "Everybody has answered." }));
  return { ...call, ...nominated };
}

/** A screener's form in which every requirement of the call is met. */
export async function aScreening(
  candidacyId: string,
  changes: Partial<ScreeningForm> = {},
): Promise<ScreeningForm> {
  const { version, vacancy } = await database().candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: { version: true, vacancy: { select: { requirements: true } } },
  });
  const findings = requirementsOf(vacancy.requirements).map((requirement) => ({
    requirement: requirementKey(requirement),
    verdict: "met" as const,
    evidence: "",
  }));
  return { version, findings, passed: true, reasons: [], note: "", ...changes };
}

/** Two officers, the given one and another, screen a candidacy with the same form: it is concluded. */
export async function screenTogether(
  officer: Actor,
  candidacyId: string,
  changes: Partial<ScreeningForm> = {},
) {
  const second = await anAccount("secretariat", "Second officer");
  const form = await aScreening(candidacyId, changes);
  must(await recordScreening(officer, { candidacyId, form }));
  return { second, conclusion: must(await recordScreening(second, { candidacyId, form })) };
}

/** A candidacy screened in, with every gate asked for and none passed. */
export async function aScreenedCandidacy(acronym?: string) {
  const story = await aConsentedCandidacy(acronym);
  const { second } = await screenTogether(story.officer, story.candidacyId);
  return { ...story, second };
}

/** What a referee answers who speaks well of the candidate. */
export const someReference = (changes: Partial<ReferenceAnswers> = {}): ReferenceAnswers => ({
  capacity: "superior",
  fromYear: 2012,
  toYear: 2018,
  leads: "consistently",
  integrity: "consistently",
  respect: "consistently",
  pressure: "mostly",
  consults: "mostly",
  again: "yes",
  words: "",
  own: "on",
  ...changes,
});

export const someReferee = (changes: Partial<NewReferee> = {}): NewReferee => ({
  name: "Rosa Contoh",
  email: `${randomUUID()}@example.org`,
  relation: "Superior in the ministry",
  locale: "en",
  ...changes,
});

/** The secret part of the link in the last message to an address. */
export async function tokenSentTo(email: string): Promise<string> {
  const mail = await database().outgoingMail.findFirstOrThrow({
    where: { toAddress: email, params: { path: ["link"], string_starts_with: "/" } },
    orderBy: { createdAt: "desc" },
    select: { params: true },
  });
  const { link } = z.object({ link: z.string() }).parse(mail.params);
  return link.split("/").at(-1) ?? "";
}

/** Two referees are asked and answer by the links they were sent. */
export async function aReferenceEach(vetting: Actor, clearanceId: string, referees = 2) {
  for (let n = 0; n < referees; n += 1) {
    const referee = someReferee();
    must(await askReferee(vetting, { clearanceId, referee }));
    const token = await tokenSentTo(referee.email);
    must(await answerReference({ token, answers: someReference() }));
  }
}

/** The last day of a year to come. */
export const yearsAhead = (years: number) => `${new Date().getUTCFullYear() + years}-12-31`;

/** The outcome of a gate as a vetting officer would record it. */
export const clearUntil = (version: number, validUntil = yearsAhead(5)): ClearanceAnswer => ({
  ...{ version, outcome: "clear", validUntil, receivedOn: null, note: "" },
});

/** Passes every gate asked for of a candidacy, for five years. */
export async function clearAll(candidacyId: string) {
  const vetting = await anAccount("vettingOfficer", "Vetting");
  const gates = await database().clearance.findMany({
    where: { candidacyId },
    orderBy: { kind: "asc" },
    select: { id: true, kind: true, version: true },
  });
  for (const { id, kind, version } of gates) {
    if (kind === "references") await aReferenceEach(vetting, id);
    must(await recordClearance(vetting, { clearanceId: id, answer: clearUntil(version) }));
  }
}
