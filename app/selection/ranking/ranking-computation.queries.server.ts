import { createHash } from "node:crypto";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { invitedOf, type PanelState } from "#app/selection/panel/panel-facts.ts";
import type { RankedSheet } from "./rank-table.ts";
import { type Ranking, rank } from "./ranking.ts";
import { drawsFor, type RankingFacts, rankingText, seedOf } from "./ranking-input.ts";

/** A ranking with the hash of what it was calculated from. */
export interface ComputedRanking {
  readonly ranking: Ranking;
  readonly inputsHash: string;
  readonly shortlistSize: number;
  /** Those asked about whom the panel did not interview: they are outside the ranking and all its draws. */
  readonly notHeard: readonly string[];
}

/** So many rankings are kept: one a panel and one a member recused in it, for the panels under discussion. */
const KEPT = 64;
const kept = new Map<string, Promise<ComputedRanking>>();

/**
 * The ranking of these candidacies by a panel's revealed sheets. Submitted sheets never change, so panel, rubric in force,
 * reveal, candidacies and recusals, which may still be declared while the panel compares, name the answer: it is
 * calculated once a process and kept.
 *
 * Who was passed over for interview cannot be recommended, and is judged by the desk alone: ranked beside those heard
 * they would take one of the shortlist's places (docs/decisions/0037).
 *
 * @param candidacyIds a part of the panel's: for a recused member it is made as if the others had never been there
 */
export async function computeRanking(
  panel: PanelState,
  candidacyIds: readonly string[],
): Promise<ComputedRanking> {
  const { hash } = await database().rubric.findUniqueOrThrow({
    where: { vacancyId: panel.vacancyId },
    select: { hash: true },
  });
  const { heard, notHeard } = byHearing(panel, candidacyIds);
  const recusals = panel.members.map(({ id, recusedFrom }) => [id, recusedFrom.toSorted()]);
  const key = createHash("sha256")
    .update(
      `${panel.id} ${hash} ${panel.revealedAt?.toISOString()} ${heard.toSorted().join(" ")} without ${notHeard.toSorted().join(" ")} ${JSON.stringify(recusals)}`,
    )
    .digest("hex");
  const known = kept.get(key);
  kept.delete(key);
  const answer = known ?? compute(panel, heard, notHeard);
  kept.set(key, answer);
  answer.catch(() => kept.delete(key));
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
  return answer;
}

/** Some of a panel's candidacies: those it ranks, and those it passed over for interview. */
export function byHearing(panel: PanelState, candidacyIds: readonly string[]) {
  const invited = new Set(invitedOf(panel));
  return {
    heard: candidacyIds.filter((id) => invited.has(id)),
    notHeard: candidacyIds.filter((id) => !invited.has(id)),
  };
}

async function compute(
  panel: PanelState,
  candidacyIds: readonly string[],
  notHeard: readonly string[],
): Promise<ComputedRanking> {
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
  return { ranking, inputsHash, shortlistSize: vacancy.shortlistSize, notHeard };
}

/** What a panel's members submitted on some of its candidacies; see `readSheets`. */
export const revealedSheets = (panelId: string, candidacyIds: readonly string[]) =>
  readSheets(Prisma.sql`p."id" = ${panelId}::uuid and s."candidacyId" = any(${[...candidacyIds]}::uuid[])`);

/** What the members of several panels submitted; see `readSheets`. */
export const revealedSheetsOf = (panelIds: readonly string[]) =>
  readSheets(Prisma.sql`p."id" = any(${[...panelIds]}::uuid[])`);

/**
 * What members who are not recused submitted, in both rounds as one sheet, as `standingEntries` joins them; one row a
 * sheet, since two hundred candidacies have 16,800 marks.
 */
const readSheets = (which: Prisma.Sql) =>
  database().$queryRaw<RankedSheet[]>`
    select x."candidacyId", x."memberId", json_object_agg(x."criterionId", x."level") as "scores"
    from (select distinct on (s."candidacyId", s."memberId", e."criterionId")
      s."candidacyId"::text as "candidacyId", s."memberId"::text as "memberId", e."criterionId", e."level"
    from "ScoreSheet" s
    join "PanelMember" m on m."id" = s."memberId"
    join "Panel" p on p."id" = m."panelId" and p."revealedAt" is not null
    join "ScoreEntry" e on e."sheetId" = s."id"
    where s."submittedAt" is not null and s."supersededById" is null and ${which}
      and not exists (
        select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = s."candidacyId")
      and not (s."stage" = 'interview' and exists (
        select from "PassedOver" o where o."candidacyId" = s."candidacyId"))
    order by s."candidacyId", s."memberId", e."criterionId", e."level" is null, s."stage" desc) x
    group by x."candidacyId", x."memberId"`;
