import type { Period } from "./balance.ts";
import {
  CASE_FIELDS,
  CASE_WIDTH,
  type CaseBlock,
  type CaseField,
  type CaseStore,
  COUNTS,
  Codes,
  countPlace,
} from "./case-store.ts";

/** By which day a case falls in a period: its call opened, or the vacancy was decided. */
export const BASES = ["opened", "decided"] as const;
export type Basis = (typeof BASES)[number];

/** What is the same for all cases of a vacancy. */
export const BLOCK_PARTS = ["role", "level", "mission", "panel"] as const;
export type BlockPart = (typeof BLOCK_PARTS)[number];

const wordOf = (part: BlockPart, block: CaseBlock) => (part === "role" ? block.roleKindCode : block[part]);

/** Words by block: `codes` are places in `words`. */
export interface BlockWords {
  readonly codes: Uint32Array;
  readonly words: readonly string[];
}

/**
 * The blocks of a basis that have cases, in the order of their moments, and their cases side by side: those of a period are
 * one stretch of each list, which is read through without a jump.
 */
export interface CaseView {
  readonly blocks: readonly CaseBlock[];
  /** Of each block the moment that puts it in a period, in milliseconds since 1970. */
  readonly moments: Float64Array;
  /** Of each block how many cases stand before it, and at the end how many there are; the first of a period may not be 0. */
  readonly begins: Uint32Array;
  /** Of each block 1 where its vacancy is decided, else 0. */
  readonly decided: Uint8Array;
  /** Of all cases what stands in each field. */
  readonly fields: Readonly<Record<CaseField, Uint32Array>>;
  /** Of all cases where they are counted, among the counts of a block. */
  readonly places: Uint8Array;
  /** The counts of all blocks. */
  readonly counts: Uint32Array;
  readonly parts: Readonly<Record<BlockPart, BlockWords>>;
}

/** The moment that puts a vacancy's cases in a period; null where they are in none. A draft has not been opened. */
const momentOf = ({ draft, openedAt, decidedAt }: CaseBlock, basis: Basis): number | null =>
  basis === "decided" ? decidedAt : draft ? null : openedAt;

const viewsMade = new WeakMap<
  CaseStore,
  { readonly changes: number; readonly views: Map<Basis, CaseView> }
>();

/** The view of a basis; made again only after a block has changed. */
function viewOf(store: CaseStore, basis: Basis): CaseView {
  const made = viewsMade.get(store);
  const { views } = made?.changes === store.changes ? made : { views: new Map<Basis, CaseView>() };
  viewsMade.set(store, { changes: store.changes, views });
  const view = views.get(basis) ?? makeView(store, basis);
  views.set(basis, view);
  return view;
}

function makeView({ blocks }: CaseStore, basis: Basis): CaseView {
  const timed = [...blocks.values()]
    .flatMap((block) => {
      const moment = momentOf(block, basis);
      return moment === null || block.cells.length === 0 ? [] : [{ block, moment }];
    })
    .sort((a, b) => a.moment - b.moment);
  const begins = new Uint32Array(timed.length + 1);
  for (const [n, { block }] of timed.entries())
    begins[n + 1] = (begins[n] ?? 0) + block.cells.length / CASE_WIDTH;
  const cases = begins.at(-1) ?? 0;
  const fields = mapFields(() => new Uint32Array(cases));
  const places = new Uint8Array(cases);
  const counts = new Uint32Array(timed.length * COUNTS);
  for (const [n, { block }] of timed.entries()) {
    for (let at = begins[n] ?? 0, cell = 0; cell < block.cells.length; at += 1, cell += CASE_WIDTH) {
      places[at] = countPlace(block.cells, cell);
      for (const [column, field] of CASE_FIELDS.entries())
        fields[field][at] = block.cells[cell + column] ?? 0;
    }
    counts.set(block.counts, n * COUNTS);
  }
  return {
    ...{ begins, fields, places, counts, blocks: timed.map(({ block }) => block) },
    moments: Float64Array.from(timed, ({ moment }) => moment),
    decided: Uint8Array.from(timed, ({ block }) => (block.decidedAt === null ? 0 : 1)),
    parts: mapParts((part) => {
      const codes = new Codes();
      return {
        codes: Uint32Array.from(timed, ({ block }) => codes.of(wordOf(part, block))),
        words: codes.words,
      };
    }),
  };
}

const mapFields = <T>(make: (field: CaseField) => T) =>
  Object.fromEntries(CASE_FIELDS.map((field) => [field, make(field)])) as Record<CaseField, T>;

const mapParts = <T>(make: (part: BlockPart) => T) =>
  Object.fromEntries(BLOCK_PARTS.map((part) => [part, make(part)])) as Record<BlockPart, T>;

/** Where the first moment stands that is not before this one. */
function placeOf(moments: Float64Array, moment: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that fall in a period by a basis; all that have a moment where no period is given. */
export function casesIn(store: CaseStore, basis: Basis, period?: Period): CaseView {
  const view = viewOf(store, basis);
  const { moments, begins, parts } = view;
  const first = period ? placeOf(moments, Date.parse(period.startsOn)) : 0;
  const end = period ? Math.max(first, placeOf(moments, Date.parse(period.endsBefore))) : moments.length;
  const cases = [begins[first] ?? 0, begins[end] ?? 0] as const;
  return {
    blocks: view.blocks.slice(first, end),
    moments: moments.subarray(first, end),
    decided: view.decided.subarray(first, end),
    begins: begins.subarray(first, end + 1),
    fields: mapFields((field) => view.fields[field].subarray(...cases)),
    places: view.places.subarray(...cases),
    counts: view.counts.subarray(first * COUNTS, end * COUNTS),
    parts: mapParts((part) => ({ ...parts[part], codes: parts[part].codes.subarray(first, end) })),
  };
}
