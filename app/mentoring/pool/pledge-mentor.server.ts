import type { Actor } from "#app/access/actor.ts";
import { actingState, can } from "#app/access/can.ts";
import { claimsAnother, openPersonAccount } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { answerPledgeCall, findPledgeCall } from "#app/mentoring/health/answer-pledge-call.server.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { Pledge } from "./mentor-form.ts";

/**
 * A state makes a former senior leader available as a mentor. The person is told, has an account to confirm the
 * profile with, and is in no matching until they have.
 */
export async function pledgeMentor(actor: Actor, pledge: Pledge): Promise<Result<{ mentorId: string }>> {
  try {
    return await inTransaction((tx) => write(tx, actor, pledge), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("mentorAlready", {}, "email");
    throw error;
  }
}

async function write(tx: Transaction, actor: Actor, pledge: Pledge): Promise<Result<{ mentorId: string }>> {
  const stateCode = actingState(actor) ?? pledge.stateCode ?? "";
  if (!can(actor, "mentor.pledge", { stateCode })) return refuse("notPermitted");
  const chosen = await loadChosen(tx, pledge, stateCode);
  if (!chosen.ok) return chosen;
  const { roleKind, state } = chosen.value;
  const { callId } = pledge;
  const called = callId === undefined ? ok() : await findPledgeCall(tx, { callId, stateCode });
  if (!called.ok) return called;
  const before = await tx.mentor.count({ where: { person: { email: pledge.email } } });
  if (before > 0) return refuse("mentorAlready", {}, "email");
  if (await claimsAnother(tx, actor, pledge.email))
    return refuse("accountOfAnother", { email: pledge.email }, "email");
  const { personId, userId } = await openPersonAccount(tx, actor, pledge, "mentor");
  const { capacity, weeklyHours, biography, availableFrom, availableTo } = pledge;
  const { id: mentorId } = await tx.mentor.create({
    data: {
      personId,
      createdAt: now(),
      pledgedByCode: state.code,
      statedGivenName: pledge.givenName,
      statedFamilyName: pledge.familyName,
      ...{ capacity, weeklyHours, biography },
      availableFrom: new Date(availableFrom),
      availableTo: new Date(availableTo),
    },
    select: { id: true },
  });
  if (callId !== undefined) await answerPledgeCall(tx, callId, mentorId);
  await keepPost(tx, personId, pledge, roleKind);
  await appendEvent(tx, actor, {
    kind: "mentor.pledged",
    subject: { type: "mentor", id: mentorId },
    facts: { personId, stateCode: state.code, capacity, availableFrom, availableTo, callId: callId ?? null },
  });
  await tell(tx, { mentorId, userId, state });
  return ok({ mentorId });
}

const named = { code: true, nameEn: true, nameFr: true } as const;

/** What the form chose of the tables; a choice that is not there is refused beside its field. */
async function loadChosen(tx: Transaction, pledge: Pledge, stateCode: string) {
  const { nationality, missionId } = pledge;
  const states = await tx.state.findMany({
    where: { code: { in: [stateCode, nationality] } },
    select: named,
  });
  const state = states.find(({ code }) => code === stateCode);
  if (!state) return refuse("stateUnknown", {}, "stateCode");
  if (!states.some(({ code }) => code === nationality)) return refuse("stateUnknown", {}, "nationality");
  const roleKind = await tx.roleKind.findUnique({ where: { code: pledge.roleKindCode }, select: named });
  if (!roleKind) return refuse("roleKindUnknown", {}, "roleKindCode");
  const missions = missionId === undefined ? 1 : await tx.mission.count({ where: { id: missionId } });
  return missions === 1 ? ok({ state, roleKind }) : refuse("missionUnknown", {}, "missionId");
}

/** The post that makes somebody a mentor, unless their career on file has it already. */
async function keepPost(
  tx: Transaction,
  personId: string,
  { missionId, startYear, endYear }: Pledge,
  roleKind: { readonly code: string; readonly nameEn: string },
): Promise<void> {
  const post = { personId, roleKindCode: roleKind.code, missionId: missionId ?? null };
  if ((await tx.careerPost.count({ where: post })) > 0) return;
  await tx.careerPost.create({
    data: { ...post, title: roleKind.nameEn, employer: "United Nations", startYear, endYear },
  });
}

interface Told {
  readonly mentorId: string;
  readonly userId: string;
  readonly state: { readonly nameEn: string; readonly nameFr: string };
}

async function tell(tx: Transaction, { mentorId, userId, state }: Told): Promise<void> {
  const { name, email, locale } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true, locale: true },
  });
  await queueMail(tx, {
    kind: "mentorPledged",
    to: email,
    locale,
    params: { name, state: nameIn(locale, state), link: paths.mentorProfile() },
    dedupeKey: `mentorPledged:${mentorId}`,
  });
}
