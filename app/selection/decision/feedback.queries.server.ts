import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { anchorsOf, inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { notCandidateIn } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { factsOf } from "#app/selection/panel/panel-facts.ts";
import { titleOf, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { anchorsAt, type FeedbackSide } from "./feedback.ts";
import type { FeedbackPointView } from "./feedback-page.ts";
import { fullName } from "./others-named.queries.server.ts";

/** The feedback this account may know of: as with letters, none on a case for which it is a candidate or recused. */
export const feedbackOpenTo = (actor: Actor): Prisma.FeedbackWhereInput => ({
  vacancy: notCandidateIn(actor),
  candidacy: notRecused(actor),
});

const POINT = {
  ...{ criterionId: true, level: true, side: true, text: true },
  criterion: { select: { name: true, definition: true, anchors: true } },
} as const satisfies Prisma.FeedbackPointSelect;

const IN_ORDER = { criterion: { position: "asc" } } as const;

const pointOf = ({
  criterion,
  ...point
}: Prisma.FeedbackPointGetPayload<{ select: typeof POINT }>): FeedbackPointView => ({
  ...point,
  name: inTwoLanguages(criterion.name),
  definition: inTwoLanguages(criterion.definition),
  anchors: anchorsAt(anchorsOf(criterion.anchors), point.level),
});

/** Feedback that waits for an officer and whose candidate was told by letter. */
const waitingFor = (actor: Actor): Prisma.FeedbackWhereInput => ({
  AND: [
    feedbackOpenTo(actor),
    {
      state: "awaitingReview",
      candidacy: {
        letters: {
          some: { audience: "candidate", state: "sent" },
          none: { audience: "candidate", state: "awaitingReview" },
        },
      },
    },
  ],
});

/** How much feedback waits for this officer, and whose waited longest. */
export async function readWaitingFeedback(actor: Actor, but?: string) {
  const where = { ...waitingFor(actor), ...(but ? { candidacyId: { not: but } } : {}) };
  const [count, first] = await Promise.all([
    database().feedback.count({ where }),
    database().feedback.findFirst({
      where,
      orderBy: [{ draftedAt: "asc" }, { candidacyId: "asc" }],
      select: { candidacyId: true },
    }),
  ]);
  return { count, first: first?.candidacyId ?? null };
}

/** Who sat on the panel of a feedback, as permissions need it. */
export const PANEL_OF = {
  panel: { select: { id: true, members: { select: { userId: true, chair: true } } } },
};

/** One feedback as an officer reviews it, and the chair of its panel; null for whoever may not know of it. */
export async function readFeedback(actor: Actor, candidacyId: string) {
  const feedback = await database().feedback.findFirst({
    where: { ...feedbackOpenTo(actor), candidacyId },
    select: {
      ...{ state: true, advice: true, version: true, releasedAt: true },
      points: { orderBy: IN_ORDER, select: POINT },
      vacancy: { select: { ...VACANCY_TITLE, state: true, ...PANEL_OF } },
      candidacy: { select: { person: { select: { givenName: true, familyName: true } }, letters: TOLD_BY } },
    },
  });
  if (!feedback) return null;
  const { points, vacancy, candidacy, releasedAt, ...kept } = feedback;
  const advises = can(actor, "candidateFeedback.advise", factsOf(vacancy.panel ?? { members: [] }));
  if (!advises && !can(actor, "candidateFeedback.read")) return null;
  const writes = can(actor, "candidateFeedback.write");
  const mayWrite = kept.state === "awaitingReview" && (writes || advises);
  return {
    ...kept,
    candidacyId,
    points: points.map(pointOf),
    vacancy: titleOf(vacancy),
    candidate: fullName(candidacy.person),
    releasedAt: releasedAt?.toISOString() ?? null,
    told: toldOf("candidate", candidacy.letters, vacancy.state === "closed") === "all",
    mayWrite,
    /** Whether a form of this account's is read at all, and whether it may release. */
    posts: writes || advises,
    mayRelease: mayWrite && writes,
    /** The panel whose chair this is; null for everybody else. */
    panelId: advises ? (vacancy.panel?.id ?? null) : null,
    next: mayWrite || advises ? null : (await readWaitingFeedback(actor, candidacyId)).first,
  };
}
export type FeedbackPage = NonNullable<Awaited<ReturnType<typeof readFeedback>>>;

/** What a candidate reads of their own levels, once released; whose it is, for `can` to be asked. */
export async function readOwnFeedback(candidacyId: string) {
  const feedback = await database().feedback.findFirst({
    where: { candidacyId, state: "released" },
    select: {
      ...{ advice: true, releasedAt: true, sharedWithCadre: true, answeredAt: true },
      points: { orderBy: IN_ORDER, select: POINT },
      vacancy: { select: VACANCY_TITLE },
      candidacy: { select: { personId: true } },
    },
  });
  if (!feedback) return null;
  const { points, vacancy, candidacy, releasedAt, answeredAt, ...kept } = feedback;
  return {
    ...kept,
    candidacyId,
    personId: candidacy.personId,
    points: points.map(pointOf),
    vacancy: titleOf(vacancy),
    releasedAt: releasedAt?.toISOString() ?? "",
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

const DEVELOPMENT: FeedbackSide = "development";
const MOST_SHARED = 10;

/**
 * What members of panels found that somebody might develop, of the feedback that they let the cadre's officers see, the
 * latest first; nothing for everybody else, nor of a case that the officer may not know.
 */
export async function listSharedFeedback(actor: Actor, personId: string) {
  if (!can(actor, "candidateFeedback.readShared")) return [];
  return developmentIn({
    AND: [feedbackOpenTo(actor), { ...ofPerson(personId), state: "released", sharedWithCadre: true }],
  });
}

/**
 * The same beside a plan of development: only where the member agreed, as a member of the cadre, that findings are used for
 * one. Either consent alone shows nothing.
 */
export const listGaps = (actor: Actor, plan: { readonly personId: string; readonly agrees: boolean }) =>
  plan.agrees ? listSharedFeedback(actor, plan.personId) : Promise.resolve([]);

/** The same of all feedback released to the person who asks, shared or not. */
export async function listOwnDevelopment(actor: Actor) {
  const { personId } = actor;
  if (personId === null || !can(actor, "candidateFeedback.readOwn", { personId })) return [];
  return developmentIn({ ...ofPerson(personId), state: "released" });
}

const ofPerson = (personId: string): Prisma.FeedbackWhereInput => ({
  candidacy: { person: { OR: [{ id: personId }, { mergedIntoId: personId }] } },
});

async function developmentIn(where: Prisma.FeedbackWhereInput) {
  const feedback = await database().feedback.findMany({
    where,
    orderBy: [{ releasedAt: "desc" }, { candidacyId: "asc" }],
    take: MOST_SHARED,
    select: {
      ...{ candidacyId: true, advice: true, releasedAt: true, sharedWithCadre: true },
      points: { where: { side: DEVELOPMENT }, orderBy: IN_ORDER, select: POINT },
      vacancy: { select: VACANCY_TITLE },
    },
  });
  return feedback.map(({ points, vacancy, releasedAt, sharedWithCadre, ...kept }) => ({
    ...{ ...kept, shared: sharedWithCadre === true },
    points: points.map(pointOf),
    vacancy: titleOf(vacancy),
    releasedAt: releasedAt?.toISOString() ?? "",
  }));
}
export type SharedFeedback = Awaited<ReturnType<typeof listSharedFeedback>>[number];
