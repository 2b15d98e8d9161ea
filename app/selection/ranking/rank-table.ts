import { type Marks, sheetScore, type WeightedCriterion } from "#app/selection/sheet/sheet-score.ts";

/** A submitted sheet as ranking reads it. */
export interface RankedSheet {
  readonly candidacyId: string;
  readonly memberId: string;
  readonly scores: Marks;
}

/** One candidacy and one member, for instance of a recusal. */
export interface CandidacyAndMember {
  readonly candidacyId: string;
  readonly memberId: string;
}

/** A candidacy that has no sheet that counts: nobody submitted one, or each observed less than 80 % of the weight. */
export interface NotScored {
  readonly kind: "notScored";
  readonly candidacyId: string;
  readonly reason: "noSheets" | "tooLittleObserved";
}

/** What the table is made of. */
export interface TableInput {
  readonly criteria: readonly WeightedCriterion[];
  readonly levels: number;
  readonly sheets: readonly RankedSheet[];
  readonly candidacyIds?: readonly string[];
  readonly memberIds?: readonly string[];
}

/** A counted sheet with its places in the table. */
export interface CountedSheet {
  readonly candidacy: number;
  readonly member: number;
  readonly score: number;
  readonly marks: Marks;
}

/**
 * Sheets as a table of candidacies × members. Candidacies, members and criteria stand in the order of their ids' code units, so that the
 * order in which rows left the database changes no digit of any result.
 */
export interface ScoreTable {
  readonly criteria: readonly WeightedCriterion[];
  /** Candidacies with at least one sheet that counts. */
  readonly candidacyIds: readonly string[];
  /** Members with at least one sheet that counts. */
  readonly memberIds: readonly string[];
  /** By candidacy, then member. */
  readonly sheets: readonly CountedSheet[];
  /** Sheet scores, candidacies × members; null where no sheet counts. */
  readonly scores: readonly (readonly (number | null)[])[];
  readonly notScored: readonly NotScored[];
  /** Members without any sheet that counts. */
  readonly membersWithoutSheets: readonly string[];
  /** Sheets that do not count because they observe less than 80 % of the weight. */
  readonly setAside: readonly CandidacyAndMember[];
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort(byCodeUnit);

/**
 * Scores all sheets and sets those aside that do not count.
 *
 * @throws RangeError for two sheets of one member on one candidacy, two criteria of one id, and what `sheetScore` refuses
 */
export function scoreTable(input: TableInput): ScoreTable {
  const criteria = [...input.criteria].sort((a, b) => byCodeUnit(a.id, b.id));
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length)
    throw new RangeError("Two criteria have one id.");
  const scored = input.sheets.map((sheet) => ({
    sheet,
    result: sheetScore(sheet.scores, criteria, input.levels),
  }));
  const counted = scored.flatMap(({ sheet, result }) =>
    result.kind === "counted" ? [{ sheet, score: result.score }] : [],
  );
  const candidacyIds = sorted(counted.map(({ sheet }) => sheet.candidacyId));
  const memberIds = sorted(counted.map(({ sheet }) => sheet.memberId));
  const sheets = placeSheets(counted, candidacyIds, memberIds);
  const scores = candidacyIds.map(() => new Array<number | null>(memberIds.length).fill(null));
  for (const { candidacy, member, score } of sheets) {
    const row = scores[candidacy];
    if (row !== undefined) row[member] = score;
  }
  const setAside = scored
    .filter(({ result }) => result.kind === "tooLittleObserved")
    .map(({ sheet: { candidacyId, memberId } }) => ({ candidacyId, memberId }));
  return {
    criteria,
    candidacyIds,
    memberIds,
    sheets,
    scores,
    notScored: findNotScored(input, candidacyIds),
    membersWithoutSheets: without(
      sorted([...(input.memberIds ?? []), ...input.sheets.map(({ memberId }) => memberId)]),
      memberIds,
    ),
    setAside: setAside.sort(
      (a, b) => byCodeUnit(a.candidacyId, b.candidacyId) || byCodeUnit(a.memberId, b.memberId),
    ),
  };
}

const without = (ids: readonly string[], those: readonly string[]) => {
  const known = new Set(those);
  return ids.filter((id) => !known.has(id));
};

function placeSheets(
  counted: readonly { readonly sheet: RankedSheet; readonly score: number }[],
  candidacyIds: readonly string[],
  memberIds: readonly string[],
): readonly CountedSheet[] {
  const candidacies = new Map(candidacyIds.map((id, place) => [id, place]));
  const members = new Map(memberIds.map((id, place) => [id, place]));
  const placed = counted
    .map(({ sheet, score }) => ({
      candidacy: candidacies.get(sheet.candidacyId) ?? 0,
      member: members.get(sheet.memberId) ?? 0,
      score,
      marks: sheet.scores,
    }))
    .sort((a, b) => a.candidacy - b.candidacy || a.member - b.member);
  placed.forEach((sheet, at) => {
    const next = placed[at + 1];
    if (next?.candidacy === sheet.candidacy && next.member === sheet.member) {
      throw new RangeError("A member has two sheets on one candidacy.");
    }
  });
  return placed;
}

function findNotScored(input: TableInput, candidacyIds: readonly string[]): readonly NotScored[] {
  const submitted = new Set(input.sheets.map(({ candidacyId }) => candidacyId));
  const all = sorted([...(input.candidacyIds ?? []), ...submitted]);
  return without(all, candidacyIds).map((candidacyId) => ({
    kind: "notScored",
    candidacyId,
    reason: submitted.has(candidacyId) ? "tooLittleObserved" : "noSheets",
  }));
}

/** Marks of one criterion, candidacies × members; null where not observed or the sheet does not count. */
export function marksOf(table: ScoreTable, criterionId: string): readonly (readonly (number | null)[])[] {
  const marks = table.candidacyIds.map(() => new Array<number | null>(table.memberIds.length).fill(null));
  for (const sheet of table.sheets) {
    const row = marks[sheet.candidacy];
    if (row !== undefined) row[sheet.member] = sheet.marks[criterionId] ?? null;
  }
  return marks;
}
