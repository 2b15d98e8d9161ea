import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { PHASE_RIGHTS } from "#app/selection/panel/phase.ts";
import { type ProposedInterview, refuseInterview } from "./interview.ts";
import { inviteToInterview, tellCalledOff } from "./tell-interview.server.ts";

interface At {
  readonly panelId: string;
  readonly candidacyId: string;
}

/**
 * The secretariat sets when a candidate is interviewed, or moves it: the candidate is invited, and a calendar that took
 * the earlier time takes the new one over it. A panel interviews one candidate at a time.
 */
export function arrangeInterview(
  actor: Actor,
  { panelId, candidacyId, interview }: At & { readonly interview: ProposedInterview },
): Promise<Result<{ sequence: number }>> {
  return inTransaction(async (tx) => {
    const open = await mayArrange(tx, actor, { panelId, candidacyId });
    if (!open.ok) return open;
    if (open.value.passedOver.includes(candidacyId)) return refuse("notInvited");
    const { version, ...slot } = interview;
    const others = await tx.interviewSlot.findMany({
      where: {
        cancelledAt: null,
        candidacyId: { in: [...open.value.candidacyIds].filter((id) => id !== candidacyId) },
      },
      select: { startsAt: true, durationMinutes: true },
    });
    const free = refuseInterview(slot, now(), others);
    if (!free.ok) return free;
    const sequence = await write(tx, actor, { candidacyId, version, slot });
    if (sequence === null) return refuse("interviewChangedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "interview.set",
      subject: { type: "candidacy", id: candidacyId },
      facts: { panelId, startsAt: slot.startsAt.toISOString(), minutes: slot.durationMinutes, sequence },
      committed: { place: slot.place },
    });
    await inviteToInterview(tx, candidacyId);
    return ok({ sequence });
  }, "Serializable");
}

/** Calls a candidate's interview off; its calendars drop it. It can be set anew. */
export function callOffInterview(
  actor: Actor,
  { panelId, candidacyId, version }: At & { readonly version: number },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const open = await mayArrange(tx, actor, { panelId, candidacyId });
    if (!open.ok) return open;
    const { count } = await tx.interviewSlot.updateMany({
      where: { candidacyId, sequence: version, cancelledAt: null },
      data: { cancelledAt: now(), sequence: { increment: 1 } },
    });
    if (count !== 1) return refuse("interviewChangedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "interview.calledOff",
      subject: { type: "candidacy", id: candidacyId },
      facts: { panelId, sequence: version + 1 },
    });
    await tellCalledOff(tx, candidacyId);
    return ok();
  }, "Serializable");
}

/** The panel of a candidacy, where this officer may arrange its interview, the phase permits it and no mark was given on it. */
async function mayArrange(tx: Transaction, actor: Actor, { panelId, candidacyId }: At) {
  if (!can(actor, "interview.arrange")) return refuse("notPermitted");
  const panel = await loadPanel(tx, panelId);
  if (!panel || !visibleTo(panel, actor).includes(candidacyId)) return refuse("notFound");
  if (!panel.interview || !PHASE_RIGHTS[panel.phase].arranges) return refuse("notArranging");
  const scored = await tx.scoreSheet.count({
    where: { candidacyId, stage: "interview", submittedAt: { not: null }, supersededById: null },
  });
  if (scored > 0) return refuse("interviewScored");
  return ok(panel);
}

interface Write {
  readonly candidacyId: string;
  /** The sequence that the page showed; 0 where none was set. */
  readonly version: number;
  readonly slot: Omit<ProposedInterview, "version">;
}

/** Keeps a time under the row's one id; null where somebody else changed it since the page was shown. */
async function write(tx: Transaction, { userId }: Actor, { candidacyId, version, slot }: Write) {
  const data = { ...slot, setById: userId ?? "", cancelledAt: null };
  const { count } = await tx.interviewSlot.updateMany({
    where: { candidacyId, sequence: version },
    data: { ...data, sequence: { increment: 1 } },
  });
  if (count === 1) return version + 1;
  if (version !== 0) return null;
  const made = await tx.interviewSlot.createMany({
    data: [{ ...data, candidacyId, sequence: 1 }],
    skipDuplicates: true,
  });
  return made.count === 1 ? 1 : null;
}
