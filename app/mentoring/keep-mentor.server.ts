import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { mentorTransitions } from "./lifecycle.ts";
import type { MentorProfileForm } from "./mentor-form.ts";

/**
 * A mentor says when, for how many and on what they are there. The first time this confirms the pledge; from then
 * on, and until they rest, the matching looks at them.
 */
export function updateMentor(actor: Actor, profile: MentorProfileForm): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    const { capacity, weeklyHours, biography, topics, mandateTypes, availableFrom, availableTo } = profile;
    const next = take(mentorTransitions.update, mentor.state, { activePairs: mentor.activePairs, capacity });
    if (!next.ok) return next;
    const codes = profile.languages.map(({ code }) => code);
    if ((await tx.language.count({ where: { code: { in: codes } } })) !== new Set(codes).size)
      return refuse("languageUnknown", {}, "languages");
    const { count } = await tx.mentor.updateMany({
      where: { id: mentor.id, version: profile.version },
      data: {
        ...{ state: next.value, capacity, weeklyHours, biography, topics, mandateTypes },
        availableFrom: new Date(availableFrom),
        availableTo: new Date(availableTo),
        version: { increment: 1 },
      },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await setPerson(tx, mentor.personId, profile);
    await appendEvent(tx, actor, {
      kind: "mentor.updated",
      subject: { type: "mentor", id: mentor.id },
      facts: { from: mentor.state, to: next.value, capacity, availableFrom, availableTo, topics },
    });
    return ok();
  }, "Serializable");
}

/** A mentor takes no new pairs until they update their profile; the pairs at work go on. */
export function restMentor(
  actor: Actor,
  { version }: { readonly version: number },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    const next = take(mentorTransitions.rest, mentor.state, undefined);
    if (!next.ok) return next;
    const { count } = await tx.mentor.updateMany({
      where: { id: mentor.id, version },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "mentor.updated",
      subject: { type: "mentor", id: mentor.id },
      facts: { from: mentor.state, to: next.value },
    });
    return ok();
  }, "Serializable");
}

async function loadOwn(tx: Transaction, actor: Actor) {
  const { personId } = actor;
  if (personId === null || !can(actor, "mentor.update", { personId })) return null;
  return tx.mentor.findUnique({
    where: { personId },
    select: { id: true, personId: true, state: true, activePairs: true },
  });
}

/** Zone and languages belong to the person: what they say as a mentor holds for everything else. */
async function setPerson(
  tx: Transaction,
  personId: string,
  { timeZone, languages }: Pick<MentorProfileForm, "timeZone" | "languages">,
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { timeZone } });
  await tx.personLanguage.deleteMany({ where: { personId } });
  await tx.personLanguage.createMany({
    data: languages.map(({ code, level }) => ({ personId, languageCode: code, level })),
    skipDuplicates: true,
  });
}
