import type { Actor } from "#app/access/actor.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { changeWithin } from "./keep-membership.server.ts";
import { profileArrow } from "./lifecycle.ts";
import {
  CADRE_CONSENT_VERSION,
  CADRE_PURPOSES,
  type CadrePurpose,
  type MemberProfile,
} from "./member-profile.ts";

interface Order {
  readonly membershipId: string;
  /** Of the membership that was read. */
  readonly version: number;
  readonly profile: MemberProfile;
}

const dayOrNull = (day: string | undefined) => (day === undefined ? null : new Date(day));

/**
 * The member keeps the profile current, which confirms the file at the same time: when they are free, how soon, for
 * what, where not, their languages, and what they agree to. Whoever was proposed becomes a member by it; whoever paused
 * stays paused until they say that they are back.
 */
export const keepProfile = (
  actor: Actor,
  { membershipId, version, profile }: Order,
): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    if (profile.availableUntil !== undefined && profile.availableUntil < today())
      return refuse("availableInPast", {}, "availableUntil");
    const languages = await knownLanguages(tx, profile.languages);
    if (languages === null) return refuse("languageUnknown");
    const unknown = await refuseUnknown(tx, profile);
    if (unknown) return unknown;
    const found = await tx.cadreMembership.findUnique({
      where: { id: membershipId },
      select: { state: true },
    });
    const arrow = profileArrow(found?.state ?? "proposed");
    const changed = await changeWithin(tx, actor, { membershipId, arrow, version, data: stated(profile) });
    if (!changed.ok) return changed;
    await keepLanguages(tx, membershipId, languages);
    await keepConsents(tx, actor, membershipId, profile.consents);
    return ok();
  }, "Serializable");

const stated = (profile: MemberProfile) => ({
  confirmedAt: now(),
  availableFrom: new Date(profile.availableFrom),
  availableUntil: dayOrNull(profile.availableUntil),
  deployableWithin: profile.deployableWithin ?? null,
  seniorYears: profile.seniorYears ?? null,
  fieldMissions: profile.fieldMissions ?? null,
  roleKindCodes: [...new Set(profile.roleKindCodes)],
  impossibleStates: [...new Set(profile.impossibleStates)],
});

/** Kinds of post and states that no table knows would take the member out of every count without a word. */
async function refuseUnknown(tx: Transaction, { roleKindCodes, impossibleStates }: MemberProfile) {
  const [kinds, states, missions] = await Promise.all([
    tx.roleKind.findMany({ select: { code: true } }),
    tx.state.findMany({ where: { code: { in: [...impossibleStates] } }, select: { code: true } }),
    tx.mission.findMany({
      where: { hostCodes: { hasSome: [...impossibleStates] } },
      select: { hostCodes: true },
    }),
  ]);
  const roles = new Set(kinds.map(({ code }) => code));
  if (roleKindCodes.some((code) => !roles.has(code))) return refuse("roleKindUnknown", {}, "roleKindCodes");
  const places = new Set([
    ...states.map(({ code }) => code),
    ...missions.flatMap(({ hostCodes }) => hostCodes),
  ]);
  return impossibleStates.some((code) => !places.has(code))
    ? refuse("stateUnknown", {}, "impossibleStates")
    : null;
}

interface Spoken {
  readonly code: string;
  readonly level: number;
}

/** The languages stated with a level; null where one is not of the tables, or is stated twice. */
async function knownLanguages(
  tx: Transaction,
  languages: MemberProfile["languages"],
): Promise<readonly Spoken[] | null> {
  const stated = languages.flatMap(({ code, level }) => (level === undefined ? [] : [{ code, level }]));
  const codes = [...new Set(stated.map(({ code }) => code))];
  const known = await tx.language.count({ where: { code: { in: codes } } });
  return known === stated.length ? stated : null;
}

async function keepLanguages(tx: Transaction, membershipId: string, languages: readonly Spoken[]) {
  const { personId } = await tx.cadreMembership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { personId: true },
  });
  await tx.personLanguage.deleteMany({ where: { personId } });
  await tx.personLanguage.createMany({
    data: languages.map(({ code, level }) => ({ personId, languageCode: code, level })),
  });
}

async function keepConsents(
  tx: Transaction,
  actor: Actor,
  membershipId: string,
  agreed: readonly CadrePurpose[],
) {
  const standing = await tx.cadreConsent.findMany({ where: { membershipId } });
  for (const purpose of CADRE_PURPOSES) {
    const given = agreed.includes(purpose);
    if (standing.find((one) => one.purpose === purpose)?.given === given) continue;
    const stands = { given, textVersion: CADRE_CONSENT_VERSION, changedAt: now() };
    await tx.cadreConsent.upsert({
      where: { membershipId_purpose: { membershipId, purpose } },
      create: { membershipId, purpose, ...stands },
      update: stands,
      select: { purpose: true },
    });
    await appendEvent(tx, actor, {
      kind: "consent.changed",
      subject: { type: "membership", id: membershipId },
      facts: { purpose, given, textVersion: CADRE_CONSENT_VERSION },
    });
  }
}
