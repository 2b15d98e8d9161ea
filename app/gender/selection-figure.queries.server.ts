import { nameIn } from "#app/i18n/languages.ts";
import { database } from "#app/platform/database.server.ts";
import { countDecided, countOpened, readRoleKinds } from "./balance.queries.server.ts";
import { exactStages, type StageFigure } from "./balance.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { selectionFigure } from "./selection-figure.ts";
import { countsAsked, periodAsked, type SelectionQuery, selectionQuerySchema } from "./selection-query.ts";

/** Every stage of the vacancies asked for, together; columns as in `EXACT_COLUMNS`. */
export async function readSelectionStages(asked: SelectionQuery): Promise<readonly StageFigure[]> {
  const period = periodAsked(asked);
  const counts = await (asked.basis === "decided" ? countDecided(database(), period) : countOpened(period));
  return exactStages(countsAsked(counts, asked));
}

/** The steps of the selection page as figures to take along; null where its page would refuse what is asked. */
export async function readSelectionFigures({ t, format, today, asked }: FigureAsk) {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const query = selectionQuerySchema(today).safeParse(given);
  if (!query.success) return null;
  const [stages, kinds] = await Promise.all([readSelectionStages(query.data), readRoleKinds()]);
  const roleName = (code: string) => {
    const kind = kinds.find((one) => one.code === code);
    return kind ? nameIn(format.locale, kind) : code;
  };
  return [selectionFigure(t, format, { asked: query.data, stages, roleName, taken: today })];
}
