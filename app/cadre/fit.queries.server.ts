import type { Actor } from "#app/access/actor.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOrNull } from "#app/platform/utc-day.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import type { MemberFacts } from "./demand.ts";
import type { OrderedMember } from "./fit-order.ts";

/** Members of a page of the order, with what their reasons and gaps are said from. */
export async function readFittingMembers(
  actor: Actor,
  ordered: readonly OrderedMember[],
  vacancyId: string | null,
) {
  const ofVacancy = vacancyId === null ? { vacancyId: { in: [] } } : { vacancyId };
  const members = await database().cadreMembership.findMany({
    where: { id: { in: ordered.map(({ membershipId }) => membershipId) } },
    select: {
      ...{ id: true, personId: true, seniorYears: true, fieldMissions: true, deployableWithin: true },
      ...{ availableFrom: true, availableUntil: true, impossibleStates: true, roleKindCodes: true },
      interests: { where: ofVacancy, select: { statedAt: true } },
      vacancyInvitations: { where: ofVacancy, select: { answer: true, invitedAt: true } },
      person: {
        select: {
          ...{ givenName: true, familyName: true, gender: true, nationalities: true, rank: true },
          profile: { select: { currentPost: true } },
          languages: { select: { languageCode: true, level: true } },
          career: { select: { title: true } },
          nominations: { where: { ...ofVacancy, state: "submitted" }, take: 1, select: { id: true } },
          candidacies: {
            where: notRecused(actor),
            select: {
              clearances: {
                where: { outcome: "clear", validUntil: { gte: new Date(today()) } },
                select: { kind: true, validUntil: true },
              },
            },
          },
        },
      },
    },
  });
  return members.map(({ person, interests, vacancyInvitations, ...member }) => {
    const facts: MemberFacts = {
      ...{ seniorYears: member.seniorYears, fieldMissions: member.fieldMissions },
      deployableWithin: member.deployableWithin,
      languages: person.languages.map(({ languageCode, level }) => ({ code: languageCode, level })),
      ...{ nationalities: person.nationalities, rank: person.rank },
      currentPost: person.profile?.currentPost ?? null,
      titles: person.career.map(({ title }) => title),
    };
    const [invitation] = vacancyInvitations;
    return {
      ...{ id: member.id, personId: member.personId, facts },
      name: `${person.givenName} ${person.familyName}`,
      gender: person.gender,
      ...{ impossibleStates: member.impossibleStates, roleKindCodes: member.roleKindCodes },
      deployableWithin: member.deployableWithin,
      availableFrom: dayOrNull(member.availableFrom),
      availableUntil: dayOrNull(member.availableUntil),
      interested: interests.length > 0,
      invited: invitation ? { answer: invitation.answer } : null,
      nominated: person.nominations.length > 0,
      clearances: latestOf(person.candidacies.flatMap(({ clearances }) => clearances)),
    };
  });
}

/** Of each kind of clearance that is clear today, the one that holds longest. */
function latestOf<K extends string>(
  clearances: readonly { readonly kind: K; readonly validUntil: Date | null }[],
) {
  const latest = new Map<K, string>();
  for (const { kind, validUntil } of clearances) {
    const until = dayOrNull(validUntil) ?? "";
    if (until > (latest.get(kind) ?? "")) latest.set(kind, until);
  }
  return [...latest].map(([kind, validUntil]) => ({ kind, validUntil }));
}

/** Everybody of the cadre who said that a vacancy interests them, found ready for it or not. */
export async function listInterested(vacancyId: string) {
  const interests = await database().vacancyInterest.findMany({
    where: { vacancyId, membership: { state: "active" } },
    orderBy: [{ statedAt: "desc" }, { membershipId: "asc" }],
    take: 100,
    select: {
      ...{ membershipId: true, statedAt: true, stateCode: true },
      membership: { select: { person: { select: { givenName: true, familyName: true } } } },
    },
  });
  return interests.map(({ membership, statedAt, ...one }) => ({
    ...one,
    statedAt: statedAt.toISOString(),
    name: `${membership.person.givenName} ${membership.person.familyName}`,
  }));
}
