import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { openPersonAccount } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { offerMentorship } from "#app/mentoring/pool/offer-mentorship.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { termsOverlap } from "#app/selection/decision/appointment.ts";
import type { NewIncumbent } from "./post.ts";

interface Order {
  readonly postId: string;
  readonly incumbent: NewIncumbent;
}

/** Enters who holds a post already, from outside Cadre: their term tells when the post falls vacant. */
export async function enterIncumbent(
  actor: Actor,
  { postId, incumbent }: Order,
): Promise<Result<{ appointmentId: string }>> {
  if (!can(actor, "vacancy.draft")) return refuse("notPermitted");
  const { startsOn, endsOn, acting, offerMentor } = incumbent;
  return inTransaction(async (tx) => {
    const post = await tx.post.findUnique({
      where: { id: postId },
      select: { appointments: { where: { acting: false }, select: { startsOn: true, endsOn: true } } },
    });
    if (!post) return refuse("notFound");
    const held = post.appointments.some((term) =>
      termsOverlap({ startsOn, endsOn }, { startsOn: dayOf(term.startsOn), endsOn: dayOf(term.endsOn) }),
    );
    if (held && !acting) return refuse("postStillHeld", {}, "startsOn");
    const states = await tx.state.count({ where: { code: incumbent.nationality } });
    if (states === 0) return refuse("stateUnknown", {}, "nationality");
    const { personId } = await openPersonAccount(tx, actor, incumbent, "mentee");
    const { id: appointmentId } = await tx.appointment.create({
      data: { postId, personId, acting, startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "incumbent.entered",
      subject: { type: "appointment", id: appointmentId },
      facts: { postId, personId, startsOn, endsOn, acting },
    });
    if (offerMentor) await offerMentorship(tx, actor, { appointmentId, personId, startsOn });
    return ok({ appointmentId });
  }, "Serializable");
}
