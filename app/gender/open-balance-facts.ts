import { daysAfter } from "#app/platform/utc-day.ts";
import type { BalanceRow, LeaderCount, Period, RowId, StageFigure } from "./balance.ts";
import { RELEASE_COLUMNS } from "./balance-release.ts";
import { SMALLEST_PERCENT_BASE } from "./disclosure.ts";
import { type LeaderKind, type LeaderLine, leaderLists, leadersByLevel, leadersByPost } from "./leaders.ts";
import {
  OPEN_VERSION,
  type OpenBalance,
  type OpenCall,
  type OpenCount,
  type OpenPledge,
  type OpenShare,
} from "./open-balance.ts";
import { countIn } from "./stage-impact.ts";
import type { MeasuredTarget } from "./target.ts";

interface Named {
  readonly en: string;
  readonly fr: string;
}

/** What the public figures are made of, each part as its own table already tells everybody. */
export interface OpenFacts {
  /** The day of which leaders are counted, ISO. */
  readonly on: string;
  readonly leaders: readonly LeaderCount[];
  readonly kinds: readonly (LeaderKind & { readonly nameEn: string; readonly nameFr: string })[];
  /** The kept release of the last closed year. */
  readonly release: Period & { readonly rows: readonly BalanceRow[] };
  readonly targets: readonly MeasuredTarget[];
  readonly calls: { readonly total: number; readonly listed: readonly OpenCall[] };
  readonly pledges: readonly OpenPledge[];
  /** The name of a regional group; the whole has an empty key. */
  readonly regionNames: Readonly<Record<string, Named>>;
  readonly whole: Named;
  readonly addresses: { readonly schema: string; readonly documentation: string };
}

/**
 * The public figures for machines. Nothing is counted here anew: leaders are public by name, every other count is a cell
 * of the kept release (METHOD § 6), and a share is given only where both its counts are and it rests on ten people or
 * more. What is withheld is null with its reason.
 */
export function openBalance(facts: OpenFacts): OpenBalance {
  const { on, leaders, kinds, release, targets, calls, pledges, addresses } = facts;
  return {
    ...addresses,
    version: OPEN_VERSION,
    leaders: {
      measure: "stock",
      on,
      lists: leaderLists(leaders, kinds).map((line) => ({ list: line.key, ...inPost(line) })),
      levels: leadersByLevel(leaders).map((line) => ({ level: line.key, ...inPost(line) })),
      posts: leadersByPost(leaders, kinds).map(({ level, ...line }) => ({
        ...{ role: line.key, name: roleName(facts, line.key), level },
        ...inPost(line),
      })),
    },
    year: {
      ...{ measure: "flow", from: release.startsOn, to: daysAfter(release.endsBefore, -1) },
      lines: release.rows.map((row) => ({
        ...{ breakdown: row.breakdown, key: row.key, name: lineName(facts, row) },
        stages: row.stages.map(stageOf),
      })),
    },
    targets: targets.map((target) => openTarget(target, release.rows.length > 0)),
    calls: { total: calls.total, listed: [...calls.listed] },
    pledges: [...pledges],
  };
}

const inPost = ({ woman, man, other }: LeaderLine) => ({
  ...{ women: woman, men: man, other },
  share: openShare(woman, man, 1),
});

/** Women among women and men as far as it may be told: both counts shown, and at least `leastBase` people. */
function openShare(women: number | null, men: number | null, leastBase: number): OpenShare {
  if (women === null || men === null) return { value: null, reason: "suppressed" };
  if (women + men === 0) return { value: null, reason: "nobody" };
  if (women + men < leastBase) return { value: null, reason: "tooFew" };
  return { value: women / (women + men), reason: null };
}

const openCount = (value: number | null): OpenCount =>
  value === null ? { value, reason: "suppressed" } : { value, reason: null };

function stageOf(figure: StageFigure) {
  const [women, men, other, total] = RELEASE_COLUMNS.map((column) =>
    countIn(figure, RELEASE_COLUMNS, column),
  );
  return {
    stage: figure.stage,
    ...{ women: openCount(women ?? null), men: openCount(men ?? null) },
    ...{ other: openCount(other ?? null), total: openCount(total ?? null) },
    share: openShare(women ?? null, men ?? null, SMALLEST_PERCENT_BASE),
  };
}

function openTarget(target: MeasuredTarget, released: boolean): OpenBalance["targets"][number] {
  const { subject, measure, counting, value, baselineYear, due, source, state, standing, as } = target;
  const identity = { subject, measure, counting, value, baselineYear, due, source, state };
  if (standing === null || as === null) {
    const withheld = subject === "nominations" && released ? "suppressed" : "notKnown";
    return {
      ...identity,
      standing: { value: null, reason: subject === "cadre" ? "notPublished" : withheld },
    };
  }
  const period = "on" in as ? { from: as.on, to: as.on } : as;
  const { women, men } = standing.counted;
  return {
    ...identity,
    standing: {
      ...{ value: standing.value, women, men, moreWomen: standing.moreWomen, ...period },
      reason: null,
    },
  };
}

function roleName({ kinds }: OpenFacts, code: string): Named {
  const kind = kinds.find((one) => one.code === code);
  return { en: kind?.nameEn ?? code, fr: kind?.nameFr ?? code };
}

/** What a line of the release is called; a `post` is a role at a level. */
function lineName(facts: OpenFacts, { breakdown, key }: RowId): Named {
  if (breakdown === "all") return facts.whole;
  if (breakdown === "role") return roleName(facts, key);
  if (breakdown === "region") return facts.regionNames[key] ?? { en: key, fr: key };
  if (breakdown === "level") return { en: key, fr: key };
  const [code = "", level = ""] = key.split(" ");
  const { en, fr } = roleName(facts, code);
  return { en: `${en}, ${level}`, fr: `${fr}, ${level}` };
}
