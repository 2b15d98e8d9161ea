import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { pinConflictSchema } from "./match-conflict.ts";
import { TO_MATCH } from "./match-facts.queries.server.ts";
import { explanationSchema, unmatchedSchema } from "./match-outcome.ts";

export const RUNS_PER_PAGE = 25;

const name = { select: { givenName: true, familyName: true } } as const;
const needOf = {
  select: {
    personId: true,
    person: name,
    appointment: {
      select: {
        post: {
          select: {
            mission: { select: { acronym: true } },
            roleKind: { select: { nameEn: true, nameFr: true } },
          },
        },
      },
    },
  },
} as const;

const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** The runs an actor may see: drafts are the secretariat's alone, what was published is for all overseers. */
const runsOf = (actor: Actor): Prisma.MatchRunWhereInput =>
  can(actor, "match.run") ? {} : { state: "published" };

/** The runs of the matching, the latest first, with what waits for the next. */
export async function listRuns(actor: Actor, page: number) {
  const where = runsOf(actor);
  const [total, runs, openNeeds, mentors] = await Promise.all([
    database().matchRun.count({ where }),
    database().matchRun.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * RUNS_PER_PAGE,
      take: RUNS_PER_PAGE,
      select: {
        id: true,
        createdAt: true,
        state: true,
        verified: true,
        proposals: { select: { state: true } },
      },
    }),
    database().mentorshipNeed.count({ where: TO_MATCH }),
    database().mentor.count({ where: { state: "available" } }),
  ]);
  return {
    total,
    openNeeds,
    mentors,
    runs: runs.map(({ createdAt, proposals, ...run }) => ({
      ...run,
      createdAt: createdAt.toISOString(),
      pairs: proposals.length,
      accepted: proposals.filter(({ state }) => state === "accepted").length,
    })),
  };
}

/** One run: its pairs with why, those left without a mentor with why, and the proof that none is better. */
export async function readRun(actor: Actor, runId: string) {
  const run = await database().matchRun.findFirst({
    where: { AND: [{ id: runId }, runsOf(actor)] },
    select: {
      id: true,
      state: true,
      createdAt: true,
      checkedAt: true,
      publishedAt: true,
      placed: true,
      toPlace: true,
      refusal: true,
      verified: true,
      inputHash: true,
      unmatched: true,
      proposals: {
        orderBy: [{ score: "desc" }, { id: "asc" }],
        select: {
          id: true,
          state: true,
          score: true,
          explanation: true,
          declineReason: true,
          mentorId: true,
          mentor: { select: { person: name } },
          need: needOf,
        },
      },
    },
  });
  if (!run) return null;
  const unmatched = unmatchedSchema.parse(run.unmatched);
  const conflicts = z.array(pinConflictSchema).parse(run.refusal ?? []);
  const explained = run.proposals.map(({ explanation, ...proposal }) => ({
    ...proposal,
    explanation: explanationSchema.parse(explanation),
  }));
  const held = conflicts.flatMap(({ pairs }) => pairs);
  const [needs, mentors] = await Promise.all([
    database().mentorshipNeed.findMany({
      where: { id: { in: [...unmatched.map(({ needId }) => needId), ...held.map((of) => of.menteeId)] } },
      select: { id: true, person: name },
    }),
    database().mentor.findMany({
      where: {
        id: {
          in: [
            ...explained.flatMap(({ explanation }) => explanation.nextBest?.mentorId ?? []),
            ...held.map(({ mentorId }) => mentorId),
          ],
        },
      },
      select: { id: true, person: name },
    }),
  ]);
  const mentorNames = new Map(mentors.map(({ id, person }) => [id, nameOf(person)]));
  const menteeNames = new Map(needs.map(({ id, person }) => [id, nameOf(person)]));
  const mayRead = can(actor, "match.run");
  return {
    id: run.id,
    state: run.state,
    createdAt: run.createdAt.toISOString(),
    checkedAt: run.checkedAt?.toISOString() ?? null,
    publishedAt: run.publishedAt?.toISOString() ?? null,
    ...{ placed: run.placed, toPlace: run.toPlace },
    verified: run.verified,
    inputHash: run.inputHash,
    conflicts: conflicts.map(({ pairs, accepted, kind, places }) => ({
      // No rule is named: pinning one mentor after the other would tell whom a leader asks to be kept apart from.
      ...{ kind, places },
      pairs: pairs.map(({ menteeId, mentorId }) => ({
        mentee: menteeNames.get(menteeId) ?? "–",
        mentor: mentorNames.get(mentorId) ?? "–",
        byAnswer: accepted.some((one) => one.menteeId === menteeId && one.mentorId === mentorId),
      })),
    })),
    pairs: explained.map(({ mentor, need, explanation, declineReason, mentorId, ...pair }) => ({
      ...pair,
      mentorId,
      mentor: nameOf(mentor.person),
      mentee: nameOf(need.person),
      ...need.appointment.post,
      parts: explanation.parts,
      pinned: explanation.pinned,
      declineReason: mayRead ? declineReason : null,
      nextBest: explanation.nextBest && {
        name: mentorNames.get(explanation.nextBest.mentorId) ?? "–",
        score: explanation.nextBest.score,
        cost: explanation.nextBest.cost,
      },
    })),
    /** That a leader asks to be kept apart from somebody is the secretariat's to know, and from whom nobody's. */
    unmatched: unmatched.map(({ needId, reasons }) => ({
      needId,
      mentee: menteeNames.get(needId) ?? "–",
      excluded: reasons.excluded
        .filter(({ rule }) => mayRead || rule !== "avoided")
        .map(({ rule, mentorIds }) => ({ rule, mentors: mentorIds.length })),
      taken: reasons.taken.length,
      refused: reasons.refused.length,
    })),
  };
}

export type RunPage = NonNullable<Awaited<ReturnType<typeof readRun>>>;

/** A proposed pair as one of its two sides sees it; null for everybody else. */
export async function readProposal(actor: Actor, id: string) {
  const found = await database().matchProposal.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      score: true,
      explanation: true,
      dueOn: true,
      mentorAcceptedAt: true,
      menteeAcceptedAt: true,
      engagement: { select: { id: true } },
      mentor: {
        select: {
          personId: true,
          person: name,
          biography: true,
          topics: true,
          pledgedBy: { select: { nameEn: true, nameFr: true } },
        },
      },
      need: needOf,
    },
  });
  if (!found || found.state === "drafted") return null;
  const {
    state,
    mentor,
    need,
    explanation,
    dueOn,
    mentorAcceptedAt,
    menteeAcceptedAt,
    engagement,
    ...facts
  } = found;
  const pair = { mentorPersonId: mentor.personId, menteePersonId: need.personId };
  if (!can(actor, "proposal.answer", pair)) return null;
  const asMentor = pairSide(actor) === "mentor";
  return {
    ...facts,
    state,
    asMentor,
    other: nameOf(asMentor ? need.person : mentor.person),
    ...need.appointment.post,
    /** What the leader reads of the mentor; the mentor reads of the leader what the post says. */
    mentor: asMentor
      ? null
      : { biography: mentor.biography, topics: mentor.topics, pledgedBy: mentor.pledgedBy },
    parts: explanationSchema.parse(explanation).parts,
    dueOn: dayOf(dueOn),
    accepted: (asMentor ? mentorAcceptedAt : menteeAcceptedAt) !== null,
    engagementId: engagement?.id ?? null,
  };
}
