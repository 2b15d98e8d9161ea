import { z } from "zod";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import type { Demand } from "./demand.ts";
import { type FitPage, type OrderedMember, startOrder } from "./fit-order.ts";
import { readMembers } from "./member-store.queries.server.ts";

/** Members shown of each group on a page. */
export const FIT_PER_PAGE = 10;

/**
 * Members found ready for a kind of post in order of fit, a page of each group: one statement whatever their number, and one
 * for what panels found of those whose place hangs on it.
 *
 * @param page each group has its own members of it
 */
export async function orderByFit(
  actor: Pick<Actor, "userId">,
  demand: Demand,
  page: FitPage,
): Promise<readonly OrderedMember[]> {
  const members = await readMembers();
  const { people, order } = startOrder(members, demand, page);
  return order(await readEvidence(people, demand.needs, actor.userId ?? ""));
}

const evidenceSchema = z.array(z.object({ personId: z.string(), share: z.number() }));

/**
 * What panels found of people, by the mission's needs: only from decided cases that the reader may see.
 *
 * @returns 0 to 1 by person; nobody of whom nothing was found
 */
async function readEvidence(people: readonly string[], needs: Demand["needs"], reader: string) {
  const found = await database().$queryRaw`
    SELECT ca."personId",
      sum((f."level" - 1)::float8 / (b."levels" - 1) * (n.value)::float8) / sum((n.value)::float8) AS "share"
    FROM unnest(${[...people]}::uuid[]) asked
    JOIN "Candidacy" ca ON ca."personId" = asked AND ca."state" <> 'merged'
    JOIN "Vacancy" v ON v."id" = ca."vacancyId" AND v."state" IN ('decided', 'closed')
    JOIN "FindingCriterion" f ON f."candidacyId" = ca."id" AND f."level" IS NOT NULL
    JOIN "Criterion" k ON k."id" = f."criterionId"
    JOIN "Rubric" b ON b."id" = k."rubricId"
    JOIN jsonb_each_text(${JSON.stringify(needs)}::jsonb) n ON n.key = k."code" AND (n.value)::int > 0
    WHERE NOT EXISTS (SELECT FROM "Conflict" x JOIN "PanelMember" z ON z."id" = x."memberId"
      WHERE x."candidacyId" = ca."id" AND z."userId" = ${reader})
    GROUP BY 1`;
  return new Map(evidenceSchema.parse(found).map(({ personId, share }) => [personId, share]));
}
