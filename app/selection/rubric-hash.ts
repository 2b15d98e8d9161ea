import { createHash } from "node:crypto";
import { canonicalJson } from "#app/record/canonical.ts";
import type { WeightedCriterion } from "./rubric.ts";

/**
 * The one text of a rubric (RFC 8785), which its hash is of. It is published with the call, so that anybody can
 * check that candidates were judged by the criteria that stood before any of them was known.
 */
export const rubricText = (criteria: readonly WeightedCriterion[], levels: number): string =>
  canonicalJson({ version: 1, levels, criteria });

/** SHA-256 of the rubric's text, hex. */
export const rubricHash = (criteria: readonly WeightedCriterion[], levels: number): string =>
  createHash("sha256").update(rubricText(criteria, levels)).digest("hex");
