import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { mayKeepPoolFile } from "#app/selection/pool/pool-review.ts";
import { candidateFileOf, differencesOf } from "./candidate-file.ts";
import { caseFile, LATEST_VERSION } from "./case-file.queries.server.ts";
import { hashToken } from "./invitation.ts";
import { keptAnswersOf } from "./kept-answers.ts";

/** Whose candidacy an e-mailed link leads to, or led to until it expired; null where it was never ours. */
export async function findInvitation(token: string) {
  const found = await database().invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      expiresAt: true,
      usedAt: true,
      answers: true,
      candidacyId: true,
      candidacy: {
        select: { state: true, person: { select: { id: true, givenName: true, familyName: true } } },
      },
    },
  });
  if (!found) return null;
  const { person, state } = found.candidacy;
  return {
    candidacyId: found.candidacyId,
    /** Whether the nominee has answered, one way or the other. */
    answered: found.usedAt !== null || state !== "nominated",
    expired: found.expiresAt <= now(),
    expiresAt: found.expiresAt.toISOString(),
    /** What was typed behind an earlier link. */
    kept: keptAnswersOf(found.answers),
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
    readLanguageNames(),
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

/** What the form needs that is shown again for a link that has expired: nothing of the person's, and no post. */
export async function readLateForm(candidacyId: string) {
  const [nomination, languages] = await Promise.all([
    database().nomination.findFirst({
      where: { candidacy: { id: candidacyId } },
      select: { nominatingState: { select: { nameEn: true, nameFr: true } } },
    }),
    readLanguageNames(),
  ]);
  return { nominatingState: nomination?.nominatingState ?? null, languages };
}

/** What was answered by an e-mailed link, for who opens it again before it expires. */
export async function readAnswered(candidacyId: string) {
  const candidacy = await database().candidacy.findUnique({
    where: { id: candidacyId },
    select: {
      withdrawnAt: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: VACANCY_TITLE },
      stages: { where: { stage: "consented" }, select: { reachedAt: true } },
      consentChanges: { where: { given: true }, select: { purpose: true, changedAt: true } },
    },
  });
  if (!candidacy) return null;
  const { person, vacancy, stages, withdrawnAt, consentChanges } = candidacy;
  const consentedAt = stages[0]?.reachedAt;
  return {
    name: `${person.givenName} ${person.familyName}`,
    ...vacancy.post,
    consentedAt: consentedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    /** What was agreed to with that answer, whatever changed since. */
    purposes: consentChanges
      .filter(({ changedAt }) => changedAt.getTime() === consentedAt?.getTime())
      .map(({ purpose }) => purpose),
  };
}
export type Answered = NonNullable<Awaited<ReturnType<typeof readAnswered>>>;

/** What the correction form starts from: the file as it stands, its version, and what was written before it. */
export async function readCorrectionPage(candidacyId: string) {
  const candidacy = await database().candidacy.findUnique({
    where: { id: candidacyId },
    select: {
      id: true,
      state: true,
      personId: true,
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
      fileVersions: LAST_TWO,
    },
  });
  if (!candidacy) return null;
  const { vacancy, fileVersions, ...facts } = candidacy;
  return {
    ...{ ...facts, ...vacancy.post, reference: vacancy.reference, vacancyState: vacancy.state },
    ...(await correctedFile(candidacy)),
  };
}

/** The same for somebody nominated for the cadre. */
export async function readPoolCorrectionPage(locale: string, nominationId: string) {
  const review = await database().poolReview.findUnique({
    where: { nominationId },
    select: {
      state: true,
      fileVersions: LAST_TWO,
      nomination: {
        select: {
          state: true,
          call: { select: NAMED_CALL },
          person: { select: { id: true, mergedIntoId: true } },
        },
      },
      _count: { select: { sheets: true } },
    },
  });
  if (!review) return null;
  const { nomination, fileVersions } = review;
  const personId = nomination.person.mergedIntoId ?? nomination.person.id;
  const withdrawn = nomination.state === "withdrawn";
  return {
    ...{ id: nominationId, personId, open: mayKeepPoolFile(review.state, withdrawn, review._count.sheets) },
    ...{ call: nameOfCall(locale, nomination.call), reference: nomination.call.reference },
    ...(await correctedFile({ personId, fileVersions })),
  };
}

const LAST_TWO = {
  orderBy: { number: "desc" },
  take: 2,
  select: { number: true, author: true, content: true, writtenAt: true },
} as const;

interface Versions {
  readonly personId: string;
  readonly fileVersions: readonly {
    readonly number: number;
    readonly content: unknown;
    readonly writtenAt: Date;
  }[];
}

/** A file as it stands, its version, what was changed in it last and when, and what a form offers. */
async function correctedFile({ personId, fileVersions }: Versions) {
  const [file, languages, states] = await Promise.all([
    caseFile(database(), { personId, fileVersions }),
    readLanguageNames(),
    readStateNames(),
  ]);
  const [latest, before] = fileVersions;
  return {
    ...{ file, languages, states },
    version: latest?.number ?? 0,
    savedAt: latest?.writtenAt.toISOString() ?? null,
    latest:
      latest && before ? differencesOf(candidateFileOf(before.content), candidateFileOf(latest.content)) : [],
  };
}
export type CorrectedFile = Awaited<ReturnType<typeof correctedFile>>;

const readLanguageNames = () =>
  database().language.findMany({
    orderBy: { nameEn: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });

const readStateNames = () =>
  database().state.findMany({ select: { code: true, nameEn: true, nameFr: true } });
