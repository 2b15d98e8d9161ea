import type { Actor } from "#app/access/actor.ts";
import { stateNames } from "#app/i18n/state-choices.queries.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { MembershipState } from "./lifecycle.ts";
import type { ReadinessLevel } from "./readiness.ts";

export const MEMBERS_PER_PAGE = 50;

export interface MemberFilter {
  readonly state?: MembershipState;
  readonly roleKindCode?: string;
  readonly level?: ReadinessLevel;
  readonly page: number;
}

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Members of the cadre, newest first. A readiness asked for is one that has not expired. */
export async function listMembers(filter: MemberFilter) {
  const today = new Date(day(now()));
  const readiness =
    filter.roleKindCode || filter.level
      ? { some: { roleKindCode: filter.roleKindCode, level: filter.level, expiresOn: { gte: today } } }
      : undefined;
  const where = { state: filter.state, readiness };
  const [total, members] = await Promise.all([
    database().cadreMembership.count({ where }),
    database().cadreMembership.findMany({
      where,
      orderBy: [{ enteredAt: "desc" }, { id: "asc" }],
      skip: (filter.page - 1) * MEMBERS_PER_PAGE,
      take: MEMBERS_PER_PAGE,
      select: {
        id: true,
        state: true,
        enteredVia: true,
        availableFrom: true,
        confirmedAt: true,
        person: { select: { givenName: true, familyName: true, gender: true, nationalities: true } },
        readiness: {
          orderBy: { roleKind: { position: "asc" } },
          select: {
            level: true,
            expiresOn: true,
            roleKind: { select: { code: true, nameEn: true, nameFr: true } },
          },
        },
      },
    }),
  ]);
  return {
    total,
    members: members.map(({ person, readiness: findings, ...member }) => ({
      ...member,
      ...person,
      availableFrom: member.availableFrom ? day(member.availableFrom) : null,
      confirmedAt: member.confirmedAt?.toISOString() ?? null,
      readiness: findings.map((finding) => ({ ...finding, expiresOn: day(finding.expiresOn) })),
    })),
  };
}

/** The role kinds to choose from. */
export const listRoleKinds = () =>
  database().roleKind.findMany({
    orderBy: { position: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

const memberDetail = {
  id: true,
  state: true,
  enteredVia: true,
  enteredAt: true,
  confirmedAt: true,
  availableFrom: true,
  personId: true,
  person: {
    select: {
      givenName: true,
      familyName: true,
      gender: true,
      nationalities: true,
      languages: { select: { level: true, language: { select: { nameEn: true, nameFr: true } } } },
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
      level: true,
      evidence: true,
      givenAt: true,
      expiresOn: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
    },
  },
} as const;

type Where = { readonly id: string } | { readonly personId: string };

async function readOne(where: Where, locale: string) {
  const found = await database().cadreMembership.findUnique({ where, select: memberDetail });
  if (!found) return null;
  const { readiness, person, ...member } = found;
  const nameOf = await stateNames(locale, person.nationalities);
  return {
    ...member,
    person: { ...person, nationalities: person.nationalities.map(nameOf) },
    enteredAt: found.enteredAt.toISOString(),
    confirmedAt: found.confirmedAt?.toISOString() ?? null,
    availableFrom: found.availableFrom ? day(found.availableFrom) : null,
    readiness: readiness.map((finding) => ({
      ...finding,
      givenAt: finding.givenAt.toISOString(),
      expiresOn: day(finding.expiresOn),
    })),
  };
}

/** One member with the findings of readiness and their evidence. */
export const readMember = (membershipId: string, locale: string) => readOne({ id: membershipId }, locale);

/** The membership of the actor's own person; null where there is none. */
export const readOwnMembership = (actor: Actor) =>
  actor.personId ? readOne({ personId: actor.personId }, actor.locale) : null;
