import { z } from "zod";
import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { versionNumber } from "#app/platform/version-number.ts";

export const DUPLICATE_STATES = ["suspected", "merged", "different"] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

/** What may be found of a pair, by how its page is called: from which state. */
export const PAIR_STEPS = {
  merge: { path: "merge", from: "suspected" },
  different: { path: "different", from: "suspected" },
  takeApart: { path: "take-apart", from: "merged" },
  again: { path: "again", from: "different" },
} as const satisfies Readonly<Record<string, { path: string; from: DuplicateState }>>;
export type PairStep = keyof typeof PAIR_STEPS;

/** The step whose page a path names; null where there is none of that name. */
export function pairStepOf(path: string | undefined): PairStep | null {
  const steps = ["merge", "different", "takeApart", "again"] as const;
  return steps.find((step) => PAIR_STEPS[step].path === path) ?? null;
}

const note = z.string().trim().max(2000).default("");
const version = versionNumber;

/** Which of two people goes on, and why they are one. */
export const mergeSchema = z.object({ version, keptId: z.uuid("choose"), note });
export type Merge = z.output<typeof mergeSchema>;

/** That two people are two, or are to be taken apart or compared again, and why. */
export const verdictSchema = z.object({ version, note });
export type PairVerdict = z.output<typeof verdictSchema>;

/** What a merge of people rests on; of who goes on (`kept`) and who is on file twice (`merged`). */
export interface MergeFacts {
  readonly state: DuplicateState;
  readonly keptMergedElsewhere: boolean;
  readonly mergedMergedElsewhere: boolean;
  /** How many were merged into the one to be merged: a merge is one step, never a chain. */
  readonly mergedHasMerged: number;
  /** Whether the one to be merged is a mentor, a member of the cadre, in post or mentored: that stays with the person. */
  readonly mergedInUse: boolean;
}

/** Why two people may not be merged this way round; null where nothing stands against it. */
export function refuseMerge(facts: MergeFacts): Refusal | null {
  if (facts.state !== "suspected") return because("pairDecided");
  if (facts.keptMergedElsewhere || facts.mergedMergedElsewhere) return because("mergedElsewhere");
  if (facts.mergedHasMerged > 0) return because("mergeHasMerged", { count: facts.mergedHasMerged }, "keptId");
  return facts.mergedInUse ? because("mergeInUse", {}, "keptId") : null;
}
