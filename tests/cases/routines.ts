import { z } from "zod";
import { impactFigures } from "#app/gender/impact.ts";
import { verifyMatching } from "#app/mentoring/matching/match-certificate.ts";
import type { MatchProblem } from "#app/mentoring/matching/match-problem.ts";
import { solveMatching } from "#app/mentoring/matching/matching.ts";
import { leafHash, nodesCompletedBy, rootHash } from "#app/record/tree.ts";
import { fisherExact } from "#app/statistics/fisher-exact.ts";
import { intraclassCorrelations } from "#app/statistics/icc.ts";
import { kendallW } from "#app/statistics/kendall-w.ts";
import { krippendorffAlpha } from "#app/statistics/krippendorff-alpha.ts";
import { fairAverages } from "#app/statistics/mixed-model.ts";
import { quadraticWeightedKappa } from "#app/statistics/weighted-kappa.ts";

/** What a routine found, under the names that cases use. */
export type Found = Readonly<Record<string, unknown>>;

const rating = z.number().nullable();
const table = z.array(z.array(rating));
const completeTable = z.array(z.array(z.number()));
const selection = z.object({ selected: z.number(), total: z.number() });
const pair = z.tuple([z.number(), z.number()]);

/** Weights may have up to four decimals: the matching takes whole numbers, and gives back exact sums. */
const DECIMALS = 10_000;

const matchingCase = z
  .object({
    weights: z.array(
      z.array(
        z
          .number()
          .min(0)
          .multipleOf(1 / DECIMALS),
      ),
    ),
    capacity: z.array(z.number().int().min(0)),
    forbidden: completeTable.default([]),
    /** Pairs that each mentor holds beside these. */
    held: z.array(z.number().int().min(0)).default([]),
    /** Mentee and mentor, by their place. */
    pinned: z.array(pair).default([]),
  })
  .refine(({ weights, capacity }) => weights.every((row) => row.length === capacity.length), {
    message: "each mentee has one weight a mentor",
  });

/** Every routine that cases may name: reads a case's input, calls the product, and names what came out. */
export const ROUTINES: Readonly<Record<string, (input: unknown) => Found>> = {
  icc(input) {
    const { ratings, alpha } = z
      .object({ ratings: completeTable, alpha: z.number().optional() })
      .parse(input);
    const { icc21Limits, icc2kLimits, ...found } = intraclassCorrelations(ratings, alpha);
    return { ...found, icc21limits: icc21Limits, icc2klimits: icc2kLimits };
  },
  kendallW(input) {
    return { ...kendallW(z.object({ ratings: table }).parse(input).ratings) };
  },
  quadraticWeightedKappa(input) {
    const { a, b, levels } = z
      .object({ a: z.array(rating), b: z.array(rating), levels: z.number() })
      .parse(input);
    return { kappa: quadraticWeightedKappa(a, b, levels) };
  },
  fairAverage(input) {
    const found = fairAverages(z.object({ scores: table }).parse(input).scores);
    return {
      fair: found.fair,
      se: found.standardErrors,
      severityBlup: found.severities,
      varAssessor: found.varianceRaters,
      varResidual: found.varianceResidual,
      reml: found.reml,
      singular: found.kind === "singular",
    };
  },
  krippendorffAlpha(input) {
    const metric = z.enum(["nominal", "ordinal", "interval", "ratio"]);
    const asked = z.object({ ratings: table, metric }).parse(input);
    const { alpha } = krippendorffAlpha(asked.ratings, asked.metric);
    return { alpha, published: alpha === null ? null : Math.round(alpha * 1000) / 1000 };
  },
  adverseImpact(input) {
    const { group1, group2 } = z.object({ group1: selection, group2: selection }).parse(input);
    return { ...impactFigures(group1, group2) };
  },
  fisherExact(input) {
    return { ...fisherExact(z.object({ table: z.tuple([pair, pair]) }).parse(input).table) };
  },
  mentorMatching(input) {
    const { weights, capacity, forbidden, held, pinned } = matchingCase.parse(input);
    const scale = weights.flat().every(Number.isInteger) ? 1 : DECIMALS;
    const ofMentee = (n: number) => `mentee-${n}`;
    const ofMentor = (n: number) => `mentor-${n}`;
    const problem: MatchProblem = {
      menteeIds: weights.map((_, mentee) => ofMentee(mentee)),
      mentors: capacity.map((places, mentor) => ({
        id: ofMentor(mentor),
        capacity: places,
        held: held[mentor] ?? 0,
      })),
      scores: weights.map((row, mentee) =>
        row.map((score, mentor) => (forbidden[mentee]?.[mentor] ? null : Math.round(score * scale))),
      ),
      pinned: pinned.map(([mentee, mentor]) => ({ menteeId: ofMentee(mentee), mentorId: ofMentor(mentor) })),
    };
    const solved = solveMatching(problem);
    if (!solved.ok) return { refused: solved.refusal.code };
    const { pairs, score, spread, unmatched } = solved.value;
    return {
      matched: pairs.length,
      total: score / scale,
      ...{ spread, unmatched: unmatched.length },
      verified: verifyMatching(problem, solved.value).length === 0,
    };
  },
  merkleRoot(input) {
    const { leavesHex } = z.object({ leavesHex: z.array(z.string()) }).parse(input);
    const nodes = new Map<string, string>();
    const read = (level: number, position: number) => nodes.get(`${level}/${position}`) ?? "missing";
    const rootsBySize = [rootHash(0, read)];
    leavesHex.forEach((leaf, size) => {
      for (const made of nodesCompletedBy(size, leafHash(Buffer.from(leaf, "hex")), read)) {
        nodes.set(`${made.level}/${made.position}`, made.hash);
      }
      rootsBySize.push(rootHash(size + 1, read));
    });
    return { rootsBySize };
  },
};
