import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { hashToken } from "./invitation.ts";
import { draftFileOf } from "./nominee-file.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";

export const CASES_PER_PAGE = 25;

/** Whose candidacy an e-mailed link leads to; null where the link serves no more, or never did. */
export async function findInvitation(token: string) {
  const found = await database().invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      expiresAt: true,
      usedAt: true,
      candidacyId: true,
      candidacy: {
        select: { state: true, person: { select: { id: true, givenName: true, familyName: true } } },
      },
    },
  });
  if (!found || found.expiresAt <= now()) return null;
  const { person, state } = found.candidacy;
  return {
    candidacyId: found.candidacyId,
    /** Whether the nominee has answered, one way or the other. */
    answered: found.usedAt !== null || state !== "nominated",
    expiresAt: found.expiresAt.toISOString(),
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`,
  };
}

/** What the form starts from: the call, who nominated, and what is on file about the person. */
export async function readConsentPage(candidacyId: string) {
  const [candidacy, languages] = await Promise.all([
    database().candidacy.findUnique({
      where: { id: candidacyId },
      select: {
        id: true,
        state: true,
        personId: true,
        vacancy: { select: { ...VACANCY_TITLE, state: true } },
        nomination: {
          select: {
            nominatingState: { select: { nameEn: true, nameFr: true } },
            draft: { select: { content: true } },
          },
        },
        person: {
          select: {
            givenName: true,
            familyName: true,
            gender: true,
            profile: { omit: { personId: true, completedAt: true } },
            languages: { select: { languageCode: true, level: true } },
            career: {
              orderBy: { startYear: "desc" },
              select: {
                title: true,
                employer: true,
                supervisor: true,
                startYear: true,
                endYear: true,
                peopleLed: true,
                budgetThousands: true,
              },
            },
          },
        },
      },
    }),
    database().language.findMany({
      orderBy: { nameEn: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
  ]);
  if (!candidacy) return null;
  const { vacancy, nomination, ...facts } = candidacy;
  return {
    ...facts,
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    nominatingState: nomination.nominatingState,
    /** What the nominator stated, for the candidate to confirm or correct. */
    stated: nomination.draft ? draftFileOf(nomination.draft.content) : null,
    languages,
  };
}
export type ConsentPage = NonNullable<Awaited<ReturnType<typeof readConsentPage>>>;

/** A person's own candidacies, the latest first. */
export async function listOwnCandidacies(personId: string, page: number) {
  const where = { personId };
  const [total, cases] = await Promise.all([
    database().candidacy.count({ where }),
    database().candidacy.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * CASES_PER_PAGE,
      take: CASES_PER_PAGE,
      select: {
        id: true,
        state: true,
        createdAt: true,
        vacancy: { select: { ...VACANCY_TITLE, state: true } },
      },
    }),
  ]);
  return {
    total,
    cases: cases.map(({ vacancy, createdAt, ...one }) => ({
      ...one,
      ...vacancy.post,
      reference: vacancy.reference,
      vacancyState: vacancy.state,
      nominatedAt: createdAt.toISOString(),
    })),
  };
}

/** One candidacy as its candidate may see it: steps, documents and consents; no score and no finding. */
export async function readOwnCandidacy(id: string) {
  const candidacy = await database().candidacy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      personId: true,
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
      nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
      stages: { select: { stage: true, reachedAt: true } },
      documents: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, size: true } },
      consents: { select: { purpose: true, given: true } },
      clearances: { select: { answeredAt: true } },
    },
  });
  if (!candidacy) return null;
  const { vacancy, nomination, stages, clearances, ...facts } = candidacy;
  return {
    ...facts,
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    nominatingState: nomination.nominatingState,
    stages: stages.map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() })),
    clearances: {
      asked: clearances.length,
      answered: clearances.filter(({ answeredAt }) => answeredAt).length,
    },
  };
}
