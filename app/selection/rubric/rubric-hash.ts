import { createHash } from "node:crypto";
import { canonicalJson } from "#app/record/canonical.ts";
import type { GroupShares } from "./criterion-group.ts";
import type { WeightedCriterion } from "./rubric.ts";

/** The text that rubrics frozen from now on have. */
export const RUBRIC_TEXT_VERSION = 2;

/** What of a rubric its text tells. */
export interface HashedRubric {
  readonly levels: number;
  readonly shares: GroupShares;
  readonly criteria: readonly WeightedCriterion[];
  /** Which fields the text has: 1 in rubrics frozen before shares and stages were kept. */
  readonly textVersion: number;
}

/**
 * The one text of a rubric (RFC 8785), which its hash is of. It is published with the call, so that anybody can
 * check that candidates were judged by the criteria that stood before any of them was known.
 *
 * Its fields are listed here and nowhere else: a text once hashed never gains or loses one, so that what is kept of a
 * criterion later changes no hash that was published.
 *
 * @throws RangeError for a text version that was never published
 */
export function rubricText({ levels, shares, criteria, textVersion }: HashedRubric): string {
  if (textVersion === 1) return canonicalJson({ version: 1, levels, criteria: criteria.map(firstFields) });
  if (textVersion !== 2) throw new RangeError(`No text of a rubric has the version ${textVersion}`);
  return canonicalJson({
    version: 2,
    levels,
    groupShares: { merit: shares.merit, competence: shares.competence, missionNeeds: shares.missionNeeds },
    criteria: criteria.map((criterion) => ({
      ...firstFields(criterion),
      stage: criterion.stage,
      libraryVersion: criterion.libraryVersion,
    })),
  });
}

const firstFields = (criterion: WeightedCriterion) => ({
  code: criterion.code,
  group: criterion.group,
  position: criterion.position,
  name: { en: criterion.name.en, fr: criterion.name.fr },
  definition: { en: criterion.definition.en, fr: criterion.definition.fr },
  anchors: criterion.anchors.map(({ level, en, fr }) => ({ level, en, fr })),
  baseWeight: criterion.baseWeight,
  need: criterion.need,
  weight: criterion.weight,
  minimumLevel: criterion.minimumLevel,
});

/** SHA-256 of the rubric's text, hex. */
export const rubricHash = (rubric: HashedRubric): string =>
  createHash("sha256").update(rubricText(rubric)).digest("hex");
