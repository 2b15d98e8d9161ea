import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { findAnnounced } from "./open-vacancy.queries.server.ts";
import { keepInterest } from "./state-interest.server.ts";
import type { InvitationAnswerOrder } from "./vacancy-interest.ts";

/** A member answers an invitation to apply, once: interested, which is kept as such, or not. Applying comes after. */
export const answerInvitation = (
  actor: Actor,
  { invitationId, answer }: InvitationAnswerOrder,
): Promise<Result<undefined>> =>
  inTransaction(async (tx) => {
    const invitation = await tx.vacancyInvitation.findUnique({
      where: { id: invitationId },
      select: {
        ...{ vacancyId: true, membershipId: true },
        membership: { select: { personId: true, state: true, person: { select: { nationalities: true } } } },
      },
    });
    if (!invitation || !can(actor, "membership.update", invitation.membership)) return refuse("notFound");
    const { vacancyId, membershipId, membership } = invitation;
    if (answer === "interested") {
      if (membership.state !== "active") return refuse("notActiveMember");
      if (!(await findAnnounced(tx, vacancyId, membership.person.nationalities)))
        return refuse("callNotOpen");
    }
    const { count } = await tx.vacancyInvitation.updateMany({
      where: { id: invitationId, answer: null },
      data: { answer, answeredAt: now() },
    });
    if (count !== 1) return refuse("invitationAnswered");
    await appendEvent(tx, actor, {
      kind: "member.answered",
      subject: { type: "membership", id: membershipId },
      facts: { invitationId, vacancyId, answer },
    });
    if (answer === "interested") await keepInterest(tx, actor, { membershipId, vacancyId, stateCode: null });
    return ok();
  }, "Serializable");
