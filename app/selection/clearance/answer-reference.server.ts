import { ok, type Result, refuse } from "#app/access/result.ts";
import { seal } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { asksForGates } from "#app/selection/lifecycle.ts";
import { type ReferenceAnswers, referenceState } from "./reference.ts";

interface Order {
  /** The secret part of the referee's link: the only key there is to the form. */
  readonly token: string;
  readonly answers: ReferenceAnswers;
}

/**
 * A referee's answers, by the link they were sent. They are sealed: vetting officers and the secretariat read them,
 * nobody else. The link serves once.
 */
export function answerReference({ token, answers }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const reference = await tx.reference.findUnique({
      where: { tokenHash: hashToken(token) },
      select: {
        id: true,
        answeredAt: true,
        expiresAt: true,
        clearance: {
          select: {
            id: true,
            candidacyId: true,
            candidacy: { select: { state: true, vacancy: { select: { state: true } } } },
          },
        },
      },
    });
    if (!reference) return refuse("notFound");
    const { id, clearance } = reference;
    const { state, vacancy } = clearance.candidacy;
    const standing = referenceState(reference, now());
    if (standing === "answered") return refuse("referenceGiven");
    if (standing === "expired" || !asksForGates(state, vacancy.state)) return refuse("referenceOver");
    const kept = await tx.reference.updateMany({
      where: { id, answeredAt: null },
      data: { answers: seal(JSON.stringify(answers), `reference:${id}`), answeredAt: now() },
    });
    if (kept.count !== 1) return refuse("referenceGiven");
    await appendEvent(tx, null, {
      kind: "reference.given",
      subject: { type: "reference", id },
      facts: { candidacyId: clearance.candidacyId, clearanceId: clearance.id },
      committed: { answers },
    });
    return ok();
  }, "Serializable");
}
