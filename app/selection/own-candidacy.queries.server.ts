import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { candidateFileOf, differencesOf } from "./candidate-file.ts";
import type { CaseDates } from "./case-clock.ts";
import { caseFile, LATEST_VERSION } from "./case-file.queries.server.ts";
import { caseHistory } from "./case-history.ts";
import { correctionsOf } from "./file-history.ts";
import { hashToken } from "./invitation.ts";
import { OPEN_STAGES } from "./nomination-status.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { HEADQUARTERS_TIME_ZONE } from "./vacancy.ts";

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
        nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
        fileVersions: LATEST_VERSION,
        person: {
          select: {
            givenName: true,
            familyName: true,
            gender: true,
            birthDate: true,
            profile: { omit: { personId: true, completedAt: true } },
            languages: { select: { languageCode: true, level: true } },
            career: {
              orderBy: { startYear: "desc" },
              select: {
                title: true,
                employer: true,
                supervisor: true,
                ...{ startYear: true, startMonth: true, endYear: true, endMonth: true },
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
  const { vacancy, nomination, person, fileVersions, ...facts } = candidacy;
  const [stated] = fileVersions;
  return {
    ...facts,
    ...vacancy.post,
    person: { ...person, birthDate: person.birthDate?.toISOString().slice(0, 10) ?? null },
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    nominatingState: nomination.nominatingState,
    /** What the nominator stated, for the candidate to confirm or correct. */
    stated: stated ? candidateFileOf(stated.content) : null,
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

/**
 * One candidacy as its candidate may see it: steps, documents, consents, what was corrected; no score and no finding,
 * and no date by which a panel works.
 */
export async function readOwnCandidacy(id: string) {
  const candidacy = await database().candidacy.findUnique({ where: { id }, select: OWN });
  if (!candidacy) return null;
  const {
    vacancy,
    nomination,
    clearances,
    documents,
    fileVersions,
    attestations,
    screening,
    declinedSelection,
    ...facts
  } = candidacy;
  const stages = facts.stages.map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() }));
  const reached = (wanted: string) => stages.find(({ stage }) => stage === wanted)?.reachedAt ?? null;
  const screenedAt = screening?.createdAt.toISOString() ?? null;
  const withdrawnAt = facts.withdrawnAt?.toISOString() ?? null;
  return {
    ...{ id, state: facts.state, personId: facts.personId, consents: facts.consents, stages },
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    timeZone: vacancy.call?.timeZone ?? HEADQUARTERS_TIME_ZONE,
    nominatingState: nomination.nominatingState,
    documents: documents.flatMap(({ createdAt, removedAt, ...file }) => (removedAt ? [] : [file])),
    attested: attestations.length,
    clearances: {
      asked: clearances.length,
      answered: clearances.filter(({ answeredAt }) => answeredAt).length,
    },
    dates: {
      nominatedAt: nomination.submittedAt.toISOString(),
      consentedAt: reached("consented"),
      ...{ screenedAt, withdrawnAt },
      decidedAt: vacancy.decision?.decidedAt.toISOString() ?? null,
      answerBy: facts.invitations[0]?.expiresAt.toISOString() ?? null,
      closesAt: vacancy.call?.closesAt?.toISOString() ?? null,
      decisionDueOn: vacancy.decisionDueOn?.toISOString().slice(0, 10) ?? null,
    } satisfies CaseDates,
    history: caseHistory({
      stages,
      corrections: correctionsOf(fileVersions),
      documents: documents.map(({ name, createdAt, removedAt }) => ({
        ...{ name, createdAt: createdAt.toISOString(), removedAt: removedAt?.toISOString() ?? null },
      })),
      consentChanges: facts.consentChanges.map(({ changedAt, ...change }) => ({
        ...{ ...change, changedAt: changedAt.toISOString() },
      })),
      attestedAt: attestations.map(({ attestedAt }) => attestedAt.toISOString()),
      screenedOutAt: facts.state === "screenedOut" ? screenedAt : null,
      withdrawnAt,
      declined: declinedSelection && {
        selectedAt: declinedSelection.decidedAt.toISOString(),
        declinedAt: declinedSelection.declinedAt.toISOString(),
      },
    }),
  };
}

const OWN = {
  id: true,
  state: true,
  personId: true,
  withdrawnAt: true,
  vacancy: {
    select: {
      ...VACANCY_TITLE,
      state: true,
      call: { select: { closesAt: true, timeZone: true } },
      decisionDueOn: true,
      decision: { select: { decidedAt: true } },
    },
  },
  nomination: {
    select: { submittedAt: true, nominatingState: { select: { nameEn: true, nameFr: true } } },
  },
  stages: { where: { stage: { in: [...OPEN_STAGES] } }, select: { stage: true, reachedAt: true } },
  documents: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{
        id: true,
        kind: true,
        name: true,
        size: true,
        ofCandidate: true,
        createdAt: true,
        removedAt: true,
      },
    },
  },
  consents: { select: { purpose: true, given: true } },
  consentChanges: { orderBy: { changedAt: "asc" }, select: { purpose: true, given: true, changedAt: true } },
  attestations: { orderBy: { number: "asc" }, select: { attestedAt: true } },
  fileVersions: {
    orderBy: { number: "asc" },
    select: { number: true, author: true, content: true, writtenAt: true },
  },
  invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { expiresAt: true } },
  screening: { select: { createdAt: true } },
  declinedSelection: { select: { decidedAt: true, declinedAt: true } },
  clearances: { select: { answeredAt: true } },
} as const satisfies Prisma.CandidacySelect;

/** What the correction form starts from: the file as it stands, its version, and what was written before it. */
export async function readCorrectionPage(candidacyId: string) {
  const candidacy = await database().candidacy.findUnique({
    where: { id: candidacyId },
    select: {
      id: true,
      state: true,
      personId: true,
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
      fileVersions: {
        orderBy: { number: "desc" },
        take: 2,
        select: { number: true, author: true, content: true, writtenAt: true },
      },
    },
  });
  if (!candidacy) return null;
  const [file, languages, states] = await Promise.all([
    caseFile(database(), candidacy),
    database().language.findMany({
      orderBy: { nameEn: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
    readStateNames(),
  ]);
  const { vacancy, fileVersions, ...facts } = candidacy;
  const [latest, before] = fileVersions;
  return {
    ...{
      ...facts,
      ...vacancy.post,
      reference: vacancy.reference,
      vacancyState: vacancy.state,
      file,
      languages,
    },
    states,
    version: latest?.number ?? 0,
    savedAt: latest?.writtenAt.toISOString() ?? null,
    latest:
      latest && before ? differencesOf(candidateFileOf(before.content), candidateFileOf(latest.content)) : [],
  };
}
export type CorrectionPage = NonNullable<Awaited<ReturnType<typeof readCorrectionPage>>>;

/** A document that its candidate added, with whose case it belongs to. */
export const findOwnDocument = (id: string) =>
  database().candidacyDocument.findUnique({
    where: { id, removedAt: null, ofCandidate: true },
    select: { name: true, candidacy: { select: { id: true, personId: true } } },
  });

const readStateNames = () =>
  database().state.findMany({ select: { code: true, nameEn: true, nameFr: true } });
