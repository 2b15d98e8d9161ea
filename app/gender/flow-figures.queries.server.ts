import { database } from "#app/platform/database.server.ts";
import { MAX_SHEET_ROWS } from "#app/platform/spreadsheet.server.ts";
import { readRegions, readRoleKinds } from "./balance.queries.server.ts";
import type { Part } from "./case-part.ts";
import { readCases } from "./case-store.queries.server.ts";
import { crossCases } from "./crossing.ts";
import { type CrossRow, rowAt } from "./crossing-row.ts";
import type { Figure } from "./figure.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { crossingFigure, type FlowFacts, trendFigure } from "./flow-figures.ts";
import {
  type BalanceQuery,
  balanceQuerySchema,
  type CrossingQuery,
  crossingQuerySchema,
  type Dimension,
  periodFrom,
} from "./flow-query.ts";
import { type FlowNames, keyOrder } from "./flow-words.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** Rows of a crossing on one page, and in a picture of it. */
export const CROSSINGS_PER_PAGE = 24;
/** Rows of the way from stage to stage on the page of gender balance: fifteen lines at eight stages. */
const FUNNEL_ROWS = 120;

type Ask = Pick<FigureAsk, "t" | "format" | "today" | "sensitive" | "every">;

/** Everything that figures of the flow are made of, read once for all of a page. */
async function readFlow({ format }: Ask, dimensions: readonly Dimension[]) {
  const named = dimensions.includes("state");
  const [store, regionOf, roleKinds, states] = await Promise.all([
    readCases(),
    readRegions(),
    readRoleKinds(),
    named ? database().state.findMany({ select: { code: true, nameEn: true, nameFr: true } }) : [],
  ]);
  const names: FlowNames = {
    roleKinds,
    states: new Map(
      states.map(({ code, nameEn, nameFr }) => [code, format.locale === "fr" ? nameFr : nameEn]),
    ),
  };
  return { store, regionOf, names };
}
type Flow = Awaited<ReturnType<typeof readFlow>>;

const factsOf = (
  ask: Ask,
  { names }: Flow,
  query: Pick<CrossingQuery, "basis" | "from" | "to">,
): FlowFacts => ({
  ...{ t: ask.t, format: ask.format, sensitive: ask.sensitive, names, taken: ask.today },
  ...{ basis: query.basis, from: query.from, to: query.to },
});

interface Rows {
  readonly rows: readonly CrossRow[];
  readonly total: number;
}

/** The rows of a crossing from one on; where the stages are rows, each line stands there at every stage. */
function rowsOf(
  ask: Ask,
  { store, regionOf, names }: Flow,
  query: Pick<CrossingQuery, "basis" | "from" | "to"> & { readonly stage: FunnelStage },
  dimensions: readonly Dimension[],
  { from, most }: { readonly from: number; readonly most: number },
): Rows {
  const parts = dimensions.filter((one): one is Part => one !== "stage");
  const asked = { basis: query.basis, period: periodFrom(query), regionOf };
  const arrange = keyOrder(ask, names);
  if (parts.length === dimensions.length) {
    const { lines, total } = crossCases(store, parts, asked, { arrange, from, most });
    return { total, rows: lines.map((line) => rowAt(line, query.stage)) };
  }
  const { lines } = crossCases(store, parts, asked, { arrange });
  const stageFirst = dimensions[0] === "stage";
  const total = lines.length * FUNNEL_STAGES.length;
  const rows = Array.from({ length: Math.min(most, Math.max(0, total - from)) }, (_, n) => {
    const at = from + n;
    const [lineAt, stageAt] = stageFirst
      ? [at % lines.length, Math.floor(at / lines.length)]
      : [Math.floor(at / FUNNEL_STAGES.length), at % FUNNEL_STAGES.length];
    const stage = FUNNEL_STAGES[stageAt] ?? "nominated";
    const row = rowAt(lines[lineAt] ?? { keys: [], reached: [], settled: [] }, stage);
    return { ...row, keys: stageFirst ? [stage, ...row.keys] : [...row.keys, stage] };
  });
  return { rows, total };
}

interface Paged {
  readonly figure: Figure;
  readonly total: number;
}

/** The crossing that is asked for: one page of it, or every row where a sheet is taken. */
export async function readCrossing(ask: Ask, query: CrossingQuery, page: number): Promise<Paged> {
  const dimensions = [query.first, ...(query.second ? [query.second] : [])];
  const flow = await readFlow(ask, dimensions);
  const wanted = ask.every
    ? { from: 0, most: MAX_SHEET_ROWS }
    : { from: (page - 1) * CROSSINGS_PER_PAGE, most: CROSSINGS_PER_PAGE };
  const { rows, total } = rowsOf(ask, flow, query, dimensions, wanted);
  const stage = dimensions.includes("stage") ? null : query.stage;
  const shown = { from: wanted.from, of: total };
  return {
    total,
    figure: crossingFigure(factsOf(ask, flow, query), { id: "crossing", dimensions, stage, rows, shown }),
  };
}

/**
 * The flow as who sees exact figures reads it on the page of gender balance: the way from stage to stage, of everybody or
 * of one breakdown, and the share of women at each stage over the years.
 */
export async function readFlowFigures(ask: Ask, query: BalanceQuery) {
  const dimensions: readonly Dimension[] = query.by ? [query.by, "stage"] : ["stage"];
  const flow = await readFlow(ask, dimensions);
  const facts = factsOf(ask, flow, query);
  const wanted = { from: 0, most: ask.every ? MAX_SHEET_ROWS : FUNNEL_ROWS };
  const { rows, total } = rowsOf(ask, flow, { ...query, stage: "nominated" }, dimensions, wanted);
  const asked = { basis: query.basis, regionOf: flow.regionOf };
  const { lines } = crossCases(flow.store, [query.each], asked);
  const first = lines[0]?.keys[0] ?? query.to;
  return {
    funnel: crossingFigure(facts, {
      ...{ id: "stage-to-stage", title: ask.t("flow.funnel.title"), dimensions, stage: null, rows },
      shown: { from: 0, of: total },
    }),
    trend: trendFigure({ ...facts, from: first, to: ask.today }, query.each, lines),
  };
}

const given = (asked: FigureAsk["asked"]) =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));

/** The same as a file; null where the page would not answer. */
export async function takeCrossing(ask: FigureAsk): Promise<readonly Figure[] | null> {
  const query = crossingQuerySchema(ask.today, ask.sensitive).safeParse(given(ask.asked));
  const page = Number(ask.asked.page ?? 1);
  if (!query.success || !Number.isInteger(page) || page < 1) return null;
  return [(await readCrossing(ask, query.data, page)).figure];
}

/** The figures of the flow as files; null where the page would not answer. */
export async function takeFlow(ask: FigureAsk): Promise<readonly Figure[] | null> {
  const query = balanceQuerySchema(ask.today, ask.sensitive).safeParse(given(ask.asked));
  return query.success ? Object.values(await readFlowFigures(ask, query.data)) : null;
}
