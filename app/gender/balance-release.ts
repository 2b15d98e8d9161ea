import { z } from "zod";
import {
  type BalanceRow,
  type Breakdown,
  type Column,
  type FlowCount,
  postKey,
  type RowId,
  reachedTally,
} from "./balance.ts";
import type { Tally } from "./counts.ts";
import { protectCounts, type Shown } from "./disclosure.ts";
import type { CountCell, CountSystem, SumRule } from "./disclosure-bounds.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** The columns of what is released: gender identities that few declare stand together with those not stated. */
export const RELEASE_GROUPS = ["woman", "man", "other"] as const;

/** The columns of a released line. */
export const RELEASE_COLUMNS = [...RELEASE_GROUPS, "total"] as const satisfies readonly Column[];

type ReleaseColumn = (typeof RELEASE_COLUMNS)[number];

/** Lines below the whole are released at these two ends of the road; the stages between for all posts together. */
const OUTER_STAGES: readonly FunnelStage[] = ["nominated", "appointed"];

/** A release as it is kept. */
export const balanceRowsSchema = z.array(
  z.object({
    breakdown: z.enum(["all", "role", "level", "region", "post"]),
    key: z.string(),
    stages: z.array(z.object({ stage: z.enum(FUNNEL_STAGES), counts: z.array(z.number().nullable()) })),
  }),
);

/** One line with all that is counted in it. */
interface Line {
  readonly id: RowId;
  readonly counts: readonly FlowCount[];
}

const grouped = (tally: Tally): Readonly<Record<ReleaseColumn, number>> => {
  const other = tally.another + tally.notStated;
  return { woman: tally.woman, man: tally.man, other, total: tally.woman + tally.man + other };
};

const cellId = (row: RowId, stage: string, column: ReleaseColumn) =>
  JSON.stringify([row.breakdown, row.key, stage, column]);
const lossOf = (stage: FunnelStage) => `${stage}, no further`;
const NOBODY: Shown = { kind: "count", value: 0 };

/**
 * All that the public is told of one closed year, as one system of counts: every stage of the whole with what was
 * lost between stages (a reader subtracts one stage from the next), and nominations by role and level, by level and
 * by regional group, with their sums.
 *
 * It counts those who were *not* appointed. Who was appointed is public by name, so a reader can take them off any
 * figure; `releaseBalance` adds them again after the rest has been protected.
 */
export function balanceSystem(counts: readonly FlowCount[]): CountSystem {
  const unnamed = counts.filter(({ furthest }) => furthest !== "appointed");
  const cells = new Map<string, CountCell>();
  const sums: SumRule[] = [];
  const put = (row: RowId, stage: string, tally: Tally) => {
    const values = grouped(tally);
    for (const column of RELEASE_COLUMNS) {
      const weight = (column === "total" ? 3 : 1) * (row.breakdown === "all" ? 3 : 1);
      const id = cellId(row, stage, column);
      cells.set(id, { id, value: values[column], weight });
    }
    sums.push({
      total: cellId(row, stage, "total"),
      parts: RELEASE_GROUPS.map((column) => cellId(row, stage, column)),
    });
  };
  putWhole(unnamed, put, sums);
  for (const { whole, parts } of divisions(unnamed)) {
    if (whole.id.breakdown !== "all") put(whole.id, "nominated", reachedTally(whole.counts, "nominated"));
    for (const part of parts) put(part.id, "nominated", reachedTally(part.counts, "nominated"));
    for (const column of RELEASE_COLUMNS) {
      sums.push({
        total: cellId(whole.id, "nominated", column),
        parts: parts.map((part) => cellId(part.id, "nominated", column)),
      });
    }
  }
  return { cells: [...cells.values()], sums };
}

const WHOLE: RowId = { breakdown: "all", key: "" };

function putWhole(
  counts: readonly FlowCount[],
  put: (row: RowId, stage: string, tally: Tally) => void,
  sums: SumRule[],
): void {
  const stages = FUNNEL_STAGES.filter((stage) => stage !== "appointed");
  for (const [position, stage] of stages.entries()) {
    put(WHOLE, stage, reachedTally(counts, stage));
    const next = stages[position + 1];
    if (!next) continue;
    const lost = counts.filter(({ furthest }) => furthest === stage);
    put(WHOLE, lossOf(stage), reachedTally(lost, stage));
    for (const column of RELEASE_COLUMNS) {
      const parts = [cellId(WHOLE, next, column), cellId(WHOLE, lossOf(stage), column)];
      sums.push({ total: cellId(WHOLE, stage, column), parts });
    }
  }
}

/**
 * How the whole falls into lines: into roles at a level, these again into roles and into levels, and into regional
 * groups. Which vacancy stood at which level is public: so the finest of these lines is in the system, and a role or
 * level that has one such line only has that line's cells.
 */
function divisions(counts: readonly FlowCount[]): readonly { whole: Line; parts: readonly Line[] }[] {
  const whole = { id: WHOLE, counts };
  const posts = linesBy(counts, "post", ({ roleKindCode, level }) => postKey(roleKindCode, level));
  const coarser = (["role", "level"] as const).flatMap((breakdown) =>
    linesBy(counts, breakdown, (count) => (breakdown === "role" ? count.roleKindCode : count.level)).map(
      (line) => ({ line, parts: posts.filter((post) => within(post, line)) }),
    ),
  );
  const several = coarser.filter(({ parts }) => parts.length > 1);
  return [
    { whole, parts: posts },
    ...several.map(({ line, parts }) => ({ whole: line, parts })),
    { whole, parts: linesBy(counts, "region", ({ regionalGroup }) => regionalGroup) },
  ];
}

const within = (post: Line, line: Line) => post.counts.every((count) => line.counts.includes(count));

function linesBy(
  counts: readonly FlowCount[],
  breakdown: Breakdown,
  keyOf: (count: FlowCount) => string,
): readonly Line[] {
  const keys = [...new Set(counts.map(keyOf))].toSorted();
  return keys.map((key) => ({
    id: { breakdown, key },
    counts: counts.filter((count) => keyOf(count) === key),
  }));
}

/**
 * The figures of one closed year as the public may see them (METHOD § 6): `balanceSystem` protected once, and those
 * appointed added. Columns as in `RELEASE_COLUMNS`.
 */
export function releaseBalance(counts: readonly FlowCount[]): readonly BalanceRow[] {
  const { shown } = protectCounts(balanceSystem(counts));
  const unnamed = counts.filter(({ furthest }) => furthest !== "appointed");
  const lines = [...WHOLE_AND_PARTS].flatMap(([breakdown, keyOf]) => linesBy(counts, breakdown, keyOf));
  return lines.map((line) => {
    const stages = line.id.breakdown === "all" ? FUNNEL_STAGES : OUTER_STAGES;
    const cellsOf = cellsOfLine(line, unnamed);
    const appointed = grouped(reachedTally(line.counts, "appointed"));
    return {
      ...line.id,
      stages: stages.map((stage) => ({
        stage,
        counts: RELEASE_COLUMNS.map((column) => {
          if (stage === "appointed") return appointed[column];
          const rest = cellsOf ? shown.get(cellId(cellsOf, stage, column)) : NOBODY;
          return rest?.kind === "count" ? rest.value + appointed[column] : null;
        }),
      })),
    };
  });
}

const WHOLE_AND_PARTS: ReadonlyMap<Breakdown, (count: FlowCount) => string> = new Map([
  ["all", () => ""],
  ["role", ({ roleKindCode }: FlowCount) => roleKindCode],
  ["level", ({ level }: FlowCount) => level],
  ["region", ({ regionalGroup }: FlowCount) => regionalGroup],
  ["post", ({ roleKindCode, level }: FlowCount) => postKey(roleKindCode, level)],
]);

/**
 * Which line's cells answer for a line: its own, or, for a role or level that consists of one role at one level, that
 * one's. Null where everybody in it was appointed.
 */
function cellsOfLine(line: Line, unnamed: readonly FlowCount[]): RowId | null {
  if (line.id.breakdown === "all") return line.id;
  const own = line.counts.filter((count) => unnamed.includes(count));
  if (own.length === 0) return null;
  if (line.id.breakdown !== "role" && line.id.breakdown !== "level") return line.id;
  const posts = new Set(own.map(({ roleKindCode, level }) => postKey(roleKindCode, level)));
  const [only] = posts;
  return posts.size === 1 && only !== undefined ? { breakdown: "post", key: only } : line.id;
}
