import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { mentorTransitions } from "#app/mentoring/lifecycle.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { briefWhenReady } from "./brief-ready.server.ts";
import { readReadiness } from "./induction.queries.server.ts";
import type { MentorProfileForm } from "./mentor-form.ts";

/**
 * A mentor says when, for how many and on what they are there. The first time this confirms the pledge; after that it keeps
 * the profile current, counts as the yearly check, and changes nothing about where the mentor stands.
 */
export function updateMentor(actor: Actor, profile: MentorProfileForm): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    const { capacity, availableFrom, availableTo, topics } = profile;
    const { state: before, activePairs } = mentor;
    const arrow = before === "pledged" ? mentorTransitions.confirm : mentorTransitions.keep[before];
    const next = take(arrow, before, { activePairs, capacity });
    if (!next.ok) return next;
    const unknown = await refuseUnknown(tx, profile);
    if (unknown) return unknown;
    const { count } = await tx.mentor.updateMany({
      where: { id: mentor.id, version: profile.version },
      data: { ...columnsOf(profile), state: next.value, checkedAt: now(), version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await setBlackouts(tx, mentor.id, profile.blackouts);
    await setPerson(tx, mentor.personId, profile);
    await appendEvent(tx, actor, {
      kind: "mentor.updated",
      subject: { type: "mentor", id: mentor.id },
      facts: { from: before, to: next.value, capacity, availableFrom, availableTo, topics },
    });
    if (before === "pledged") await briefWhenReady(tx, actor, { id: mentor.id, state: next.value });
    return ok();
  }, "Serializable");
}

/** A mentor takes no new pairs until they open again; the pairs at work go on. */
export const restMentor = (actor: Actor, order: { readonly version: number }) =>
  move(actor, order, () => mentorTransitions.rest);

/** A mentor takes new pairs: for the first time once briefed, or again after a rest. */
export const openMentor = (actor: Actor, order: { readonly version: number }) =>
  move(actor, order, (state) => (state === "resting" ? mentorTransitions.reopen : mentorTransitions.open));

type State = (typeof mentorTransitions)["rest"]["to"];
type Arrow = (typeof mentorTransitions)["rest" | "open" | "reopen"];

function move(actor: Actor, { version }: { readonly version: number }, arrowFrom: (state: State) => Arrow) {
  return inTransaction(async (tx): Promise<Result<undefined>> => {
    const mentor = await loadOwn(tx, actor);
    if (!mentor) return refuse("notFound");
    const readiness = await readReadiness(tx, mentor.id);
    const next = take<State, typeof readiness>(arrowFrom(mentor.state), mentor.state, readiness);
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

/** The profile of the mentor who acts; null for who is none. */
export async function loadOwn(tx: Transaction, actor: Actor) {
  const { personId } = actor;
  if (personId === null || !can(actor, "mentor.update", { personId })) return null;
  return tx.mentor.findUnique({
    where: { personId },
    select: { id: true, personId: true, state: true, activePairs: true },
  });
}

const columnsOf = ({
  version: _,
  blackouts: __,
  timeZone: ___,
  languages: ____,
  acceptsSameState,
  availableFrom,
  availableTo,
  ...profile
}: MentorProfileForm) => ({
  ...profile,
  acceptsSameState: acceptsSameState === "on",
  availableFrom: new Date(availableFrom),
  availableTo: new Date(availableTo),
});

async function refuseUnknown(tx: Transaction, profile: MentorProfileForm) {
  const { languages, wishedLanguages, wishedRoleKinds } = profile;
  const spoken = new Set([...languages.map(({ code }) => code), ...wishedLanguages]);
  if ((await tx.language.count({ where: { code: { in: [...spoken] } } })) !== spoken.size) {
    return refuse("languageUnknown", {}, "languages");
  }
  const kinds = new Set(wishedRoleKinds);
  const known = await tx.roleKind.count({ where: { code: { in: [...kinds] } } });
  return known === kinds.size ? null : refuse("roleKindUnknown", {}, "wishedRoleKinds");
}

async function setBlackouts(tx: Transaction, mentorId: string, blackouts: MentorProfileForm["blackouts"]) {
  await tx.mentorBlackout.deleteMany({ where: { mentorId } });
  await tx.mentorBlackout.createMany({
    data: blackouts.map(({ startsOn, endsOn }) => ({
      ...{ mentorId, startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
    })),
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
