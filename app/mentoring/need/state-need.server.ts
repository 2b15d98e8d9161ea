import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { needTransitions } from "#app/mentoring/lifecycle.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { agreeToMentoring } from "#app/selection/candidate/agree-to-mentoring.server.ts";
import type { StatedNeed } from "./need.ts";

interface Order {
  readonly needId: string;
  readonly need: StatedNeed;
}

/**
 * A new leader says what they want a mentor for, or says it anew, and agrees with that to be matched. Whom they ask not
 * to be paired with is read by themselves and the matching alone: the record has a commitment to it and no more.
 */
export function stateNeed(actor: Actor, { needId, need }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const before = await loadOwn(tx, actor, needId);
    if (!before) return refuse("notFound");
    const next = take(needTransitions.state, before.state, { openProposals: before._count.proposals });
    if (!next.ok) return next;
    const unknown = await refuseUnknown(tx, need);
    if (unknown) return unknown;
    const { version, languages, timeZone, acceptsSameState, ...stated } = need;
    const { count } = await tx.mentorshipNeed.updateMany({
      where: { id: needId, version, state: before.state },
      data: {
        ...stated,
        acceptsSameState: acceptsSameState === "on",
        state: next.value,
        version: { increment: 1 },
      },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await tx.needLanguage.deleteMany({ where: { needId } });
    await tx.needLanguage.createMany({
      data: languages.map(({ code, level }) => ({ needId, languageCode: code, level })),
    });
    await tx.person.update({ where: { id: before.personId }, data: { timeZone }, select: { id: true } });
    await agreeToMentoring(tx, actor, before.appointment.candidacyId);
    await appendEvent(tx, actor, {
      kind: "need.stated",
      subject: { type: "mentorshipNeed", id: needId },
      facts: { from: before.state, topics: need.topics, languages: languages.map(({ code }) => code) },
      committed: { wishedMentorIds: need.wishedMentorIds, avoidMentorIds: need.avoidMentorIds },
    });
    return ok();
  }, "Serializable");
}

/** A new leader wants no mentor, or none now; no reason is asked, and needs can still be stated later. */
export function declineNeed(
  actor: Actor,
  { needId, version }: { readonly needId: string; readonly version: number },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const before = await loadOwn(tx, actor, needId);
    if (!before) return refuse("notFound");
    const next = take(needTransitions.decline, before.state, { openProposals: before._count.proposals });
    if (!next.ok) return next;
    const { count } = await tx.mentorshipNeed.updateMany({
      where: { id: needId, version, state: before.state },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "need.declined",
      subject: { type: "mentorshipNeed", id: needId },
      facts: { from: before.state },
    });
    return ok();
  }, "Serializable");
}

async function loadOwn(tx: Transaction, actor: Actor, id: string) {
  const need = await tx.mentorshipNeed.findUnique({
    where: { id },
    select: {
      state: true,
      personId: true,
      appointment: { select: { candidacyId: true } },
      _count: { select: { proposals: { where: { state: "proposed" } } } },
    },
  });
  return need && can(actor, "need.state", need) ? need : null;
}

async function refuseUnknown(tx: Transaction, { languages, avoidMentorIds, wishedMentorIds }: StatedNeed) {
  const codes = languages.map(({ code }) => code);
  const known = await tx.language.count({ where: { code: { in: codes } } });
  if (known !== codes.length) return refuse("languageUnknown", {}, "languages");
  const named = new Set([...avoidMentorIds, ...wishedMentorIds]);
  const mentors = await tx.mentor.count({ where: { id: { in: [...named] } } });
  return mentors === named.size ? null : refuse("mentorUnknown", {}, "avoidMentorIds");
}
