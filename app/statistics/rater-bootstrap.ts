import type { Generator } from "./generator.ts";

/** Ways in which a panel could have been drawn again from itself, with replacement. */
export interface ResampledPanels {
  /** `enumerated`: all of them, with their exact probabilities; `drawn`: a seeded sample, equally likely. */
  readonly kind: "enumerated" | "drawn";
  /** How often each rater is in it, panel after panel. */
  readonly times: Uint8Array;
  readonly probabilities: Float64Array;
}

/** Above this many raters (92,378 multisets at 10, 352,716 at 11) panels are drawn instead of enumerated. */
const ENUMERATED_UP_TO = 10;

/** How many panels are drawn where they are too many to enumerate. */
export const DRAWN_PANELS = 2000;

/**
 * The bootstrap distribution over raters. Up to 10 raters it is exact: each multiset of raters with its multinomial probability
 * m! / Π c! / mᵐ (Fisher & Hall 1991, Statistics & Probability Letters 11:251–257), 1,716 for seven; no seed is then used. Above, 2,000 panels are
 * drawn with the generator given.
 *
 * @param raters from 1 to 255
 */
export function resamplePanels(raters: number, generator: Generator): ResampledPanels {
  if (!Number.isInteger(raters) || raters < 1 || raters > 255) throw new RangeError("From 1 to 255 raters.");
  return raters > ENUMERATED_UP_TO ? drawPanels(raters, generator) : enumeratePanels(raters);
}

/** All multisets, those with most of the first rater first. */
function enumeratePanels(raters: number): ResampledPanels {
  const factorials = Array.from({ length: raters + 1 }, () => 1);
  for (let i = 2; i <= raters; i += 1) factorials[i] = (factorials[i - 1] ?? 1) * i;
  const factorial = (n: number) => factorials[n] ?? 1;
  const times: number[] = [];
  const probabilities: number[] = [];
  const panel = new Array<number>(raters).fill(0);
  const place = (rater: number, left: number): void => {
    if (rater === raters - 1) {
      panel[rater] = left;
      for (const count of panel) times.push(count);
      const arrangements = panel.reduce((orders, count) => orders / factorial(count), factorial(raters));
      probabilities.push(arrangements / raters ** raters);
      return;
    }
    for (let count = left; count >= 0; count -= 1) {
      panel[rater] = count;
      place(rater + 1, left - count);
    }
  };
  place(0, raters);
  return {
    kind: "enumerated",
    times: Uint8Array.from(times),
    probabilities: Float64Array.from(probabilities),
  };
}

function drawPanels(raters: number, generator: Generator): ResampledPanels {
  const times = new Uint8Array(raters * DRAWN_PANELS);
  for (let panel = 0; panel < DRAWN_PANELS; panel += 1) {
    for (let draw = 0; draw < raters; draw += 1) {
      const at = panel * raters + generator.nextBelow(raters);
      times[at] = (times[at] ?? 0) + 1;
    }
  }
  return { kind: "drawn", times, probabilities: new Float64Array(DRAWN_PANELS).fill(1 / DRAWN_PANELS) };
}

/**
 * Which panel stands for each of so many draws: the panel at probability (t + ½) / draws of the list. Every panel is so taken in
 * proportion to its probability, to within one draw, and nothing is left to chance.
 *
 * @returns ascending panel numbers, one a draw
 */
export function panelOfEachDraw({ probabilities }: ResampledPanels, draws: number): Int32Array {
  const chosen = new Int32Array(draws);
  let panel = 0;
  let reached = probabilities[0] ?? 1;
  for (let draw = 0; draw < draws; draw += 1) {
    while (reached < (draw + 0.5) / draws && panel < probabilities.length - 1) {
      panel += 1;
      reached += probabilities[panel] ?? 0;
    }
    chosen[draw] = panel;
  }
  return chosen;
}
