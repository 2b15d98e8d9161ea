import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { comparePairs } from "./match-comparison.ts";

/** Runs to choose from. */
const MOST_RUNS = 50;

/** Runs that have pairs to compare; drafts among them for the secretariat alone. */
const compared = (actor: Actor) => ({
  state: {
    in: can(actor, "match.run") ? (["draft", "published", "discarded"] as const) : (["published"] as const),
  },
  inputHash: { not: "" },
});

/** The runs that can be put side by side, the latest first. */
export async function listComparableRuns(actor: Actor) {
  const { state, ...rest } = compared(actor);
  const runs = await database().matchRun.findMany({
    where: { ...rest, state: { in: [...state.in] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_RUNS,
    select: { id: true, createdAt: true, state: true },
  });
  return runs.map(({ createdAt, ...run }) => ({ ...run, createdAt: createdAt.toISOString() }));
}

const person = { select: { givenName: true, familyName: true } } as const;
const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** Two runs side by side: whom each mentee has in either, and the sums; null where one is not there for the actor. */
export async function compareRuns(actor: Actor, firstId: string, secondId: string) {
  const { state, ...rest } = compared(actor);
  const runs = await database().matchRun.findMany({
    where: { ...rest, id: { in: [firstId, secondId] }, state: { in: [...state.in] } },
    select: {
      id: true,
      createdAt: true,
      state: true,
      proposals: {
        orderBy: { id: "asc" },
        select: {
          ...{ needId: true, mentorId: true, score: true },
          need: { select: { person } },
          mentor: { select: { person } },
        },
      },
    },
  });
  const [first, second] = [firstId, secondId].map((id) => runs.find((run) => run.id === id));
  if (!first || !second) return null;
  const all = [...first.proposals, ...second.proposals];
  const mentees = new Map(all.map(({ needId, need }) => [needId, nameOf(need.person)]));
  const mentors = new Map(all.map(({ mentorId, mentor }) => [mentorId, nameOf(mentor.person)]));
  const pairsOf = ({ proposals }: typeof first) =>
    proposals.map(({ needId: menteeId, mentorId, score }) => ({ menteeId, mentorId, score }));
  const headOf = ({ id, createdAt, state: of, proposals }: typeof first) => ({
    ...{ id, state: of, createdAt: createdAt.toISOString(), pairs: proposals.length },
    score: proposals.reduce((sum, { score }) => sum + score, 0),
  });
  return {
    first: headOf(first),
    second: headOf(second),
    pairs: comparePairs(pairsOf(first), pairsOf(second)).map(({ before, after, ...pair }) => ({
      ...pair,
      mentee: mentees.get(pair.needId) ?? "–",
      before: before && { ...before, mentor: mentors.get(before.mentorId) ?? "–" },
      after: after && { ...after, mentor: mentors.get(after.mentorId) ?? "–" },
    })),
  };
}
