import type { Topic } from "#app/mentoring/pool/mentor.ts";

/**
 * What a mentor can help with where a panel found something to develop, by the criterion's code in the library (DOMAIN §3's
 * default rubric). Cadre's own reading; a criterion of another code, and one that no conversation develops (the record of a
 * career), has none.
 */
const TOPICS_OF: Readonly<Record<string, readonly Topic[]>> = {
  M2: ["resources"],
  M3: ["headquarters"],
  C1: ["conduct"],
  C2: ["politicalStrategy", "goodOffices"],
  C3: ["transition"],
  C4: ["leadershipTeam"],
  C5: ["crisis"],
  C6: ["conduct"],
  C7: ["womenPeaceSecurity"],
  C8: ["communication"],
  C9: ["resilience"],
  N1: ["hostRelations"],
  N2: ["transition"],
  N3: ["integration"],
};

/** The topics that stand for criteria to develop, each once, in the order of the criteria. */
export const topicsOfCriteria = (codes: readonly string[]): readonly Topic[] => [
  ...new Set(codes.flatMap((code) => TOPICS_OF[code] ?? [])),
];
