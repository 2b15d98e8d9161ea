import type { Actor } from "#app/access/actor.ts";
import { take } from "#app/access/transition.ts";
import { type MentorState, mentorTransitions } from "#app/mentoring/lifecycle.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { readReadiness } from "./induction.queries.server.ts";

interface Known {
  readonly id: string;
  readonly state: MentorState;
}

/**
 * The last step, or the code where it comes last, makes a confirmed mentor a briefed one; or the profile, where a mentor
 * who had left with all of that behind them confirms it again.
 */
export async function briefWhenReady(tx: Transaction, actor: Actor, { id, state }: Known): Promise<void> {
  const next = take(mentorTransitions.brief, state, await readReadiness(tx, id));
  if (!next.ok) return;
  await tx.mentor.update({
    where: { id },
    data: { state: next.value, version: { increment: 1 } },
    select: { id: true },
  });
  await appendEvent(tx, actor, { kind: "mentor.briefed", subject: { type: "mentor", id } });
}
