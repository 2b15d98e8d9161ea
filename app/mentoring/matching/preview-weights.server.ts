import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { database } from "#app/platform/database.server.ts";
import { loadInput } from "./load-input.server.ts";
import { type ComparedPair, comparePairs } from "./match-comparison.ts";
import type { WeightsForm } from "./match-settings.ts";
import { solveApart } from "./solve-apart.server.ts";

/** What other weights would change among today's pairs. */
export interface WeightsPreview {
  readonly pairs: readonly (ComparedPair & { readonly mentee: string })[];
  /** Contradictions among the pinned pairs, because of which nothing could be solved. */
  readonly conflicts: number;
}

/**
 * Solves today's matching with the weights that hold and with others, and gives the pairs gained and lost; nothing is
 * kept. Both are exact, so that a difference comes of the weights and of nothing else.
 */
export async function previewWeights(actor: Actor, weights: WeightsForm): Promise<Result<WeightsPreview>> {
  if (!can(actor, "match.run")) return refuse("notPermitted");
  const { input } = await loadInput(database());
  if (input.facts.mentees.length === 0) return refuse("nobodyToMatch");
  const others = { ...input, facts: { ...input.facts, weights } };
  const [before, after] = [await solveApart(input), await solveApart(others)];
  if (before.kind === "refused" || after.kind === "refused") {
    const refused = before.kind === "refused" ? before : after;
    return ok({ pairs: [], conflicts: refused.kind === "refused" ? refused.conflicts.length : 0 });
  }
  const pairs = comparePairs(before.pairs, after.pairs);
  const name = { select: { givenName: true, familyName: true } } as const;
  const needs = await database().mentorshipNeed.findMany({
    where: { id: { in: pairs.map(({ needId }) => needId) } },
    select: { id: true, person: name },
  });
  const mentors = await database().mentor.findMany({
    where: {
      id: { in: pairs.flatMap(({ before: a, after: b }) => [a?.mentorId ?? [], b?.mentorId ?? []].flat()) },
    },
    select: { id: true, person: name },
  });
  const nameOf = new Map(
    [...needs, ...mentors].map(({ id, person }) => [id, `${person.givenName} ${person.familyName}`]),
  );
  const named = (side: ComparedPair["before"]) =>
    side && { ...side, mentor: nameOf.get(side.mentorId) ?? "–" };
  return ok({
    conflicts: 0,
    pairs: pairs.map((pair) => ({
      ...pair,
      mentee: nameOf.get(pair.needId) ?? "–",
      before: named(pair.before),
      after: named(pair.after),
    })),
  });
}
