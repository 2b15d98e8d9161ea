import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { reopenNeed } from "#app/mentoring/need/reopen-need.server.ts";
import { factsOf, loadPair } from "#app/mentoring/session/session-state.queries.server.ts";
import { paths } from "#app/paths.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { closeEngagement } from "./close-engagement.server.ts";
import { otherOf, tellPair } from "./tell-pair.server.ts";

interface Order {
  readonly engagementId: string;
  /** The leader asks for another mentor at the same time. */
  readonly another: boolean;
}

/**
 * One of a pair ends it. No reason is asked and none is kept; the other is told that it has ended, in words that say
 * nothing of either.
 */
export function endEngagement(actor: Actor, { engagementId, another }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const pair = await loadPair(tx, engagementId);
    if (!pair || !can(actor, "engagement.end", factsOf(pair))) return refuse("notFound");
    if (!(await closeEngagement(tx, actor, pair, "early"))) return refuse("pairEnded");
    await tellPair(tx, pair, {
      kind: "pairEnded",
      to: [otherOf(pair, actor.personId)],
      link: paths.engagement(pair.id),
      occasion: pair.id,
      extra: {},
    });
    if (another && pairSide(actor) === "mentee") await reopenNeed(tx, actor, pair.id);
    return ok();
  }, "Serializable");
}
