import { GENDERS } from "#app/gender/counts.ts";
import type { BenchCount } from "./bench.ts";
import type { Demand } from "./demand.ts";
import { eachReady, judgeOf } from "./demand-judge.ts";
import { FIT_GROUPS, type FitGroup, fitGroupOf } from "./fit.ts";
import type { MembersToday } from "./member-store.ts";
import { READINESS_LEVELS, type ReadinessLevel } from "./readiness.ts";

interface CountedPost {
  readonly id: string;
  readonly demand: Demand;
  /** Whether it wants a successor within a year. */
  readonly ends: boolean;
}

const STANDINGS = [true, null, false] as const;
const NOW = READINESS_LEVELS.indexOf("now");

/** Who stands behind some posts of one kind. */
interface BehindKind {
  readonly roleKindCode: string;
  readonly counts: readonly BenchCount[];
  /** Ready now, and known to meet what one of the posts that end asks; each once. */
  readonly people: number;
  /** Ready now and not among those, of whom something is not on file towards one of them. */
  readonly unknown: number;
}

/** Counts who stands behind each post, by kind; every member who counts is visited once a kind. */
export function countBehind(members: MembersToday, posts: readonly CountedPost[]): readonly BehindKind[] {
  const kinds = [...new Set(posts.map(({ demand }) => demand.roleKindCode))];
  return kinds.map((kind) =>
    countKind(
      members,
      kind,
      posts.filter(({ demand }) => demand.roleKindCode === kind),
    ),
  );
}

function countKind(members: MembersToday, roleKindCode: string, posts: readonly CountedPost[]): BehindKind {
  const { gender } = members.store.columns;
  const judged = posts.map(({ demand, ends }) => ({
    ends,
    judge: judgeOf(members, demand),
    cells: cellsOf(),
  }));
  let [people, unknown] = [0, 0];
  eachReady(members, roleKindCode, (slot, level) => {
    let [known, open] = [false, false];
    for (const { ends, judge, cells } of judged) {
      const meets = judge(slot, level);
      const cell = cellOf(level, gender[slot] ?? 0, meets === true ? 0 : meets === null ? 1 : 2);
      cells[cell] = (cells[cell] ?? 0) + 1;
      if (!ends || level !== NOW) continue;
      known ||= meets === true;
      open ||= meets === null;
    }
    if (known) people += 1;
    else if (open) unknown += 1;
  });
  const counts = judged.flatMap(({ cells }, n) => spell(posts[n]?.id ?? "", cells));
  return { roleKindCode, counts, people, unknown };
}

const cellsOf = () => new Uint32Array(READINESS_LEVELS.length * GENDERS.length * STANDINGS.length);
const cellOf = (level: number, gender: number, standing: number) =>
  (level * GENDERS.length + gender) * STANDINGS.length + standing;

const spell = (postId: string, cells: Uint32Array): readonly BenchCount[] =>
  READINESS_LEVELS.flatMap((level, l) =>
    GENDERS.flatMap((gender, g) =>
      STANDINGS.map((meets, s) => ({ postId, level, gender, meets, people: cells[cellOf(l, g, s)] ?? 0 })),
    ),
  ).filter(({ people }) => people > 0);

/** Somebody who could follow in a post. */
interface Follower {
  readonly membershipId: string;
  readonly group: FitGroup;
  readonly level: ReadinessLevel;
  /** Whether everything the post asks in figures is on file. */
  readonly known: boolean;
}

/**
 * The first of each group who could follow in a post: who is ready soonest, of these who is known to meet what it asks, of
 * these by their id.
 *
 * @param most of each group
 */
export function nextBehind(members: MembersToday, demand: Demand, most: number): readonly Follower[] {
  const { columns, ids } = members.store;
  const judge = judgeOf(members, demand);
  const found: Follower[] = [];
  eachReady(members, demand.roleKindCode, (slot, level) => {
    const meets = judge(slot, level);
    if (meets === false) return;
    found.push({
      ...{ membershipId: ids[slot] ?? "", group: fitGroupOf(GENDERS[columns.gender[slot] ?? 0]) },
      ...{ level: READINESS_LEVELS[level] ?? "threeToFiveYears", known: meets === true },
    });
  });
  const place = (level: ReadinessLevel) => READINESS_LEVELS.indexOf(level);
  const order = (a: Follower, b: Follower) =>
    place(a.level) - place(b.level) ||
    Number(b.known) - Number(a.known) ||
    (a.membershipId < b.membershipId ? -1 : 1);
  return FIT_GROUPS.flatMap((group) =>
    found
      .filter((one) => one.group === group)
      .sort(order)
      .slice(0, most),
  );
}
