import { ok, type Result, refuse } from "#app/access/result.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { sentOtherwise } from "#app/selection/sheet/submission-hash.ts";

interface Sent {
  readonly callId: string;
  readonly submissionKey: string;
  readonly submissionHash: string;
}

/** The answer to a form of a call that was sent before: nobody is told again. Null where it is new. */
export async function noticeOf(reader: Reader, sent: Sent): Promise<Result<{ told: number }> | null> {
  const found = await reader.callNotice.findUnique({
    where: { submissionKey: sent.submissionKey },
    select: { callId: true, submissionHash: true },
  });
  if (!found) return null;
  if (found.callId !== sent.callId) return refuse("sentOtherwise");
  const other = sentOtherwise(found, sent);
  return other ? { ok: false, refusal: other } : ok({ told: 0 });
}
