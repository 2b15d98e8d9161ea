/** The groups that the criteria of a rubric stand in, in the order of the score sheet (METHOD §1). */
export const CRITERION_GROUPS = ["merit", "competence", "missionNeeds"] as const;
export type CriterionGroup = (typeof CRITERION_GROUPS)[number];

/** What each group counts in the whole, in percent, where nobody chose otherwise (METHOD §1). */
export const GROUP_SHARES: GroupShares = {
  merit: 30,
  competence: 45,
  missionNeeds: 25,
};

/** What the groups of one rubric count in its whole, in percent; they add up to 100. */
export type GroupShares = Readonly<Record<CriterionGroup, number>>;

/** When a criterion is scored: on the file, in the interview, or both. */
export const CRITERION_STAGES = ["desk", "interview", "both"] as const;
export type CriterionStage = (typeof CRITERION_STAGES)[number];
