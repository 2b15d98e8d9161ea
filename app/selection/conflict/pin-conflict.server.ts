import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { JUDGED_STATES } from "#app/selection/panel/panel.ts";
import { PHASES_AT_WORK } from "#app/selection/panel/phase.ts";
import { tellRecused } from "#app/selection/panel/tell-panel.server.ts";
import { restoreSheets, withdrawSheets } from "#app/selection/sheet/withdraw-sheets.server.ts";
import { conflictDay } from "./conflict-lookup.queries.server.ts";
import { type PinWord, recuses } from "./conflict-register.ts";
import { registerOpenTo } from "./known-conflict.queries.server.ts";

interface Order {
  readonly conflictId: string;
  readonly word: PinWord;
}

/**
 * An officer confirms a conflict of the register, sets it aside, or takes such a word back, with a reason; a declaration
 * is nobody's to set aside, and nobody speaks of a conflict of their own. Panels at work follow at once: a member who is
 * recused now loses the case, and while they score one whose conflict is set aside gets it back.
 */
export function pinConflict(actor: Actor, { conflictId, word }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "conflict.pin") || actor.userId === null) return refuse("notPermitted");
    const known = await tx.knownConflict.findFirst({
      where: { AND: [{ id: conflictId }, registerOpenTo(actor)] },
    });
    if (!known) return refuse("notFound");
    const { version, pin, reason } = word;
    if (known.standing === "declared" && pin === "setAside") return refuse("conflictDeclared", {}, "pin");
    const pinned = await tx.knownConflict.updateMany({
      where: { id: conflictId, version },
      data: {
        ...{ pin, pinReason: reason, pinnedById: actor.userId, pinnedAt: now() },
        version: { increment: 1 },
      },
    });
    if (pinned.count !== 1) return refuse("conflictChangedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "conflict.pinned",
      subject: { type: "conflict", id: conflictId },
      facts: { pin, source: known.source },
      committed: { reason },
    });
    const { expiresOn, endedAt, standing } = known;
    const day = expiresOn?.toISOString().slice(0, 10) ?? null;
    const stands = recuses({ expiresOn: day, ended: endedAt !== null, standing, pin }, conflictDay());
    await (stands ? recuse(tx, actor, known) : lift(tx, conflictId));
    return ok();
  }, "Serializable");
}

type Known = NonNullable<Awaited<ReturnType<Transaction["knownConflict"]["findFirst"]>>>;

/** Recuses the account from the person's candidacies before panels at work on which it sits. */
async function recuse(tx: Transaction, actor: Actor, { id, userId, personId, source, detail }: Known) {
  const seats = await tx.panelMember.findMany({
    where: { userId, panel: { phase: { in: [...PHASES_AT_WORK] } } },
    select: {
      ...{ id: true, panelId: true, conflicts: { select: { candidacyId: true, source: true } } },
      panel: {
        select: {
          vacancy: {
            select: {
              candidacies: { where: { personId, state: { in: [...JUDGED_STATES] } }, select: { id: true } },
            },
          },
        },
      },
    },
  });
  for (const seat of seats) {
    const [candidacy] = seat.panel.vacancy.candidacies;
    if (!candidacy) continue;
    const before = seat.conflicts.filter(({ candidacyId }) => candidacyId === candidacy.id);
    await tx.conflict.createMany({
      data: [{ memberId: seat.id, candidacyId: candidacy.id, source, note: detail, knownId: id }],
      skipDuplicates: true,
    });
    await withdrawSheets(tx, actor, seat.panelId);
    if (before.length === 0) await tellRecused(tx, seat.panelId, seat.id);
  }
}

/** Lifts the recusals drawn from a conflict where panels score; once sheets are open to each other they stay. */
async function lift(tx: Transaction, knownId: string) {
  const at = { member: { panel: { phase: { in: ["calibration" as const, "desk" as const] } } } };
  const lifted = await tx.conflict.findMany({
    where: { knownId, ...at },
    select: { id: true, memberId: true, candidacyId: true },
  });
  await tx.conflict.deleteMany({ where: { id: { in: lifted.map(({ id }) => id) } } });
  for (const { memberId, candidacyId } of lifted) {
    if ((await tx.conflict.count({ where: { memberId, candidacyId } })) > 0) continue;
    await restoreSheets(tx, { memberId, candidacyId });
  }
}
