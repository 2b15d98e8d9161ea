import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { countConflicts } from "#app/selection/conflict/count-conflicts.server.ts";
import { readVacancyDemand } from "./demand.queries.server.ts";
import { figuresOf } from "./demand.ts";
import { findAnnounced } from "./open-vacancy.queries.server.ts";
import { holdsOn, inPostOn } from "./valid-readiness.queries.server.ts";

interface Order {
  readonly vacancyId: string;
  readonly membershipId: string;
}

/**
 * Invites a member to apply for an announced vacancy, once: whoever counts today for its kind of post, is no national of
 * a host state, stands in no conflict with the panel, and is not nominated already. It is no step of the selection.
 */
export async function inviteMember(actor: Actor, order: Order): Promise<Result<{ invitationId: string }>> {
  const { userId } = actor;
  if (userId === null || !can(actor, "member.invite")) return refuse("notPermitted");
  try {
    return await inTransaction((tx) => invite(tx, { ...actor, userId }, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("alreadyInvited");
    throw error;
  }
}

async function invite(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  { vacancyId, membershipId }: Order,
): Promise<Result<{ invitationId: string }>> {
  const asked = await readVacancyDemand(vacancyId, tx);
  const member = asked && (await loadMember(tx, membershipId, asked.demand.roleKindCode, vacancyId));
  if (!asked || !member) return refuse("notFound");
  const { person } = member;
  if (person.userId === actor.userId) return refuse("ownCase");
  const counts = member.state === "active" && member.consents.length > 0 && member.readiness.length > 0;
  if (!counts || person.appointments.length > 0) return refuse("memberDoesNotCount");
  const vacancy = await findAnnounced(tx, vacancyId, person.nationalities);
  if (!vacancy?.call?.closesAt) return refuse("callNotOpen");
  const { barred } = figuresOf(asked.demand);
  if (person.nationalities.some((code) => barred.includes(code))) return refuse("hostNational");
  const ties = await countConflicts(tx, { userIds: asked.judges, personIds: [member.personId] });
  if (ties.size > 0) return refuse("conflictWithPanel");
  if (person.nominations.length > 0) return refuse("alreadyNominated");
  if (member.vacancyInvitations.length > 0) return refuse("alreadyInvited");
  const { id } = await tx.vacancyInvitation.create({
    data: { membershipId, vacancyId, invitedById: actor.userId, invitedAt: now() },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "member.invited",
    subject: { type: "membership", id: membershipId },
    facts: { invitationId: id, vacancyId },
  });
  const locale = person.user?.locale ?? "en";
  await queueMail(tx, {
    kind: "memberInvited",
    ...{ to: person.email, locale },
    params: {
      name: `${person.givenName} ${person.familyName}`,
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      closesAt: vacancy.call.closesAt.toISOString(),
      timeZone: vacancy.call.timeZone,
      link: paths.myMembership(),
    },
    dedupeKey: `memberInvited:${id}`,
  });
  return ok({ invitationId: id });
}

const loadMember = (tx: Transaction, id: string, roleKindCode: string, vacancyId: string) =>
  tx.cadreMembership.findUnique({
    where: { id },
    select: {
      ...{ personId: true, state: true },
      consents: { where: { purpose: "vacancies", given: true }, select: { purpose: true } },
      readiness: { where: { ...holdsOn(today()), roleKindCode }, select: { id: true } },
      vacancyInvitations: { where: { vacancyId }, select: { id: true } },
      person: {
        select: {
          ...{ userId: true, givenName: true, familyName: true, email: true, nationalities: true },
          user: { select: { locale: true } },
          appointments: { where: inPostOn().appointments.some, take: 1, select: { id: true } },
          nominations: { where: { vacancyId, state: "submitted" }, take: 1, select: { id: true } },
        },
      },
    },
  });
