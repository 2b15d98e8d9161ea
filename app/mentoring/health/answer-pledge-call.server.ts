import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";

/** A pledge as the answer to a call. */
interface Answer {
  readonly callId: string;
  readonly stateCode: string;
}

/** Refuses a call that was not sent to the state; one whose day has passed is still answered, late as it is. */
export async function findPledgeCall(tx: Transaction, answer: Answer): Promise<Result<undefined>> {
  const { callId, stateCode } = answer;
  const addressed = await tx.pledgeCallAddressee.count({
    where: { callId, stateCode, call: { state: "sent" } },
  });
  return addressed === 1 ? ok() : refuse("pledgeCallUnknown", {}, "callId");
}

/** Notes, in the transaction of the pledge, which call it answers. */
export async function answerPledgeCall(tx: Transaction, callId: string, mentorId: string): Promise<void> {
  await tx.pledgeAnswer.create({ data: { callId, mentorId, answeredAt: now() } });
}
