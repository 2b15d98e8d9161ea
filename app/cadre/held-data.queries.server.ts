import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { VACANCY_TITLE } from "./vacancy-title.ts";

const SEAT = {
  ...{ id: true, givenName: true, familyName: true, reason: true, state: true, exception: true },
  ...{ nominatedAt: true, course: { select: { title: true, startsOn: true } } },
  nominatedBy: { select: { nameEn: true, nameFr: true } },
} as const satisfies Prisma.CourseNominationSelect;

const COMPACT = {
  ...{ id: true, year: true, createdAt: true, leaderSignedAt: true, supervisorSignedAt: true },
  notes: { select: { moment: true, side: true, heldOn: true, text: true, writtenAt: true } },
} as const satisfies Prisma.CompactSelect;

/** A clearance that does not hold is told by its candidacy's letter, and why it does not is sealed. */
const CLEARED = {
  where: { outcome: "clear" },
  select: { id: true, kind: true, validUntil: true, receivedOn: true },
} as const satisfies Prisma.Candidacy$clearancesArgs;

/**
 * Everything that the programme holds about a member as a person and as a member, to be read by that member alone. What
 * is held of each candidacy stands on its own page. A test holds this to the columns that are tagged as personal.
 */
export const readHeldData = (personId: string) =>
  database().person.findUnique({
    where: { id: personId },
    select: {
      ...{ givenName: true, familyName: true, email: true, gender: true, birthYear: true, birthDate: true },
      ...{ nationalities: true, rank: true, service: true, timeZone: true, createdAt: true, updatedAt: true },
      user: { select: { locale: true } },
      languages: { select: { languageCode: true, level: true, language: true } },
      career: {
        orderBy: { startYear: "desc" },
        select: {
          ...{ id: true, title: true, employer: true, startYear: true, startMonth: true, endYear: true },
          ...{ endMonth: true, peopleLed: true, supervisor: true, budgetThousands: true, missionId: true },
          ...{ roleKindCode: true, mission: { select: { acronym: true } } },
        },
      },
      fieldService: {
        orderBy: { startYear: "desc" },
        select: {
          ...{ id: true, mission: true, role: true, startYear: true, startMonth: true },
          ...{ endYear: true, endMonth: true },
        },
      },
      education: { select: { id: true, degree: true, institution: true, year: true } },
      courses: { select: { id: true, name: true, organiser: true, year: true } },
      profile: {
        select: {
          ...{ visionStatement: true, seniorYears: true, fieldMissions: true, deployableDays: true },
          ...{ currentPost: true, completedAt: true },
        },
      },
      nominations: {
        orderBy: { submittedAt: "desc" },
        select: {
          ...{ id: true, submittedAt: true, call: { select: { reference: true } } },
          nominatingState: { select: { nameEn: true, nameFr: true } },
          candidacy: { select: { id: true } },
        },
      },
      appointments: {
        orderBy: { startsOn: "desc" },
        select: {
          ...{ id: true, startsOn: true, endsOn: true, createdAt: true, post: VACANCY_TITLE.post },
          compacts: { orderBy: { year: "desc" }, select: COMPACT },
        },
      },
      candidacies: { select: { clearances: CLEARED } },
      courseNominations: { orderBy: { nominatedAt: "desc" }, select: SEAT },
      cadreMembership: {
        select: {
          ...{ state: true, enteredVia: true, reason: true, enteredAt: true, confirmedAt: true },
          ...{ availableFrom: true, availableUntil: true, deployableWithin: true, seniorYears: true },
          ...{ fieldMissions: true, roleKindCodes: true, impossibleStates: true },
          consents: { select: { purpose: true, given: true, changedAt: true } },
          readiness: {
            select: {
              ...{ id: true, level: true, evidence: true, givenAt: true, expiresOn: true },
              roleKind: { select: { nameEn: true, nameFr: true } },
            },
          },
          interests: { select: { stateCode: true, statedAt: true, vacancy: { select: VACANCY_TITLE } } },
          vacancyInvitations: {
            select: {
              ...{ id: true, invitedAt: true, answer: true, answeredAt: true },
              vacancy: { select: VACANCY_TITLE },
            },
          },
          development: {
            orderBy: [{ dueOn: "asc" }, { id: "asc" }],
            select: {
              ...{ id: true, kind: true, aim: true, dueOn: true, state: true, evidence: true },
              ...{ createdAt: true, updatedAt: true },
            },
          },
        },
      },
    },
  });

export type HeldData = NonNullable<Awaited<ReturnType<typeof readHeldData>>>;
