import { inTransaction } from "#app/platform/database.server.ts";
import { sealComment } from "./give-feedback.server.ts";

const BATCH = 100;

/**
 * Seals the comments of feedback that were written before comments were sealed, and empties what was in clear. Run when
 * the app starts: it does nothing once all are sealed, and a comment that another process seals meanwhile is left to it.
 *
 * @returns how many it sealed
 */
export async function sealComments(): Promise<number> {
  for (let sealed = 0; ; ) {
    const count = await sealSome();
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

const sealSome = () =>
  inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ sessionId: string; personId: string; clearComment: string }[]>`
      select "sessionId", "personId", "clearComment" from "SessionFeedback" where "clearComment" is not null
      order by "sessionId", "personId" limit ${BATCH} for update skip locked`;
    for (const { sessionId, personId, clearComment } of rows) {
      const { engagementId } = await tx.mentoringSession.findUniqueOrThrow({
        where: { id: sessionId },
        select: { engagementId: true },
      });
      await tx.sessionFeedback.update({
        where: { sessionId_personId: { sessionId, personId } },
        data: {
          sealedComment: await sealComment(tx, engagementId, { sessionId, personId }, clearComment),
          clearComment: null,
        },
        select: { sessionId: true },
      });
    }
    return rows.length;
  });
