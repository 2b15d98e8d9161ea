import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { inviteToCadre } from "#app/selection/pool/ask-for-cadre.server.ts";
import { DAYS_TO_ANSWER, hashToken } from "./invitation.ts";
import { inviteCandidate } from "./invite-candidate.server.ts";
import type { KeptAnswers } from "./kept-answers.ts";

/** One link an hour is sent anew: enough for who lost it, too little to flood a mailbox. */
const AGAIN_AFTER_MS = 3_600_000;

/**
 * Sends a nominee whose link has expired another one, to the address on file and to no other; what they had typed waits
 * behind it. It answers nothing: whoever holds a link that was never ours learns no more than who holds one of an
 * answered case.
 */
export async function renewInvitation(token: string, answers: KeptAnswers | null = null): Promise<void> {
  await inTransaction(async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: { tokenHash: hashToken(token) },
      select: {
        candidacyId: true,
        candidacy: {
          select: {
            state: true,
            vacancy: { select: { state: true } },
            invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
          },
        },
      },
    });
    if (!invitation) return renewPoolInvitation(tx, token);
    const { candidacyId, candidacy } = invitation;
    const asked = candidacy.state === "nominated" && ["open", "screening"].includes(candidacy.vacancy.state);
    if (!asked) return;
    if (!sentJustNow(candidacy.invitations)) {
      await inviteCandidate(tx, { candidacyId });
      await appendEvent(tx, null, {
        kind: "invitation.renewed",
        subject: { type: "candidacy", id: candidacyId },
        facts: { days: DAYS_TO_ANSWER },
      });
    }
    if (answers) await keepBehindNext(tx, candidacyId, answers);
  }, "Serializable");
}

/** Every link that still serves opens upon what was typed. */
const keepBehindNext = (tx: Transaction, candidacyId: string, answers: KeptAnswers) =>
  tx.invitation.updateMany({
    where: { candidacyId, usedAt: null, expiresAt: { gt: now() } },
    data: { answers },
  });

const sentJustNow = ([latest]: readonly { readonly createdAt: Date }[]) =>
  latest !== undefined && now().getTime() - latest.createdAt.getTime() < AGAIN_AFTER_MS;

/** The same for somebody nominated for the cadre at large. */
async function renewPoolInvitation(tx: Transaction, token: string): Promise<void> {
  const invitation = await tx.poolInvitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      nominationId: true,
      review: {
        select: {
          state: true,
          nomination: { select: { state: true } },
          invitations: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
        },
      },
    },
  });
  if (!invitation) return;
  const { nominationId, review } = invitation;
  const asked = review.state === "asked" && review.nomination.state === "submitted";
  if (!asked || sentJustNow(review.invitations)) return;
  await inviteToCadre(tx, [nominationId]);
  await appendEvent(tx, null, {
    kind: "invitation.renewed",
    subject: { type: "nomination", id: nominationId },
    facts: { days: DAYS_TO_ANSWER },
  });
}
