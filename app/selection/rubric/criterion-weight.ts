/** How much a mission needs a criterion of its next leader: 0 not at all, 1 somewhat, 2 much, 3 decisive. */
export const NEED_LEVELS = [0, 1, 2, 3] as const;

/** The whole that a rubric's weights add up to: a weight is its share in millionths. */
export const WHOLE = 1_000_000;
