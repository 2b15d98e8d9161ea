import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { keepProfile } from "#app/cadre/keep-profile.server.ts";
import type { MemberProfile } from "#app/cadre/member-profile.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import type { DirectProposal, ReadinessFinding } from "#app/cadre/readiness.ts";
import { database } from "#app/platform/database.server.ts";
import { must } from "./must.ts";
import { aScreenedVacancy } from "./screened-vacancy.ts";

/** The code of a refusal, or "ok". */
export const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;

/** What the record holds about one thing, oldest first. */
export const events = (subjectId: string, kind?: string) =>
  database().recordEvent.findMany({ where: { subjectId, kind }, orderBy: { sequence: "asc" } });

/** A finding of readiness that may be given. */
export const finding: ReadinessFinding = {
  roleKindCode: "srsg",
  level: "now",
  evidence: "Led the talks of 2019 and of 2022 to an agreement.",
};

/** Somebody who may be proposed. */
export const proposal = (changes: Partial<DirectProposal> = {}): DirectProposal => ({
  ...finding,
  givenName: "Amina",
  familyName: "Diallo",
  email: `${randomUUID()}@example.org`,
  gender: "woman",
  nationality: "SN",
  ...changes,
});

/** What a member may say of themself. */
export const profile = (changes: Partial<MemberProfile> = {}): MemberProfile => ({
  availableFrom: "2026-01-01",
  availableUntil: undefined,
  deployableWithin: 30,
  seniorYears: 20,
  fieldMissions: 3,
  roleKindCodes: [],
  impossibleStates: [],
  languages: [],
  consents: ["vacancies", "assessments"],
  ...changes,
});

/** Keeps a profile on what stands, as somebody does who has just opened the page. */
export async function stateProfile(
  member: Actor,
  { membershipId, profile: said }: { readonly membershipId: string; readonly profile: MemberProfile },
) {
  const standing = await database().cadreMembership.findUnique({ where: { id: membershipId } });
  return keepProfile(member, { membershipId, version: standing?.version ?? 0, profile: said });
}

/** A member who agreed and keeps a profile, found ready as proposed. */
export async function anActiveMember(
  officer: Actor,
  changes: Partial<DirectProposal> = {},
  said: Partial<MemberProfile> = {},
) {
  const { membershipId } = must(await proposeMember(officer, proposal(changes)));
  const member = await memberOf(membershipId);
  must(await stateProfile(member, { membershipId, profile: profile(said) }));
  return { membershipId, member };
}

/** The actor who is the person of a membership. */
export async function memberOf(membershipId: string): Promise<Actor> {
  const { person } = await database().cadreMembership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { person: { select: { id: true, userId: true, givenName: true } } },
  });
  return {
    userId: person.userId,
    personId: person.id,
    name: person.givenName,
    role: "candidate",
    stateCode: null,
    roles: [{ role: "candidate", stateCode: null }],
    locale: "en",
    timeZone: "UTC",
  };
}

/** A candidacy after the decision went to somebody else, with consent to the cadre. */
export async function notSelected(outcome: "suitable" | "recommended" | "notRecommended" = "suitable") {
  const { vacancyId, candidacyIds } = await aScreenedVacancy([{ gender: "woman", state: "UY" }]);
  const candidacyId = candidacyIds[0] ?? "";
  await database().vacancy.update({ where: { id: vacancyId }, data: { state: "decided" } });
  await database().candidacy.update({ where: { id: candidacyId }, data: { state: outcome } });
  await database().finding.create({
    data: { candidacyId, outcome, text: "Found so.", writtenById: "chair" },
  });
  await database().consent.create({
    data: { candidacyId, purpose: "cadre", given: true, textVersion: "1" },
  });
  return { vacancyId, candidacyId };
}
