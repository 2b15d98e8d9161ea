import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Gender, MembershipState, ReadinessLevel } from "#app/generated/prisma/client.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { type PageOf, searchCadre } from "./member-search.queries.server.ts";
import type { MemberSearch } from "./member-search.ts";
import { holdsSql, inPostOn } from "./valid-readiness.queries.server.ts";

export const MEMBERS_PER_PAGE = 50;

/** A member as a list shows them; days as ISO text. */
interface ListedMember {
  readonly id: string;
  readonly state: MembershipState;
  readonly enteredVia: string;
  readonly availableFrom: string | null;
  readonly confirmedAt: Date | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: Gender;
  readonly nationalities: readonly string[];
  readonly languages: readonly { readonly languageCode: string; readonly level: number }[];
  readonly inPostUntil: string | null;
  /** What holds today. */
  readonly readiness: readonly {
    readonly level: ReadinessLevel;
    readonly expiresOn: string;
    readonly roleKind: { readonly code: string; readonly nameEn: string; readonly nameFr: string };
  }[];
}

/**
 * Members of the cadre whom a search finds for a reader, newest first, with how many there are of each value of each
 * facet. What they are ready for is what still holds; nothing else is read. Beyond the last page stands the last.
 */
export async function listMembers(reader: Pick<Actor, "userId">, search: MemberSearch, asked: PageOf) {
  const { total, counts, pageOf } = await searchCadre(reader, search);
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / asked.perPage)));
  return { total, counts, page, members: await readListed(pageOf({ ...asked, page })) };
}

/** Some members as a list shows them, in the order in which they are asked for: one statement. */
async function readListed(ids: readonly string[]) {
  if (ids.length === 0) return [];
  const found = await database().$queryRaw<readonly ListedMember[]>`
    SELECT m."id", m."state"::text, m."enteredVia", m."availableFrom"::text, m."confirmedAt",
      p."givenName", p."familyName", p."gender"::text, p."nationalities",
      (SELECT coalesce(json_agg(json_build_object('languageCode', l."languageCode", 'level', l."level")
        ORDER BY l."languageCode"), '[]') FROM "PersonLanguage" l WHERE l."personId" = p."id") AS "languages",
      (SELECT max(a."endsOn")::text FROM "Appointment" a WHERE a."personId" = p."id"
        AND a."startsOn" <= ${today()}::date AND a."endsOn" >= ${today()}::date) AS "inPostUntil",
      (SELECT coalesce(json_agg(json_build_object('level', r."level", 'expiresOn', r."expiresOn",
          'roleKind', json_build_object('code', k."code", 'nameEn', k."nameEn", 'nameFr', k."nameFr"))
        ORDER BY k."position"), '[]') FROM "Readiness" r JOIN "RoleKind" k ON k."code" = r."roleKindCode"
        WHERE r."membershipId" = m."id" AND ${holdsSql()}) AS "readiness"
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY asked(id, nth)
    JOIN "CadreMembership" m ON m."id" = asked.id JOIN "Person" p ON p."id" = m."personId"
    ORDER BY asked.nth`;
  return found.map((member) => ({ ...member, confirmedAt: member.confirmedAt?.toISOString() ?? null }));
}

export type MemberRow = Awaited<ReturnType<typeof listMembers>>["members"][number];

/** The role kinds to choose from. */
export const listRoleKinds = () =>
  database().roleKind.findMany({
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

/** The languages that members of the cadre can be searched by. */
export const listSpoken = () =>
  database().language.findMany({
    orderBy: { nameEn: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

const memberDetail = {
  id: true,
  state: true,
  enteredVia: true,
  enteredAt: true,
  confirmedAt: true,
  lapsedAt: true,
  version: true,
  availableFrom: true,
  availableUntil: true,
  deployableWithin: true,
  seniorYears: true,
  fieldMissions: true,
  roleKindCodes: true,
  impossibleStates: true,
  personId: true,
  consents: { select: { purpose: true, given: true, changedAt: true } },
  person: {
    select: {
      givenName: true,
      familyName: true,
      gender: true,
      nationalities: true,
      languages: {
        select: { level: true, languageCode: true, language: { select: { nameEn: true, nameFr: true } } },
      },
      career: {
        orderBy: { startYear: "desc" },
        select: { id: true, title: true, employer: true, startYear: true, endYear: true },
      },
    },
  },
  readiness: {
    orderBy: { roleKind: { position: "asc" } },
    select: {
      id: true,
      roleKindCode: true,
      level: true,
      evidence: true,
      assessedById: true,
      givenAt: true,
      expiresOn: true,
      version: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
    },
  },
} as const;

type Where = { readonly id: string } | { readonly personId: string };

async function readOne(where: Where, locale: string) {
  const found = await database().cadreMembership.findUnique({ where, select: memberDetail });
  if (!found) return null;
  const { readiness, person, ...member } = found;
  const inPost = inPostOn().appointments.some;
  const [nameOf, assessors, post] = await Promise.all([
    stateNames(locale, [...person.nationalities, ...found.impossibleStates]),
    database().user.findMany({
      where: { id: { in: readiness.map(({ assessedById }) => assessedById) } },
      select: { id: true, name: true },
    }),
    database().appointment.findFirst({
      where: { personId: found.personId, ...inPost },
      orderBy: { endsOn: "desc" },
      select: { endsOn: true },
    }),
  ]);
  return {
    ...member,
    person: { ...person, nationalities: person.nationalities.map(nameOf) },
    impossibleIn: found.impossibleStates.map(nameOf),
    inPostUntil: post ? dayOf(post.endsOn) : null,
    enteredAt: found.enteredAt.toISOString(),
    confirmedAt: found.confirmedAt?.toISOString() ?? null,
    lapsedAt: found.lapsedAt?.toISOString() ?? null,
    availableFrom: found.availableFrom ? dayOf(found.availableFrom) : null,
    availableUntil: found.availableUntil ? dayOf(found.availableUntil) : null,
    consents: found.consents.map((one) => ({ ...one, changedAt: one.changedAt.toISOString() })),
    readiness: readiness.map(({ assessedById, ...finding }) => ({
      ...finding,
      assessor: assessors.find(({ id }) => id === assessedById)?.name ?? null,
      givenAt: finding.givenAt.toISOString(),
      expiresOn: dayOf(finding.expiresOn),
    })),
  };
}

export type MemberDetail = NonNullable<Awaited<ReturnType<typeof readOne>>>;

/** One member with the findings of readiness and their evidence. */
export const readMember = (membershipId: string, locale: string) => readOne({ id: membershipId }, locale);

/** The membership of the actor's own person; null where there is none. */
export const readOwnMembership = (actor: Actor) =>
  actor.personId ? readOne({ personId: actor.personId }, actor.locale) : null;

/** The states whose national the actor's own person is, to choose from. */
export async function listOwnStates(actor: Actor) {
  if (!actor.personId) return [];
  const person = await database().person.findUnique({
    where: { id: actor.personId },
    select: { nationalities: true },
  });
  const codes = person?.nationalities ?? [];
  const nameOf = await stateNames(actor.locale, codes);
  return codes.map((code) => ({ value: code, label: nameOf(code) }));
}

/**
 * Where missions work that are open today, to choose from: where somebody might not be able to serve. A place that the
 * tables do not know as a state is called by its missions.
 */
export async function listHostStates(locale: string) {
  const missions = await database().mission.findMany({
    where: { OR: [{ endsOn: null }, { endsOn: { gte: now() } }] },
    orderBy: { acronym: "asc" },
    select: { acronym: true, hostCodes: true },
  });
  const codes = [...new Set(missions.flatMap(({ hostCodes }) => hostCodes))];
  const nameOf = await stateNames(locale, codes);
  const missionsIn = (code: string) =>
    missions.filter(({ hostCodes }) => hostCodes.includes(code)).map(({ acronym }) => acronym);
  return codes
    .map((code) => ({
      value: code,
      label: nameOf(code) === code ? missionsIn(code).join(", ") : nameOf(code),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** Whether the actor's own person is an active member, who may say that a vacancy interests them. */
export async function isActiveMember(actor: Actor | null): Promise<boolean> {
  if (!actor?.personId || !can(actor, "membership.readOwn")) return false;
  const { personId } = actor;
  return (await database().cadreMembership.count({ where: { personId, state: "active" } })) > 0;
}
