import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { attestedOnFile } from "./attestation.ts";
import { candidateFileOf, correctionsIn, differencesOf } from "./candidate-file.ts";
import { CLEARANCE_FACTS, clearancesMissing } from "./clearance.ts";
import type { CandidateFile } from "./dossier-page.ts";
import { correctionsOf, type FileVersionRow } from "./file-history.ts";
import { reasonOfList } from "./list-facts.queries.server.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { requirementsOf } from "./requirement.ts";
import { type CandidateFacts, figureOnFile, judgeRequirement, requirementKey } from "./requirements.ts";
import { findingsOf } from "./screening.ts";

/**
 * One candidacy as those who steer and oversee see it: the file, the screening and how many gates are passed. Null for
 * an officer who is its candidate, or recused from it as a member of its panel.
 */
export async function readCandidacy(actor: Actor, id: string) {
  const candidacy = await database().candidacy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      vacancyId: true,
      attestedAt: true,
      withdrawnAt: true,
      withdrawalReason: true,
      attestations: { orderBy: { number: "desc" }, take: 1, select: { unable: true } },
      fileVersions: {
        orderBy: { number: "asc" },
        select: { author: true, content: true, writtenAt: true },
      },
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      nomination: {
        select: {
          statement: true,
          callId: true,
          stateCode: true,
          disclosure: true,
          submittedAt: true,
          nominatingState: { select: { nameEn: true, nameFr: true } },
        },
      },
      person: { select: PERSON },
      documents: {
        where: { removedAt: null },
        orderBy: { createdAt: "asc" },
        select: { id: true, name: true, size: true },
      },
      stages: { orderBy: { reachedAt: "asc" }, select: { stage: true, reachedAt: true } },
      screening: true,
      clearances: { select: CLEARANCE_FACTS },
      conflicts: { where: { member: { userId: actor.userId ?? "" } }, select: { id: true } },
    },
  });
  if (!candidacy || candidacy.conflicts.length > 0 || isOwn(candidacy.person, actor)) return null;
  const { vacancy, nomination, person, screening, clearances, attestedAt, stages } = candidacy;
  const unable = candidacy.attestations[0]?.unable ?? [];
  const facts = factsOf(person, attestedOnFile(attestedAt, unable));
  const [nationalities, listReason, versions] = await Promise.all([
    database().state.findMany({
      where: { code: { in: person.nationalities } },
      orderBy: { code: "asc" },
      select: { nameEn: true, nameFr: true },
    }),
    reasonOfList(database(), nomination.callId, nomination.stateCode),
    compareVersions(candidacy.fileVersions),
  ]);
  return {
    id,
    state: candidacy.state,
    version: candidacy.version,
    vacancyId: candidacy.vacancyId,
    name: `${person.givenName} ${person.familyName}`,
    gender: person.gender,
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    nominatedAt: nomination.submittedAt.toISOString(),
    listReason,
    disclosure: nomination.disclosure,
    file: {
      nationalities,
      nominatingState: nomination.nominatingState,
      statement: nomination.statement,
      profile: person.profile,
      languages: person.languages,
      career: person.career.map(({ mission, ...post }) => ({ ...post, mission: mission?.acronym ?? null })),
      documents: candidacy.documents,
    } satisfies CandidateFile,
    attestedAt: attestedAt?.toISOString() ?? null,
    disclosed: unable.length > 0,
    withdrawal: candidacy.withdrawnAt && {
      at: candidacy.withdrawnAt.toISOString(),
      reason: actor.role === "secretariat" ? candidacy.withdrawalReason : null,
    },
    versions,
    stages: stages.map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() })),
    checks: requirementsOf(vacancy.requirements).map((requirement) => ({
      requirement,
      key: requirementKey(requirement),
      suggestion: judgeRequirement(requirement, facts),
      figure: figureOnFile(requirement, facts),
    })),
    screening: screening && {
      passed: screening.passed,
      reasonCode: screening.reasonCode,
      note: screening.note,
      findings: findingsOf(screening.findings),
      createdAt: screening.createdAt.toISOString(),
    },
    clearances: { asked: clearances.length, missing: clearancesMissing(clearances, now()) },
  };
}

const PERSON = {
  userId: true,
  givenName: true,
  familyName: true,
  gender: true,
  nationalities: true,
  profile: { omit: { personId: true, completedAt: true } },
  languages: {
    orderBy: { languageCode: "asc" },
    select: { languageCode: true, level: true, language: { select: { nameEn: true, nameFr: true } } },
  },
  career: {
    orderBy: { startYear: "desc" },
    select: {
      id: true,
      title: true,
      employer: true,
      startYear: true,
      endYear: true,
      peopleLed: true,
      mission: { select: { acronym: true } },
    },
  },
} as const;

const isOwn = ({ userId }: { readonly userId: string | null }, actor: Actor) =>
  userId !== null && userId === actor.userId;

interface OnFile {
  readonly nationalities: readonly string[];
  readonly profile: {
    readonly seniorYears: number;
    readonly fieldMissions: number;
    readonly deployableDays: number;
  } | null;
  readonly languages: readonly { readonly languageCode: string; readonly level: number }[];
}

/** What the state wrote where the candidate put it right, and when they corrected what; null where nothing was. */
async function compareVersions(versions: readonly FileVersionRow[]) {
  const stated = versions.find(({ author }) => author === "state");
  const latest = versions.findLast(({ author }) => author === "candidate");
  if (!stated || !latest) return null;
  const [before, after] = [candidateFileOf(stated.content), candidateFileOf(latest.content)];
  const differences = correctionsIn(differencesOf(before, after));
  const corrections = correctionsOf(versions);
  if (differences.length + corrections.length === 0) return null;
  const named = { code: true, nameEn: true, nameFr: true } as const;
  const [languages, states] = await Promise.all([
    database().language.findMany({
      where: { code: { in: [...before.languages, ...after.languages].map(({ code }) => code) } },
      select: named,
    }),
    database().state.findMany({
      where: { code: { in: [...before.nationalities, ...after.nationalities] } },
      select: named,
    }),
  ]);
  return {
    ...{ stateAt: stated.writtenAt.toISOString(), candidateAt: latest.writtenAt.toISOString() },
    ...{ differences, corrections, languages, states },
  };
}

const factsOf = (
  { nationalities, profile, languages }: OnFile,
  attested: boolean | null,
): CandidateFacts => ({
  seniorYears: profile?.seniorYears ?? null,
  fieldMissions: profile?.fieldMissions ?? null,
  deployableDays: profile?.deployableDays ?? null,
  languages: profile ? languages.map(({ languageCode, level }) => ({ code: languageCode, level })) : null,
  nationalities,
  attested,
});

/**
 * The candidacies of the same vacancy that wait to be screened before and after this one, by family name; from the last
 * the way leads to the first. Those that the officer may not screen are left out.
 */
export async function readScreeningNeighbours(actor: Actor, vacancyId: string, candidacyId: string) {
  const userId = actor.userId ?? "";
  const waiting = await database().candidacy.findMany({
    where: {
      vacancyId,
      OR: [{ state: "consented" }, { id: candidacyId }],
      conflicts: { none: { member: { userId } } },
      person: { OR: [{ userId: null }, { userId: { not: userId } }] },
    },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: { id: true },
  });
  const ids = waiting.map(({ id }) => id);
  const here = ids.indexOf(candidacyId);
  const others = [...ids.slice(here + 1), ...ids.slice(0, Math.max(here, 0))];
  return { previous: others.at(-1) ?? null, next: others[0] ?? null, others: others.length };
}
