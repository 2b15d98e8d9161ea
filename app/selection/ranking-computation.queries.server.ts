import { createHash } from "node:crypto";
import { database } from "#app/platform/database.server.ts";
import type { PanelState } from "./panel-facts.ts";
import type { RankedSheet } from "./rank-table.ts";
import { type Ranking, rank } from "./ranking.ts";
import { drawsFor, type RankingFacts, rankingText, seedOf } from "./ranking-input.ts";

/** A ranking with the hash of what it was calculated from. */
export interface ComputedRanking {
  readonly ranking: Ranking;
  readonly inputsHash: string;
  readonly shortlistSize: number;
}

/** So many rankings are kept: one a panel and one a member recused in it, for the panels under discussion. */
const KEPT = 64;
const kept = new Map<string, Promise<ComputedRanking>>();

/**
 * The ranking of these candidacies by a panel's revealed sheets. Submitted sheets never change and recusals are fixed
 * at the reveal, so panel and candidacies name the answer: it is calculated once a process and kept.
 *
 * @param candidacyIds a part of the panel's: for a recused member it is made as if the others had never been there
 */
export function computeRanking(panel: PanelState, candidacyIds: readonly string[]): Promise<ComputedRanking> {
  const key = createHash("sha256")
    .update(`${panel.id} ${candidacyIds.toSorted().join(" ")}`)
    .digest("hex");
  const known = kept.get(key);
  kept.delete(key);
  const answer = known ?? compute(panel, candidacyIds);
  kept.set(key, answer);
  answer.catch(() => kept.delete(key));
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
  return answer;
}

async function compute(panel: PanelState, candidacyIds: readonly string[]): Promise<ComputedRanking> {
  const among = new Set(candidacyIds);
  const vacancy = await database().vacancy.findUniqueOrThrow({
    where: { id: panel.vacancyId },
    select: {
      shortlistSize: true,
      rubric: { select: { levels: true, criteria: { select: { id: true, weight: true } } } },
    },
  });
  if (!vacancy.rubric) throw new Error(`Vacancy ${panel.vacancyId} has no rubric`);
  const facts: RankingFacts = {
    ...vacancy.rubric,
    sheets: await revealedSheets(panel.id, candidacyIds),
    candidacyIds,
    memberIds: panel.members.map(({ id }) => id),
    recusals: panel.members.flatMap(({ id, recusedFrom }) =>
      recusedFrom
        .filter((candidacyId) => among.has(candidacyId))
        .map((candidacyId) => ({ memberId: id, candidacyId })),
    ),
    shortlistSize: vacancy.shortlistSize,
    draws: drawsFor(candidacyIds.length),
  };
  const inputsHash = createHash("sha256").update(rankingText(facts)).digest("hex");
  const ranking = rank({ ...facts, seed: seedOf(inputsHash) });
  return { ranking, inputsHash, shortlistSize: vacancy.shortlistSize };
}

/** Submitted sheets of members who are not recused; one row a sheet, since two hundred candidacies have 16,800 marks. */
const revealedSheets = (panelId: string, candidacyIds: readonly string[]) =>
  database().$queryRaw<RankedSheet[]>`
    select s."candidacyId"::text as "candidacyId", s."memberId"::text as "memberId",
      json_object_agg(e."criterionId", e."level") as "scores"
    from "ScoreSheet" s
    join "PanelMember" m on m."id" = s."memberId" and m."panelId" = ${panelId}::uuid
    join "Panel" p on p."id" = m."panelId" and p."revealedAt" is not null
    join "ScoreEntry" e on e."sheetId" = s."id"
    where s."submittedAt" is not null and s."candidacyId" = any(${[...candidacyIds]}::uuid[])
      and not exists (
        select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = s."candidacyId")
    group by s."id"`;
