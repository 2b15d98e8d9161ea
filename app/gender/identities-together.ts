import { EXACT_COLUMNS, type StageFigure } from "./balance.ts";
import { RELEASE_COLUMNS } from "./balance-release.ts";

/**
 * Exact figures as those see them who may not see gender identities apart: another gender and not stated in one column, as in
 * what is published.
 *
 * @param stages columns as in `EXACT_COLUMNS`
 * @returns columns as in `RELEASE_COLUMNS`
 */
export const identitiesTogether = (stages: readonly StageFigure[]): readonly StageFigure[] =>
  stages.map(({ stage, counts }) => {
    const of = (column: (typeof EXACT_COLUMNS)[number]) => counts[EXACT_COLUMNS.indexOf(column)] ?? null;
    const [another, notStated] = [of("another"), of("notStated")];
    const other = another === null || notStated === null ? null : another + notStated;
    return { stage, counts: RELEASE_COLUMNS.map((column) => (column === "other" ? other : of(column))) };
  });
