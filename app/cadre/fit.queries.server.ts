import type { Actor } from "#app/access/actor.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { type Demand, figuresOf, type MemberFacts, verdictsOn } from "./demand.ts";
import { FIT_GROUPS } from "./fit.ts";
import { FIT_PER_PAGE, orderByFit } from "./fit-order.queries.server.ts";
import type { OrderedMember } from "./fit-order.ts";
import { countPanelConflicts } from "./panel-conflicts.queries.server.ts";

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

interface Asked {
  readonly demand: Demand;
  /** Whose conflicts with a member bar them: those who sit on the vacancy's panel. */
  readonly judges: readonly string[];
  /** The vacancy, where there is one: who was invited to it, is interested or nominated. */
  readonly vacancyId: string | null;
  readonly page: number;
}

/** Members in order of fit, women and men side by side and the others with them, each with every reason and every gap. */
export async function readFit(actor: Actor, { demand, judges, vacancyId, page: asked }: Asked) {
  const { page, ordered } = await orderPage(actor, demand, asked);
  const details = await readMembers(actor, ordered, vacancyId);
  const conflicts = await countPanelConflicts(
    database(),
    judges,
    details.map(({ personId }) => personId),
  );
  const { barred } = figuresOf(demand);
  const nameOf = await stateNames(actor.locale, barred);
  const byId = new Map(details.map((one) => [one.id, one]));
  const members = ordered.flatMap((place) => {
    const member = byId.get(place.membershipId);
    if (!member) return [];
    const { facts, personId, ...shown } = member;
    return [
      {
        ...shown,
        ...place,
        verdicts: verdictsOn(demand, facts),
        host: facts.nationalities.filter((code) => barred.includes(code)).map(nameOf),
        impossible: shown.impossibleStates.some((code) => demand.hostCodes.includes(code)),
        unwilling: shown.roleKindCodes.length > 0 && !shown.roleKindCodes.includes(demand.roleKindCode),
        conflicts: conflicts.get(personId) ?? 0,
      },
    ];
  });
  return {
    page,
    total: ordered[0]?.of ?? 0,
    most: mostIn(ordered),
    groups: FIT_GROUPS.map((group) => ({
      group,
      count: ordered.find((one) => one.group === group)?.inGroup ?? 0,
      members: members.filter((one) => one.group === group),
    })),
  };
}

const mostIn = (ordered: readonly OrderedMember[]) => Math.max(0, ...ordered.map(({ inGroup }) => inGroup));

/** A page of the order; beyond the last stands the last, since an empty one knows of nobody. */
async function orderPage(actor: Actor, demand: Demand, page: number) {
  const ordered = await orderByFit(actor, demand, page);
  if (ordered.length > 0 || page === 1) return { page, ordered };
  const first = await orderByFit(actor, demand, 1);
  const last = Math.max(1, Math.ceil(mostIn(first) / FIT_PER_PAGE));
  return { page: last, ordered: last === 1 ? first : await orderByFit(actor, demand, last) };
}

export type Fit = Awaited<ReturnType<typeof readFit>>;
export type FittingMember = Fit["groups"][number]["members"][number];

async function readMembers(actor: Actor, ordered: readonly OrderedMember[], vacancyId: string | null) {
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
      availableFrom: dayOf(member.availableFrom),
      availableUntil: dayOf(member.availableUntil),
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
    const until = dayOf(validUntil) ?? "";
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
