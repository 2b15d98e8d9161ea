import type { Actor } from "#app/access/actor.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { GATE_LINE, gateLine } from "./clearance.queries.server.ts";
import type { CandidateFile } from "./dossier-page.ts";
import { type CandidacyState, LIVE_CANDIDACY_STATES } from "./lifecycle.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { requirementsOf } from "./requirement.ts";
import { evidenceFor } from "./requirement-evidence.ts";
import { type CandidateFacts, judgeRequirement, type PostOnFile, requirementKey } from "./requirements.ts";
import { screeningBar } from "./screener.ts";
import { namesOf, peopleIn, SCREENING, screeningOf } from "./screening.queries.server.ts";
import { stageClock, stageStays } from "./stage-clock.ts";

/**
 * One candidacy as those who steer and oversee see it: the file, the screening and how each gate stands. Null for
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
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      nomination: {
        select: {
          nominatedById: true,
          stateCode: true,
          statement: true,
          balanceReason: true,
          submittedAt: true,
          nominatingState: { select: { nameEn: true, nameFr: true } },
        },
      },
      person: { select: PERSON },
      documents: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, size: true } },
      stages: { orderBy: { reachedAt: "asc" }, select: { stage: true, reachedAt: true } },
      ...SCREENING,
      clearances: { orderBy: { kind: "asc" }, select: GATE_LINE },
      conflicts: { where: { member: { userId: actor.userId ?? "" } }, select: { id: true } },
    },
  });
  if (!candidacy || candidacy.conflicts.length > 0 || isOwn(candidacy.person, actor)) return null;
  const { vacancy, nomination, person, clearances, attestedAt, stages } = candidacy;
  const facts = factsOf(person, attestedAt);
  const today = now();
  const [nationalities, names] = await Promise.all([
    database().state.findMany({
      where: { code: { in: person.nationalities } },
      orderBy: { code: "asc" },
      select: { nameEn: true, nameFr: true },
    }),
    namesOf([...peopleIn(candidacy), ...clearances.map(({ ownerId }) => ownerId)]),
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
    stages: stageStays(stages, isLive(candidacy.state), today).map(({ reachedAt, ...stay }) => ({
      ...stay,
      reachedAt: reachedAt.toISOString(),
    })),
    clock: stageClock(candidacy.state, stages, today),
    checks: requirementsOf(vacancy.requirements).map((requirement) => ({
      requirement,
      key: requirementKey(requirement),
      suggestion: judgeRequirement(requirement, facts),
      evidence: evidenceFor(requirement, facts, today.getUTCFullYear()),
    })),
    screening: screeningOf(candidacy, actor, names),
    bar: screeningBar(actor, { candidateUserId: person.userId, ...nomination }),
    gates: clearances.map((gate) => gateLine(gate, names, today)),
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

const isLive = (state: CandidacyState) => LIVE_CANDIDACY_STATES.includes(state) || state === "selected";

const isOwn = ({ userId }: { readonly userId: string | null }, actor: Actor) =>
  userId !== null && userId === actor.userId;

interface OnFile {
  readonly nationalities: readonly string[];
  readonly profile: {
    readonly seniorYears: number;
    readonly fieldMissions: number;
    readonly deployableDays: number;
    readonly currentPost: string;
  } | null;
  readonly languages: readonly { readonly languageCode: string; readonly level: number }[];
  readonly career: readonly (Omit<PostOnFile, "mission"> & {
    readonly mission: { readonly acronym: string } | null;
  })[];
}

const factsOf = (
  { nationalities, profile, languages, career }: OnFile,
  attestedAt: Date | null,
): CandidateFacts => ({
  seniorYears: profile?.seniorYears ?? null,
  fieldMissions: profile?.fieldMissions ?? null,
  deployableDays: profile?.deployableDays ?? null,
  languages: profile ? languages.map(({ languageCode, level }) => ({ code: languageCode, level })) : null,
  nationalities,
  attested: attestedAt !== null,
  currentPost: profile?.currentPost ?? null,
  posts: career.map(({ title, employer, startYear, endYear, mission }) => ({
    ...{ title, employer, startYear, endYear },
    mission: mission?.acronym ?? null,
  })),
});
