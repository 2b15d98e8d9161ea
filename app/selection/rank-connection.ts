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
 * then the candidacy with fewest, then by id. One sheet joins two groups, but carries the whole comparison between them: two are better.
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
  const sheetsToAdd: CandidacyAndMember[] = [];
  for (let joining = true; joining; ) {
    joining = false;
    for (let group = 0; group < groups.count; group += 1) {
      const sheet = state.joined.has(group) ? null : bestSheet(table, groups, group, state);
      if (sheet === null) continue;
      const { candidacy, member } = sheet;
      state.joined.add(group);
      state.memberLoad[member] = (state.memberLoad[member] ?? 0) + 1;
      state.candidacyLoad[candidacy] = (state.candidacyLoad[candidacy] ?? 0) + 1;
      sheetsToAdd.push({
        candidacyId: table.candidacyIds[candidacy] ?? "",
        memberId: table.memberIds[member] ?? "",
      });
      joining = true;
    }
  }
  const all = Array.from({ length: groups.count }, (_, group) => group);
  return { sheetsToAdd, cannotJoin: all.filter((group) => !state.joined.has(group)) };
}

interface JoiningState {
  readonly joined: Set<number>;
  readonly recused: ReadonlySet<string>;
  readonly memberLoad: number[];
  readonly candidacyLoad: number[];
}

const pairKey = (candidacyId: string, memberId: string) => JSON.stringify([candidacyId, memberId]);

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
  return {
    joined: new Set([sizes.indexOf(Math.max(...sizes))]),
    recused: new Set(recusals.map(({ candidacyId, memberId }) => pairKey(candidacyId, memberId))),
    memberLoad,
    candidacyLoad,
  };
}

/** The sheet that joins a group to those joined already, or null where every one is barred by a recusal. */
function bestSheet(table: ScoreTable, groups: Components, group: number, state: JoiningState) {
  let best: {
    readonly candidacy: number;
    readonly member: number;
    readonly load: readonly [number, number];
  } | null = null;
  const isJoined = (of: number | null | undefined) => state.joined.has(of ?? -1);
  for (const [member, memberId] of table.memberIds.entries()) {
    for (const [candidacy, candidacyId] of table.candidacyIds.entries()) {
      const [ofMember, ofCandidacy] = [groups.ofRater[member], groups.ofSubject[candidacy]];
      const joins =
        (isJoined(ofMember) && ofCandidacy === group) || (ofMember === group && isJoined(ofCandidacy));
      if (!joins || state.recused.has(pairKey(candidacyId, memberId))) continue;
      const load = [state.memberLoad[member] ?? 0, state.candidacyLoad[candidacy] ?? 0] as const;
      const lighter =
        best === null || load[0] < best.load[0] || (load[0] === best.load[0] && load[1] < best.load[1]);
      if (lighter) best = { candidacy, member, load };
    }
  }
  return best;
}
