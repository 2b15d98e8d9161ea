import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { noteShortlisted } from "#app/selection/panel/note-stages.server.ts";
import { atWork, factsOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { holdPanel } from "#app/selection/rubric/rubric-change-facts.queries.server.ts";
import { belowQuorum } from "#app/selection/sheet/reveal.ts";
import { endInterviews } from "./end-interviews.server.ts";
import { mayShortlist, type ShortlistOrder, shortlistFits } from "./shortlist.ts";

interface Order {
  readonly panelId: string;
  readonly shortlist: ShortlistOrder;
}

/**
 * The chair says whom the panel interviews, with a reason for everybody it does not; interviews that were set with those
 * are called off. Until this is done all are interviewed.
 */
export function setShortlist(actor: Actor, { panelId, shortlist }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    await holdPanel(tx, panelId);
    const panel = await loadPanel(tx, panelId);
    if (!panel || !can(actor, "shortlist.set", factsOf(panel))) return refuse("notFound");
    if (!mayShortlist(panel)) return refuse("notArranging");
    if (visibleTo(panel, actor).length < panel.candidacyIds.length) return refuse("chairRecused");
    const standing = await tx.shortlist.findUnique({ where: { panelId }, select: { version: true } });
    if ((standing?.version ?? 0) !== shortlist.version) return refuse("panelChangedMeanwhile");
    const judged = await tx.candidacy.findMany({
      where: { id: { in: [...panel.candidacyIds] } },
      select: { id: true, person: { select: { gender: true } } },
    });
    const fits = shortlistFits(shortlist, {
      ...panel,
      judged: judged.map(({ id, person }) => ({ candidacyId: id, gender: person.gender })),
      belowQuorum: belowQuorum(atWork(panel, [])),
    });
    if (!fits.ok) return fits;
    const { passedOver, balanceReason } = shortlist;
    const data = { balanceReason, decidedById: actor.userId ?? "", decidedAt: now() };
    await tx.shortlist.upsert({
      where: { panelId },
      create: { panelId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await tx.passedOver.deleteMany({ where: { panelId } });
    await tx.passedOver.createMany({ data: passedOver.map((one) => ({ panelId, ...one })) });
    const out = passedOver.map(({ candidacyId }) => candidacyId).toSorted();
    const invited = panel.candidacyIds.filter((id) => !out.includes(id));
    await noteShortlisted(tx, { invited, passedOver: out });
    await endInterviews(tx, actor, out);
    await appendEvent(tx, actor, {
      kind: "shortlist.set",
      subject: { type: "panel", id: panelId },
      facts: {
        version: shortlist.version + 1,
        invited,
        passedOver: out,
      },
      committed: { passedOver, balanceReason },
    });
    return ok();
  }, "Serializable");
}
