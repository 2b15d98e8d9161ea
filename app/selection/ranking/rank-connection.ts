import type { Components } from "#app/statistics/connectivity.ts";
import type { CandidacyAndMember, ScoreTable } from "./rank-table.ts";

/** What would make the candidacies comparable. */
export interface ConnectionAdvice {
  /** Sheets that would join the groups if all were written: the fewest possible. */
  readonly sheetsToAdd: readonly CandidacyAndMember[];
  /** Groups that no sheet can join to the largest one, since recusals stand in the way. */
  readonly cannotJoin: readonly number[];
}

/**
 * Which member would have to score whom so that all candidacies can be compared (METHOD § 2).
 *
 * The group with most candidacies grows by one sheet a group; among the sheets that would do, the member with fewest sheets is asked,
 * then the candidacy with fewest, then by id. Groups that recusals keep from each other are joined through members who have not scored yet,
 * as few of them as possible: each costs one sheet more. One sheet joins two groups, but carries the whole comparison between
 * them: two are better.
 *
 * @param groups components of the table's scores
 * @param recusals pairs that never score
 */
export function connectionAdvice(
  table: ScoreTable,
  groups: Components,
  recusals: readonly CandidacyAndMember[],
): ConnectionAdvice {
  const state = startState(table, groups, recusals);
  const clusters: Cluster[] = [];
  for (let next = largestLeft(state, clusters); next !== null; next = largestLeft(state, clusters)) {
    clusters.push(grow(state, next, clusters));
  }
  const { joined, sheets } = joinByNewcomers(state, clusters);
  const within = clusters.filter((_, at) => joined.has(at));
  return {
    sheetsToAdd: [...within.flatMap((cluster) => cluster.sheets), ...sheets].map(
      ({ candidacy, memberId }) => ({
        candidacyId: table.candidacyIds[candidacy] ?? "",
        memberId,
      }),
    ),
    cannotJoin: clusters
      .filter((_, at) => !joined.has(at))
      .flatMap((cluster) => [...cluster.groups])
      .sort((a, b) => a - b),
  };
}

/** A sheet that is not there yet. */
interface WantedSheet {
  readonly candidacy: number;
  readonly memberId: string;
}

/** Groups that members who have scored can join, with the sheets that do. */
interface Cluster {
  readonly groups: ReadonlySet<number>;
  readonly sheets: readonly WantedSheet[];
}

interface JoiningState {
  readonly table: ScoreTable;
  readonly groups: Components;
  /** Candidacies in each group. */
  readonly sizes: readonly number[];
  readonly recused: ReadonlySet<string>;
  readonly memberLoad: number[];
  readonly candidacyLoad: number[];
}

const pairKey = (candidacyId: string, memberId: string) => JSON.stringify([candidacyId, memberId]);

const bars = ({ table, recused }: JoiningState, candidacy: number, memberId: string) =>
  recused.has(pairKey(table.candidacyIds[candidacy] ?? "", memberId));

function startState(
  table: ScoreTable,
  groups: Components,
  recusals: readonly CandidacyAndMember[],
): JoiningState {
  const sizes = new Array<number>(groups.count).fill(0);
  for (const group of groups.ofSubject) if (group !== null) sizes[group] = (sizes[group] ?? 0) + 1;
  const memberLoad = new Array<number>(table.memberIds.length).fill(0);
  const candidacyLoad = new Array<number>(table.candidacyIds.length).fill(0);
  for (const { candidacy, member } of table.sheets) {
    memberLoad[member] = (memberLoad[member] ?? 0) + 1;
    candidacyLoad[candidacy] = (candidacyLoad[candidacy] ?? 0) + 1;
  }
  const recused = new Set(recusals.map(({ candidacyId, memberId }) => pairKey(candidacyId, memberId)));
  return { table, groups, sizes, recused, memberLoad, candidacyLoad };
}

/** The group with most candidacies that is in no cluster yet; the first of equals. */
function largestLeft({ sizes }: JoiningState, clusters: readonly Cluster[]): number | null {
  const left = sizes.map((size, group) => (clusters.some(({ groups }) => groups.has(group)) ? 0 : size));
  const most = Math.max(0, ...left);
  return most === 0 ? null : left.indexOf(most);
}

/** Joins to a group all that one sheet of a member who has scored joins to it, and so on. */
function grow(state: JoiningState, from: number, clusters: readonly Cluster[]): Cluster {
  const joined = new Set([from]);
  const sheets: WantedSheet[] = [];
  const taken = (group: number) => joined.has(group) || clusters.some(({ groups }) => groups.has(group));
  for (let joining = true; joining; ) {
    joining = false;
    for (let group = 0; group < state.groups.count; group += 1) {
      const sheet = taken(group) ? null : bestSheet(state, joined, group);
      if (sheet === null) continue;
      const { candidacy, member } = sheet;
      joined.add(group);
      state.memberLoad[member] = (state.memberLoad[member] ?? 0) + 1;
      state.candidacyLoad[candidacy] = (state.candidacyLoad[candidacy] ?? 0) + 1;
      sheets.push({ candidacy, memberId: state.table.memberIds[member] ?? "" });
      joining = true;
    }
  }
  return { groups: joined, sheets };
}

/** The sheet that joins a group to those joined already, or null where every one is barred by a recusal. */
function bestSheet(state: JoiningState, joined: ReadonlySet<number>, group: number) {
  const { table, groups } = state;
  let best: {
    readonly candidacy: number;
    readonly member: number;
    readonly load: readonly [number, number];
  } | null = null;
  const isJoined = (of: number | null | undefined) => joined.has(of ?? -1);
  for (const [member, memberId] of table.memberIds.entries()) {
    for (const candidacy of table.candidacyIds.keys()) {
      const [ofMember, ofCandidacy] = [groups.ofRater[member], groups.ofSubject[candidacy]];
      const joins =
        (isJoined(ofMember) && ofCandidacy === group) || (ofMember === group && isJoined(ofCandidacy));
      if (!joins || bars(state, candidacy, memberId)) continue;
      const load = [state.memberLoad[member] ?? 0, state.candidacyLoad[candidacy] ?? 0] as const;
      const lighter =
        best === null || load[0] < best.load[0] || (load[0] === best.load[0] && load[1] < best.load[1]);
      if (lighter) best = { candidacy, member, load };
    }
  }
  return best;
}

/** A member who has not scored, with the candidacy it could score in each cluster; null where it is recused from all. */
interface Newcomer {
  readonly memberId: string;
  readonly reaches: readonly (number | null)[];
}

/** Joins clusters to the first through the fewest newcomers that reach all that newcomers can reach. */
function joinByNewcomers(state: JoiningState, clusters: readonly Cluster[]) {
  const newcomers = state.table.membersWithoutSheets
    .map((memberId) => ({
      memberId,
      reaches: clusters.map(({ groups }) => lightestIn(state, groups, memberId)),
    }))
    .filter(({ reaches }) => reaches.filter((candidacy) => candidacy !== null).length > 1);
  const whole = reachWith(newcomers, clusters.length);
  for (let size = 0; size < newcomers.length; size += 1) {
    for (const some of subsets(newcomers, size)) {
      const found = reachWith(some, clusters.length);
      if (found.joined.size === whole.joined.size) return found;
    }
  }
  return whole;
}

function lightestIn(state: JoiningState, groups: ReadonlySet<number>, memberId: string): number | null {
  let best: number | null = null;
  state.groups.ofSubject.forEach((group, candidacy) => {
    if (!groups.has(group ?? -1) || bars(state, candidacy, memberId)) return;
    const load = (of: number) => state.candidacyLoad[of] ?? 0;
    if (best === null || load(candidacy) < load(best)) best = candidacy;
  });
  return best;
}

/** What these newcomers reach from the first cluster, and the sheets by which they do. */
function reachWith(newcomers: readonly Newcomer[], clusters: number) {
  const joined = new Set([0]);
  const sheets: WantedSheet[] = [];
  const waiting = new Set(newcomers);
  for (let joining = true; joining; ) {
    joining = false;
    for (const newcomer of waiting) {
      const { memberId, reaches } = newcomer;
      const from = reaches.findIndex((candidacy, at) => candidacy !== null && joined.has(at));
      if (from === -1) continue;
      waiting.delete(newcomer);
      joining = true;
      const further = Array.from({ length: clusters }, (_, at) => at).filter(
        (at) => !joined.has(at) && (reaches[at] ?? null) !== null,
      );
      if (further.length === 0) continue;
      for (const at of [from, ...further]) {
        joined.add(at);
        sheets.push({ candidacy: reaches[at] ?? 0, memberId });
      }
    }
  }
  return { joined, sheets };
}

/** All choices of so many; a panel has few members, so there are few. */
function* subsets<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, item] of items.entries()) {
    for (const rest of subsets(items.slice(at + 1), size - 1)) yield [item, ...rest];
  }
}
