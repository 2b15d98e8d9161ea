import type { Actor } from "#app/access/actor.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { CHECK_AGAIN_DAYS, CHECK_DAYS } from "#app/mentoring/programme.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { loadOwn } from "./keep-mentor.server.ts";

const DAY = 86_400_000;
/** Mentors asked in one go; those left are asked in the next. */
const AT_ONCE = 100;

/** Mentors whose profile was last said to hold a year ago or more. */
export const toCheck = (at: Date): Prisma.MentorWhereInput => ({
  state: { in: ["briefed", "available", "resting"] },
  checkedAt: { lte: new Date(at.getTime() - CHECK_DAYS * DAY) },
});

/**
 * The yearly check: asks every mentor whose profile is a year old whether it still holds, by mail (the page of tasks asks
 * too), and again each month until there is an answer. @returns how many were asked
 */
export function checkMentors(): Promise<number> {
  return inTransaction(async (tx) => {
    const at = now();
    const again = new Date(at.getTime() - CHECK_AGAIN_DAYS * DAY);
    const mentors = await tx.mentor.findMany({
      where: { AND: [toCheck(at), { OR: [{ checkAskedAt: null }, { checkAskedAt: { lte: again } }] }] },
      orderBy: { checkedAt: "asc" },
      take: AT_ONCE,
      select: {
        id: true,
        person: {
          select: {
            givenName: true,
            familyName: true,
            email: true,
            user: { select: { email: true, locale: true } },
          },
        },
      },
    });
    for (const { id, person } of mentors) {
      await tx.mentor.update({ where: { id }, data: { checkAskedAt: at }, select: { id: true } });
      await appendEvent(tx, null, { kind: "mentor.asked", subject: { type: "mentor", id } });
      await queueMail(tx, {
        kind: "mentorChecked",
        to: person.user?.email ?? person.email,
        locale: person.user?.locale ?? "en",
        params: { name: `${person.givenName} ${person.familyName}`, link: paths.checkMentor() },
        dedupeKey: `mentorChecked:${id}:${at.toISOString().slice(0, 10)}`,
      });
    }
    return mentors.length;
  }, "Serializable");
}

/** A mentor says that the profile still holds, all of it: the yearly check's one click. */
export function confirmProfile(actor: Actor): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    if (mentor.state === "pledged") return refuse("profileNotConfirmed");
    await tx.mentor.update({
      where: { id: mentor.id },
      data: { checkedAt: now() },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "mentor.checked",
      subject: { type: "mentor", id: mentor.id },
    });
    return ok();
  }, "Serializable");
}
