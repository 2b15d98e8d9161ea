import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_FACTS, clearancesMissing } from "./clearance.ts";
import type { CandidateFile } from "./dossier-page.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { type CandidateFacts, judgeRequirement, requirementKey, requirementsOf } from "./requirements.ts";
import { findingsOf } from "./screening.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);

/**
 * One candidacy as those who steer and oversee see it: the file, the screening and how many gates are passed. Null for
 * an officer who is recused from it as a member of its panel.
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
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      nomination: {
        select: {
          statement: true,
          balanceReason: true,
          submittedAt: true,
          nominatingState: { select: { nameEn: true, nameFr: true } },
        },
      },
      person: { select: PERSON },
      documents: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, size: true } },
      stages: { orderBy: { reachedAt: "asc" }, select: { stage: true, reachedAt: true } },
      screening: true,
      clearances: { select: CLEARANCE_FACTS },
      conflicts: { where: { member: { userId: actor.userId ?? "" } }, select: { id: true } },
    },
  });
  if (!candidacy || candidacy.conflicts.length > 0) return null;
  const { vacancy, nomination, person, screening, clearances, attestedAt, stages } = candidacy;
  const nationalities = await database().state.findMany({
    where: { code: { in: person.nationalities } },
    orderBy: { code: "asc" },
    select: { nameEn: true, nameFr: true },
  });
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
    balanceReason: nomination.balanceReason,
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
    stages: stages.map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() })),
    checks: requirementsOf(vacancy.requirements).map((requirement) => ({
      requirement,
      key: requirementKey(requirement),
      suggestion: judgeRequirement(requirement, factsOf(person, attestedAt)),
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

interface OnFile {
  readonly nationalities: readonly string[];
  readonly profile: {
    readonly seniorYears: number;
    readonly fieldMissions: number;
    readonly deployableDays: number;
  } | null;
  readonly languages: readonly { readonly languageCode: string; readonly level: number }[];
}

const factsOf = ({ nationalities, profile, languages }: OnFile, attestedAt: Date | null): CandidateFacts => ({
  seniorYears: profile?.seniorYears ?? null,
  fieldMissions: profile?.fieldMissions ?? null,
  deployableDays: profile?.deployableDays ?? null,
  languages: profile ? languages.map(({ languageCode, level }) => ({ code: languageCode, level })) : null,
  nationalities,
  attested: attestedAt !== null,
});

/** The next candidacy of a vacancy that waits to be screened, by family name. */
export async function nextToScreen(vacancyId: string, notId: string): Promise<string | null> {
  const next = await database().candidacy.findFirst({
    where: { vacancyId, state: "consented", id: { not: notId } },
    orderBy: [{ person: { familyName: "asc" } }, { id: "asc" }],
    select: { id: true },
  });
  return next?.id ?? null;
}

export const CLEARANCES_PER_PAGE = 50;

/** The gates asked for, those unanswered first, by when the decision is due. */
export async function listClearances(pending: boolean, page: number) {
  const where = pending ? ({ outcome: "pending" } as const) : {};
  const [total, clearances] = await Promise.all([
    database().clearance.count({ where }),
    database().clearance.findMany({
      where,
      orderBy: [{ outcome: "asc" }, { candidacy: { vacancy: { decisionDueOn: "asc" } } }, { id: "asc" }],
      skip: (page - 1) * CLEARANCES_PER_PAGE,
      take: CLEARANCES_PER_PAGE,
      select: CLEARANCE,
    }),
  ]);
  return { total, clearances: clearances.map(clearanceRow) };
}

const CLEARANCE = {
  id: true,
  kind: true,
  outcome: true,
  validUntil: true,
  requestedAt: true,
  version: true,
  candidacy: {
    select: {
      person: { select: { givenName: true, familyName: true, nationalities: true } },
      vacancy: { select: { ...VACANCY_TITLE, decisionDueOn: true } },
    },
  },
} as const;

/** One gate of one candidate. */
export async function readClearance(id: string) {
  const clearance = await database().clearance.findUnique({ where: { id }, select: CLEARANCE });
  return clearance && clearanceRow(clearance);
}

interface StoredClearance {
  readonly id: string;
  readonly kind: "humanRights" | "conduct" | "references" | "medical";
  readonly outcome: "pending" | "clear" | "notClear";
  readonly validUntil: Date | null;
  readonly requestedAt: Date;
  readonly version: number;
  readonly candidacy: {
    readonly person: {
      readonly givenName: string;
      readonly familyName: string;
      readonly nationalities: readonly string[];
    };
    readonly vacancy: {
      readonly reference: string;
      readonly decisionDueOn: Date | null;
      readonly post: {
        readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
        readonly mission: { readonly acronym: string };
      };
    };
  };
}

function clearanceRow({ candidacy, validUntil, requestedAt, ...clearance }: StoredClearance) {
  const { person, vacancy } = candidacy;
  return {
    ...clearance,
    name: `${person.givenName} ${person.familyName}`,
    nationalities: person.nationalities,
    reference: vacancy.reference,
    roleKind: vacancy.post.roleKind,
    mission: vacancy.post.mission,
    requestedAt: requestedAt.toISOString(),
    dueOn: vacancy.decisionDueOn ? day(vacancy.decisionDueOn) : null,
    validUntil: validUntil ? day(validUntil) : null,
    expired: clearance.outcome === "clear" && validUntil !== null && day(validUntil) < day(now()),
  };
}
