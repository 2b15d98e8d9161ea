import { z } from "zod";
import { type CertificateFault, verifyMatching } from "./match-certificate.ts";
import type { MatchPair } from "./match-problem.ts";
import { frameRun, hashOf, type RunInput } from "./match-solve.ts";

/** The certificate of a run as it is kept: the dual values, and the totals they prove. */
export const keptCertificateSchema = z.object({
  unitMatch: z.number(),
  unitScore: z.number(),
  gain: z.record(z.string(), z.number()),
  price: z.record(z.string(), z.number()),
  score: z.number(),
  spread: z.number(),
});
export type KeptCertificate = z.infer<typeof keptCertificateSchema>;

/** What was kept of a run, for the check to be made again. */
export interface KeptRun {
  readonly input: RunInput;
  readonly problemHash: string;
  readonly certificate: KeptCertificate;
  readonly pairs: readonly MatchPair[];
  readonly unmatched: readonly string[];
}

/** What fails of a kept run; `problem`: the facts kept no longer give the problem that was solved. */
export type CheckedRun = readonly (CertificateFault | "problem")[];

/**
 * Checks a kept run without solving anything: the facts that were kept still give the problem whose hash was kept, and the
 * certificate proves of the pairs kept that no other assignment of it is better.
 *
 * @returns the names of what fails; an empty list means verified
 */
export function checkRun({ input, problemHash, certificate, pairs, unmatched }: KeptRun): CheckedRun {
  const { problem, conflicts } = frameRun(input);
  const { score, spread, ...duals } = certificate;
  const isSame = conflicts.length === 0 && hashOf(problem) === problemHash;
  const faults = verifyMatching(problem, { pairs, unmatched, score, spread, certificate: duals });
  return isSame ? faults : ["problem", ...faults];
}

/** The hash of the problem that facts give; of facts whose pins contradict each other, one that no problem has. */
export function hashOfRun(input: RunInput): string {
  const { problem, conflicts } = frameRun(input);
  return conflicts.length === 0 ? hashOf(problem) : "";
}
