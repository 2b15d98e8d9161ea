import loadHighs from "highs";
import { type BalanceRow, type FlowCount, postKey } from "#app/gender/balance.ts";
import { RELEASE_COLUMNS } from "#app/gender/balance-release.ts";
import { FUNNEL_STAGES, type FunnelStage } from "#app/gender/funnel.ts";

const highs = await loadHighs();

type Column = (typeof RELEASE_COLUMNS)[number];

/** One figure as a reader was told it, wherever it stood; null: withheld. */
export interface Told {
  readonly breakdown: BalanceRow["breakdown"];
  readonly key: string;
  readonly stage: FunnelStage;
  readonly column: Column;
  readonly value: number | null;
}

/** All that rows tell; their columns as in `RELEASE_COLUMNS`. */
export const toldIn = (rows: readonly BalanceRow[]): readonly Told[] =>
  rows.flatMap(({ breakdown, key, stages }) =>
    stages.flatMap(({ stage, counts }) =>
      RELEASE_COLUMNS.map((column, at) => ({ breakdown, key, stage, column, value: counts[at] ?? null })),
    ),
  );

/** A figure that an attacker is after, with what can be worked out about it. */
export interface Found {
  readonly of: string;
  readonly truth: number;
  readonly least: number;
  readonly greatest: number;
}

/** The stages at which those stand who were not appointed: the appointed are known by name. */
const UNNAMED = FUNNEL_STAGES.filter((stage) => stage !== "appointed");
const GROUPS = ["woman", "man", "other"] as const;

interface Cell {
  readonly post: string;
  readonly role: string;
  readonly level: string;
  readonly region: string;
  readonly group: (typeof GROUPS)[number];
  readonly furthest: FunnelStage;
}

interface Aim {
  readonly breakdown: Told["breakdown"];
  readonly key: string;
  /** Those who came to `stage`, or `lost`: those who came exactly so far. */
  readonly stage: FunnelStage;
  readonly lost: boolean;
  readonly column: Column;
}

/**
 * Attacks what was published of one closed year as a reader would who kept every page: everything told, in one linear system
 * over the people nobody names, by role at a level, region, gender and how far they came; then for every count from 1 to 4 and
 * every withheld one the least and the greatest it can be (HiGHS, which shares no line with the product's own programmes).
 *
 * Beside what is printed the attacker is after what subtraction gives: everybody lost between two stages, and every line. What
 * is known: who was appointed, that a withheld count is not zero (zeros are told), and that counts are not below it.
 *
 * @param truth what was counted when the figures were released
 * @returns each such count with its bounds
 * @throws where what was told contradicts itself: then two tellings of one thing differed
 */
export function attack(told: readonly Told[], truth: readonly FlowCount[]): readonly Found[] {
  const cells = cellsOf(told);
  const named = new Map(
    told.filter(({ stage }) => stage === "appointed").map((one) => [lineOf(one), one.value ?? 0]),
  );
  const known = new Set<string>();
  const withheld = new Set<string>();
  for (const one of told) {
    if (one.stage === "appointed") continue;
    const aim = { ...one, lost: false };
    const sum = sumOf(cells, aim);
    if (one.value === null) {
      withheld.add(nameOf(aim));
      if (sum !== "") known.add(`${sum} >= 1`);
    } else if (sum !== "") known.add(`${sum} = ${one.value - (named.get(lineOf(one)) ?? 0)}`);
    else if (one.value !== (named.get(lineOf(one)) ?? 0)) throw new Error(`Nobody can be in ${nameOf(aim)}`);
  }
  const given = [...known].map((line, at) => ` k${at}: ${line}`).join("\n");
  return aimsAt(cells).flatMap((aim): readonly Found[] => {
    const value = trueValue(truth, aim);
    if (!(value >= 1 && value <= 4) && !withheld.has(nameOf(aim))) return [];
    const sum = sumOf(cells, aim);
    return [
      {
        of: nameOf(aim),
        truth: value,
        least: solve("Minimize", sum, given),
        greatest: solve("Maximize", sum, given),
      },
    ];
  });
}

/** Those of them that are known more tightly than four wide. */
export const leaks = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ least, greatest }) => greatest - least < 4 - 1e-6);

function solve(sense: "Minimize" | "Maximize", sum: string, given: string): number {
  const { Status, ObjectiveValue } = highs.solve(`${sense}\n obj: ${sum}\nSubject To\n${given}\nEnd\n`);
  if (Status === "Unbounded" || Status === "Primal infeasible or unbounded") return Number.POSITIVE_INFINITY;
  if (Status !== "Optimal") throw new Error(`What was told contradicts itself: ${Status}`);
  return ObjectiveValue;
}

const lineOf = ({ breakdown, key, column }: Pick<Told, "breakdown" | "key" | "column">) =>
  JSON.stringify([breakdown, key, column]);
const nameOf = ({ breakdown, key, stage, lost, column }: Aim) =>
  JSON.stringify([breakdown, key, lost ? `${stage}, no further` : stage, column]);

/** Every kind of person that the lines told of can hold. */
function cellsOf(told: readonly Told[]): readonly Cell[] {
  const keys = (breakdown: string) => [
    ...new Set(told.filter((one) => one.breakdown === breakdown).map(({ key }) => key)),
  ];
  return keys("post").flatMap((post) => {
    const [role = "", ...level] = post.split(" ");
    return keys("region").flatMap((region) =>
      GROUPS.flatMap((group) =>
        UNNAMED.map((furthest) => ({ post, role, level: level.join(" "), region, group, furthest })),
      ),
    );
  });
}

const inAim = (
  { breakdown, key, stage, lost, column }: Aim,
  cell: Omit<Cell, "group"> & { readonly group: string },
) =>
  (breakdown === "all" || cell[breakdown] === key) &&
  (column === "total" || cell.group === column) &&
  (lost ? cell.furthest === stage : FUNNEL_STAGES.indexOf(cell.furthest) >= FUNNEL_STAGES.indexOf(stage));

const sumOf = (cells: readonly Cell[], aim: Aim) =>
  cells.flatMap((cell, at) => (inAim(aim, cell) ? [`x${at}`] : [])).join(" + ");

function aimsAt(cells: readonly Cell[]): readonly Aim[] {
  const lines = (["role", "level", "region", "post"] as const).flatMap((breakdown) =>
    [...new Set(cells.map((cell) => cell[breakdown]))].map((key) => ({ breakdown, key })),
  );
  return RELEASE_COLUMNS.flatMap((column) => [
    ...UNNAMED.flatMap((stage) =>
      [false, true].map((lost) => ({ breakdown: "all" as const, key: "", stage, lost, column })),
    ),
    ...lines.map((line) => ({ ...line, stage: "nominated" as const, lost: false, column })),
  ]);
}

const trueValue = (truth: readonly FlowCount[], aim: Aim) =>
  truth
    .filter(({ furthest }) => furthest !== "appointed")
    .filter(({ roleKindCode: role, level, regionalGroup: region, gender, furthest }) =>
      inAim(aim, {
        ...{ role, level, region, furthest, post: postKey(role, level) },
        group: gender === "woman" || gender === "man" ? gender : "other",
      }),
    )
    .reduce((sum, { people }) => sum + people, 0);
