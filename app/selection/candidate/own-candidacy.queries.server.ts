import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import type { CandidacyState } from "#app/selection/lifecycle.ts";
import { isOpenStage, OPEN_STAGES } from "#app/selection/nomination/nomination-status.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { HEADQUARTERS_TIME_ZONE } from "#app/selection/vacancy/vacancy.ts";
import type { CaseDates } from "./case-clock.ts";
import { caseHistory } from "./case-history.ts";
import { correctionsOf } from "./file-history.ts";
import { TOLD_BY, toldOf } from "./told.ts";

export const CASES_PER_PAGE = 25;

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
        letters: TOLD_BY,
        vacancy: { select: { ...VACANCY_TITLE, state: true } },
      },
    }),
  ]);
  return {
    total,
    cases: cases.map(({ vacancy, createdAt, letters, ...one }) => ({
      ...one,
      ...vacancy.post,
      reference: vacancy.reference,
      vacancyState: vacancy.state,
      told: toldOf("candidate", letters, vacancy.state === "closed"),
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
    letters,
    feedback,
    ...facts
  } = candidacy;
  const told = toldOf("candidate", letters, vacancy.state === "closed");
  const stages = facts.stages
    .filter(({ stage }) => isOpenStage(stage, told))
    .map(({ stage, reachedAt }) => ({ stage, reachedAt: reachedAt.toISOString() }));
  const reached = (wanted: string) => stages.find(({ stage }) => stage === wanted)?.reachedAt ?? null;
  const screenedAt = screening?.createdAt.toISOString() ?? null;
  const withdrawnAt = facts.withdrawnAt?.toISOString() ?? null;
  return {
    ...{ id, state: facts.state, personId: facts.personId, consents: facts.consents, stages },
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    told,
    timeZone: vacancy.call?.timeZone ?? HEADQUARTERS_TIME_ZONE,
    nominatingState: nomination.nominatingState,
    documents: documents.flatMap(({ createdAt, removedAt, ...file }) => (removedAt ? [] : [file])),
    attested: attestations.length,
    feedback: feedback?.state === "released",
    clearances: {
      asked: clearances.length,
      answered: clearances.filter(({ answeredAt }) => answeredAt).length,
    },
    dates: {
      nominatedAt: nomination.submittedAt.toISOString(),
      consentedAt: reached("consented"),
      ...{ screenedAt, withdrawnAt },
      ...decisionDates(facts.state, vacancy),
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

interface Decided {
  readonly decision: { readonly decidedAt: Date } | null;
  readonly declined: readonly { readonly decidedAt: Date; readonly declinedAt: Date }[];
}

/** Since when the decision stands for a case: for whom it was not made anew, since the first. */
function decisionDates(state: CandidacyState, { decision, declined }: Decided) {
  const amongThem = state === "recommended" || state === "selected" || state === "appointed";
  const decidedAt = (amongThem ? undefined : declined[0]?.decidedAt) ?? decision?.decidedAt;
  return {
    decidedAt: decidedAt?.toISOString() ?? null,
    reopenedAt: declined.at(-1)?.declinedAt.toISOString() ?? null,
  };
}

const OWN = {
  id: true,
  feedback: { select: { state: true } },
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
      declined: { orderBy: { declinedAt: "asc" }, select: { decidedAt: true, declinedAt: true } },
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
  letters: TOLD_BY,
} as const satisfies Prisma.CandidacySelect;

/** A document that its candidate added, with whose case it belongs to. */
export const findOwnDocument = (id: string) =>
  database().candidacyDocument.findUnique({
    where: { id, removedAt: null, ofCandidate: true },
    select: { name: true, candidacy: { select: { id: true, personId: true } } },
  });
