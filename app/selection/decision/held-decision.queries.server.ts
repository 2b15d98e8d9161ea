import type { Actor } from "#app/access/actor.ts";
import { tallyOf } from "#app/gender/counts.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { CLEARANCE_FACTS, openGatesOf } from "#app/selection/clearance/clearance.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { notCandidateIn } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { titleOf, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { HELD_PER_PAGE, type HeldPage, seenValue } from "./held-decision.ts";

/** The choices this account holds: nobody else's, and none for a post for which it has become a candidate. */
export const heldBy = (actor: Actor) => ({
  heldById: actor.userId ?? "",
  vacancy: notCandidateIn(actor),
  candidacy: notRecused(actor),
});

/** The choices a decision maker holds, the first held first, and how many women and men all of them are. */
export async function readHeldDecisions(actor: Actor, page: number): Promise<HeldPage> {
  const where = heldBy(actor);
  const [everybody, held] = await Promise.all([
    database().heldDecision.findMany({
      where,
      select: { candidacy: { select: { person: { select: { gender: true } } } } },
    }),
    database().heldDecision.findMany({
      where,
      orderBy: [{ heldAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * HELD_PER_PAGE,
      take: HELD_PER_PAGE,
      select: {
        ...{ id: true, version: true, vacancyId: true, heldAt: true },
        vacancy: { select: VACANCY_TITLE },
        candidacy: {
          select: {
            state: true,
            person: { select: { givenName: true, familyName: true, gender: true } },
            clearances: { select: CLEARANCE_FACTS },
          },
        },
      },
    }),
  ]);
  const today = now();
  return {
    total: everybody.length,
    tally: tallyOf(everybody.map(({ candidacy }) => candidacy.person.gender)),
    held: held.map(({ id, version, vacancyId, heldAt, vacancy, candidacy }) => ({
      value: seenValue({ heldId: id, version }),
      ...{ vacancyId, vacancy: titleOf(vacancy), heldAt: heldAt.toISOString() },
      name: `${candidacy.person.givenName} ${candidacy.person.familyName}`,
      gender: candidacy.person.gender,
      gone: candidacy.state !== "recommended",
      openGates: openGatesOf(candidacy.clearances, today),
    })),
  };
}

/** How many choices wait to take effect. */
export const countHeldDecisions = (actor: Actor) => database().heldDecision.count({ where: heldBy(actor) });
