import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";

/**
 * Takes letters that wait out of the post, in the transaction of the change that made them untrue: they can no longer
 * be sent, nor the feedback of those who were to be told by them released. What went out stays as it was.
 */
export async function supersedeLetters(
  tx: Transaction,
  actor: Actor,
  vacancyId: string,
  which: Pick<Prisma.LetterWhereInput, "candidacy" | "candidacyId" | "outcome">,
) {
  const superseded = await tx.letter.updateManyAndReturn({
    where: { vacancyId, state: "awaitingReview", ...which },
    data: { state: "superseded", supersededAt: now(), version: { increment: 1 } },
    select: { id: true, audience: true, candidacyId: true },
  });
  if (superseded.length === 0) return;
  const untold = superseded.flatMap(({ audience, candidacyId }) =>
    audience === "candidate" ? candidacyId : [],
  );
  await tx.feedback.updateMany({
    where: { candidacyId: { in: untold }, state: "awaitingReview" },
    data: { state: "superseded", version: { increment: 1 } },
  });
  await appendEvent(tx, actor, {
    kind: "letters.superseded",
    subject: { type: "vacancy", id: vacancyId },
    facts: { letters: superseded.map(({ id }) => id) },
  });
}
