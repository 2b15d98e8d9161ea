import { database, type Reader } from "#app/platform/database.server.ts";
import type { MatchPair } from "./match-problem.ts";
import type { Tie } from "./match-profile.ts";
import { DEFAULT_WEIGHTS, type ScoreWeights } from "./match-score.ts";

const parts = {
  role: true,
  mission: true,
  needs: true,
  language: true,
  hours: true,
  preferences: true,
} as const;

/** The weights that hold: the latest set, or Cadre's own where the secretariat has set none (`weightsId` null). */
export async function currentWeights(
  reader: Reader,
): Promise<{ readonly weights: ScoreWeights; readonly weightsId: string | null }> {
  const latest = await reader.matchWeights.findFirst({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, ...parts },
  });
  if (!latest) return { weights: DEFAULT_WEIGHTS, weightsId: null };
  const { id: weightsId, ...weights } = latest;
  return { weights, weightsId };
}

/** Pairs set by hand and not lifted: those to hold, and those not to be formed. */
export async function livePairOrders(
  reader: Reader,
): Promise<{ readonly pinned: readonly MatchPair[]; readonly forbidden: readonly Tie[] }> {
  const orders = await reader.pairOrder.findMany({
    where: { liftedAt: null },
    orderBy: { id: "asc" },
    select: { needId: true, mentorId: true, kind: true },
  });
  const pairs = (kind: "pin" | "forbid") =>
    orders
      .filter((order) => order.kind === kind)
      .map(({ needId: menteeId, mentorId }) => ({ menteeId, mentorId }));
  return {
    pinned: pairs("pin"),
    forbidden: pairs("forbid").map((pair) => ({ ...pair, kind: "forbiddenPair" as const })),
  };
}

const person = { select: { givenName: true, familyName: true } } as const;
const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;

/** Weights the page shows at most: what held before is in the record too. */
const MOST_WEIGHTS = 50;
export const ORDERS_PER_PAGE = 50;
/** More than the programme has. */
const MOST_CHOICES = 500;

/** The weights that hold and those that held before, the latest first, with who set them and why. */
export async function listWeights() {
  const rows = await database().matchWeights.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_WEIGHTS,
    select: { id: true, ...parts, reason: true, setById: true, createdAt: true },
  });
  const users = await database().user.findMany({
    where: { id: { in: rows.map(({ setById }) => setById) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ setById, createdAt, ...row }) => ({
    ...row,
    setBy: names.get(setById) ?? "–",
    createdAt: createdAt.toISOString(),
  }));
}

/** Pairs set by hand: those that hold first, then those lifted, the latest first. */
export async function listPairOrders(page: number) {
  const [total, orders] = await Promise.all([
    database().pairOrder.count(),
    database().pairOrder.findMany({
      orderBy: [{ liftedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * ORDERS_PER_PAGE,
      take: ORDERS_PER_PAGE,
      select: {
        ...{ id: true, kind: true, reason: true, createdAt: true, liftedAt: true },
        need: { select: { state: true, person } },
        mentor: { select: { id: true, person } },
      },
    }),
  ]);
  return {
    total,
    orders: orders.map(({ need, mentor, createdAt, liftedAt, ...order }) => ({
      ...order,
      mentee: nameOf(need.person),
      mentor: nameOf(mentor.person),
      mentorId: mentor.id,
      /** The leader has a mentor, or does without: the order has nothing left to say. */
      moot: need.state === "matched" || need.state === "declined",
      createdAt: createdAt.toISOString(),
      liftedAt: liftedAt?.toISOString() ?? null,
    })),
  };
}

/** Who can be put into a pair by hand: leaders who wait for a mentor, and mentors who take pairs. */
export async function listPairChoices() {
  const order = [{ person: { familyName: "asc" } }, { id: "asc" }] as const;
  const [needs, mentors] = await Promise.all([
    database().mentorshipNeed.findMany({
      where: { state: { in: ["offered", "stated"] } },
      orderBy: [...order],
      take: MOST_CHOICES,
      select: {
        id: true,
        person,
        appointment: { select: { post: { select: { mission: { select: { acronym: true } } } } } },
      },
    }),
    database().mentor.findMany({
      where: { state: { in: ["briefed", "available", "resting"] } },
      orderBy: [...order],
      take: MOST_CHOICES,
      select: { id: true, person },
    }),
  ]);
  return {
    needs: needs.map(({ id, person: of, appointment }) => ({
      ...{ id, name: nameOf(of), mission: appointment.post.mission.acronym },
    })),
    mentors: mentors.map(({ id, person: of }) => ({ id, name: nameOf(of) })),
  };
}
