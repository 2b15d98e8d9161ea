import { nameIn } from "#app/i18n/languages.ts";
import { readRoleKinds } from "./balance.queries.server.ts";
import { stagesOf } from "./balance.ts";
import { readCases } from "./case-store.queries.server.ts";
import { casesIn } from "./case-view.ts";
import { addTallies, EMPTY_TALLY, type Tally } from "./counts.ts";
import { reachedOf } from "./crossing.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { periodFrom } from "./flow-query.ts";
import { FUNNEL_STAGES } from "./funnel.ts";
import { selectionFigure } from "./selection-figure.ts";
import { type SelectionQuery, selectionQuerySchema } from "./selection-query.ts";
import { withinVacancies } from "./stage-impact.ts";

const together = (tallies: readonly (readonly Tally[])[]) =>
  stagesOf(
    FUNNEL_STAGES.map((_, stage) =>
      tallies.reduce((sum, reached) => addTallies(sum, reached[stage] ?? EMPTY_TALLY), EMPTY_TALLY),
    ),
  );

/**
 * Every stage of the vacancies asked for, together, columns as in `EXACT_COLUMNS`; `steps`: of the decided ones among them,
 * whose steps can be judged, and `within`: each step compared within vacancies.
 */
export async function readSelectionStages(asked: SelectionQuery) {
  const period = periodFrom(asked);
  const { role, level, basis } = asked;
  const blocks = casesIn(await readCases(), basis, period).blocks.filter(
    (block) => (role ?? block.roleKindCode) === block.roleKindCode && (level ?? block.level) === block.level,
  );
  const decided = blocks.filter(({ decidedAt }) => decidedAt !== null).map(({ counts }) => reachedOf(counts));
  return {
    stages: together(blocks.map(({ counts }) => reachedOf(counts))),
    steps: together(decided),
    within: withinVacancies(decided),
  };
}

/** The steps of the selection page as figures to take along; null where its page would refuse what is asked. */
export async function readSelectionFigures({ t, format, today, asked }: FigureAsk) {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const query = selectionQuerySchema(today).safeParse(given);
  if (!query.success) return null;
  const [counted, kinds] = await Promise.all([readSelectionStages(query.data), readRoleKinds()]);
  const roleName = (code: string) => {
    const kind = kinds.find((one) => one.code === code);
    return kind ? nameIn(format.locale, kind) : code;
  };
  return [selectionFigure(t, format, { asked: query.data, ...counted, roleName, taken: today })];
}
