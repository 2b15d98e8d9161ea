import type { Prisma } from "#app/generated/prisma/client.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { levelOn } from "./readiness.ts";
import { VACANCY_TITLE } from "./vacancy-title.ts";

/** So many announced vacancies a member is shown, those that close first on top. */
const MOST = 50;

/** Vacancies whose call takes nominations now, of every state or of one of these. */
export const announcedTo = (nationalities: readonly string[]): Prisma.VacancyWhereInput => ({
  state: "open",
  call: {
    state: "open",
    opensAt: { lte: now() },
    takesUntil: { gt: now() },
    OR: [{ targetedStateCodes: { isEmpty: true } }, { targetedStateCodes: { hasSome: [...nationalities] } }],
  },
});

/** A vacancy that a member can still apply for; null where there is none such. */
export const findAnnounced = (reader: Reader, vacancyId: string, nationalities: readonly string[]) =>
  reader.vacancy.findFirst({
    where: { id: vacancyId, ...announcedTo(nationalities) },
    select: {
      ...VACANCY_TITLE,
      requirements: true,
      call: { select: { reference: true, closesAt: true, timeZone: true } },
    },
  });

/** Announced vacancies as a member sees them: for which they are found ready, what they said, and where they were asked. */
export async function listAnnounced(membershipId: string) {
  const member = await database().cadreMembership.findUniqueOrThrow({
    where: { id: membershipId },
    select: {
      person: { select: { nationalities: true } },
      readiness: { select: { roleKindCode: true, level: true, expiresOn: true } },
    },
  });
  const vacancies = await database().vacancy.findMany({
    where: announcedTo(member.person.nationalities),
    orderBy: [{ call: { closesAt: "asc" } }, { reference: "asc" }],
    take: MOST,
    select: {
      ...VACANCY_TITLE,
      id: true,
      call: { select: { reference: true, closesAt: true, selfNomination: true } },
      interests: { where: { membershipId }, select: { stateCode: true } },
      cadreInvitations: { where: { membershipId }, select: { id: true, answer: true } },
    },
  });
  return vacancies.map(({ post, call, interests, cadreInvitations, ...vacancy }) => {
    const finding = member.readiness.find(({ roleKindCode }) => roleKindCode === post.roleKindCode);
    const expiresOn = finding?.expiresOn.toISOString().slice(0, 10) ?? "";
    const [interest] = interests;
    return {
      ...{ id: vacancy.id, reference: vacancy.reference },
      roleKind: post.roleKind,
      mission: post.mission.acronym,
      call: call?.reference ?? vacancy.reference,
      closesAt: call?.closesAt?.toISOString() ?? null,
      mayNominateOneself: call?.selfNomination ?? false,
      readiness: finding ? levelOn({ level: finding.level, expiresOn }, today()) : null,
      interest: interest ? { stateCode: interest.stateCode } : null,
      invitation: cadreInvitations[0] ?? null,
    };
  });
}

export type AnnouncedVacancy = Awaited<ReturnType<typeof listAnnounced>>[number];

/** The members who let their state know that vacancies of this call interest them: for its focal points. */
export async function listInterestedOf(stateCode: string, callId: string) {
  const interests = await database().vacancyInterest.findMany({
    where: {
      stateCode,
      vacancy: { callId },
      membership: { state: "active", person: { nationalities: { has: stateCode } } },
    },
    orderBy: [{ statedAt: "desc" }, { membershipId: "asc" }],
    take: MOST,
    select: {
      ...{ membershipId: true, statedAt: true },
      vacancy: { select: { id: true, ...VACANCY_TITLE } },
      membership: { select: { person: { select: { givenName: true, familyName: true, email: true } } } },
    },
  });
  return interests.map(({ membershipId, statedAt, vacancy, membership }) => ({
    key: `${membershipId}:${vacancy.id}`,
    name: `${membership.person.givenName} ${membership.person.familyName}`,
    email: membership.person.email,
    roleKind: vacancy.post.roleKind,
    mission: vacancy.post.mission.acronym,
    statedAt: statedAt.toISOString(),
  }));
}

export type InterestedMember = Awaited<ReturnType<typeof listInterestedOf>>[number];
