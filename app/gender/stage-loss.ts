import type { Column, StageFigure } from "./balance.ts";
import type { FunnelStage } from "./funnel.ts";
import { COUNTS_ONLY_BELOW, TOO_FEW_IN_STAGE } from "./impact.ts";
import { countIn, type StageImpact } from "./stage-impact.ts";

/** What one step adds to the difference between women's and men's way from the first stage to the last. */
export interface StepPart {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** Of the difference, in the same unit: negative where women fall behind. All parts add up to it. */
  readonly part: number;
  /** How many more women would have gone on at the rate of the men; negative where women went on more often. */
  readonly women: number;
}

/**
 * Where women are lost: `notEnough` where a group has fewer than five at the first stage, `withheld` where a count is, and
 * otherwise the decomposition, of which `tooFew` people (below 30 together) is said beside it.
 */
export type StageLoss =
  | { readonly kind: "withheld" }
  | { readonly kind: "notEnough"; readonly women: number; readonly men: number }
  | {
      readonly kind: "tooFew" | "decomposed";
      readonly women: number;
      readonly men: number;
      /** The last stage whose step is told. */
      readonly until: FunnelStage;
      /** Shares of those at the first stage who came to `until`, 0 to 1. */
      readonly womenThrough: number;
      readonly menThrough: number;
      readonly parts: readonly StepPart[];
      /** The step that adds most to women being behind; null where women came as far as men, or further. */
      readonly most: StepPart | null;
    };

/**
 * At which step women are lost: the difference between the shares of women and of men who come through, shared out among
 * the steps by their Shapley values (Shapley 1953; as a decomposition: Shorrocks 2013, Journal of Economic Inequality
 * 11:99–126). A step's part is what changing it alone from the men's rate to the women's changes in the product of all
 * rates, averaged over the orders in which steps can be changed: so the parts add up exactly, no step is favoured for
 * standing first, and women and men are treated alike. A product of logarithms would do the same but breaks at a rate of 0.
 *
 * Steps before which fewer than five women or men are left are left out: they have counts only (METHOD § 5), and no rate
 * where nobody is.
 */
export function stageLoss(stages: readonly StageFigure[], columns: readonly Column[]): StageLoss {
  const counts = stages.map((figure) => ({
    stage: figure.stage,
    women: countIn(figure, columns, "woman"),
    men: countIn(figure, columns, "man"),
  }));
  const [first] = counts;
  if (!first || counts.some(({ women, men }) => women === null || men === null)) return { kind: "withheld" };
  const known = counts.map(({ stage, women, men }) => ({ stage, women: women ?? 0, men: men ?? 0 }));
  const [women, men] = [known[0]?.women ?? 0, known[0]?.men ?? 0];
  if (Math.min(women, men) < COUNTS_ONLY_BELOW) return { kind: "notEnough", women, men };
  const steps = known.slice(1).flatMap((to, at) => {
    const from = known[at] ?? to;
    if (Math.min(from.women, from.men) < COUNTS_ONLY_BELOW) return [];
    return [{ from, to, women: to.women / from.women, men: to.men / from.men }];
  });
  const shares = shapleyParts(steps);
  const parts = steps.map(
    ({ from, to, men: rate }, at): StepPart => ({
      from: from.stage,
      to: to.stage,
      part: shares[at] ?? 0,
      women: from.women * rate - to.women,
    }),
  );
  const last = steps.at(-1)?.to ?? known[0];
  const [womenThrough, menThrough] = [(last?.women ?? 0) / women, (last?.men ?? 0) / men];
  const behind = (last?.women ?? 0) * men < (last?.men ?? 0) * women;
  const least = parts.reduce<StepPart | null>((a, b) => (a === null || b.part < a.part ? b : a), null);
  return {
    kind: women + men < TOO_FEW_IN_STAGE ? "tooFew" : "decomposed",
    ...{ women, men, womenThrough, menThrough, parts },
    until: last?.stage ?? first.stage,
    most: behind ? least : null,
  };
}

/** The step named by a loss, as its table has it. */
export const impactAt = (impacts: readonly StageImpact[], step: Pick<StepPart, "to">) =>
  impacts.find(({ to }) => to === step.to) ?? null;

/**
 * Each step's Shapley value in the product of rates, women's less men's. By the number k of other steps already changed, whose
 * subsets' products are summed in one pass: O(n³) for n steps.
 */
function shapleyParts(steps: readonly { readonly women: number; readonly men: number }[]): readonly number[] {
  const n = steps.length;
  return steps.map((own, at) => {
    // sums[k]: over all sets of k others, the product of women's rates in the set and men's outside it.
    let sums = [1];
    for (const [other, { women, men }] of steps.entries()) {
      if (other === at) continue;
      const next = new Array<number>(sums.length + 1).fill(0);
      for (const [k, value] of sums.entries()) {
        next[k] = (next[k] ?? 0) + value * men;
        next[k + 1] = (next[k + 1] ?? 0) + value * women;
      }
      sums = next;
    }
    let ways = 1;
    const average = sums.reduce((total, value, k) => {
      const found = total + value / ways / n;
      ways = (ways * (n - 1 - k)) / (k + 1);
      return found;
    }, 0);
    return (own.women - own.men) * average;
  });
}
