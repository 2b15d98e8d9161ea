import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { unseal } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { asksForGates } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { referenceOf, referenceState } from "./reference.ts";

/** Whom a referee's link is about, and whether it still serves; null where there is no such link. */
export async function findReference(token: string) {
  const reference = await database().reference.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      name: true,
      relation: true,
      answeredAt: true,
      expiresAt: true,
      clearance: {
        select: {
          candidacy: {
            select: {
              state: true,
              person: { select: { givenName: true, familyName: true } },
              vacancy: {
                select: {
                  state: true,
                  post: { select: { roleKind: { select: { nameEn: true, nameFr: true } } } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!reference) return null;
  const { clearance, answeredAt, expiresAt, name, relation } = reference;
  const { state, vacancy, person } = clearance.candidacy;
  const stands = referenceState({ answeredAt, expiresAt }, now());
  const standing = stands === "waiting" && !asksForGates(state, vacancy.state) ? "expired" : stands;
  // A link that was answered or is over may be in anybody's hands by now: it names nobody.
  if (standing !== "waiting") return { standing };
  return {
    referee: name,
    relation,
    candidate: `${person.givenName} ${person.familyName}`,
    roleKind: vacancy.post.roleKind,
    dueOn: expiresAt.toISOString().slice(0, 10),
    standing,
  };
}

/**
 * The references of a candidacy with what was answered: for vetting officers and the secretariat. Null for everybody
 * else, for its candidate, and for an officer who is recused from it as a member of its panel.
 */
export async function readReferences(actor: Actor, candidacyId: string) {
  if (!can(actor, "reference.read")) return null;
  const userId = actor.userId ?? "";
  const candidacy = await database().candidacy.findFirst({
    where: {
      id: candidacyId,
      conflicts: { none: { member: { userId } } },
      person: { OR: [{ userId: null }, { userId: { not: userId } }] },
      vacancy: { OR: [{ panel: null }, { panel: { members: { none: { userId } } } }] },
    },
    select: {
      id: true,
      vacancyId: true,
      person: { select: { givenName: true, familyName: true } },
      vacancy: { select: VACANCY_TITLE },
      clearances: {
        where: { kind: "references" },
        select: { id: true, references: { orderBy: { askedAt: "asc" } } },
      },
    },
  });
  const gate = candidacy?.clearances[0];
  if (!candidacy || !gate) return null;
  const { person, vacancy } = candidacy;
  return {
    candidacyId,
    clearanceId: gate.id,
    name: `${person.givenName} ${person.familyName}`,
    ...vacancy.post,
    reference: vacancy.reference,
    references: gate.references.map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email,
      relation: one.relation,
      askedAt: one.askedAt.toISOString(),
      remindedAt: one.remindedAt?.toISOString() ?? null,
      answeredAt: one.answeredAt?.toISOString() ?? null,
      expiresOn: one.expiresAt.toISOString().slice(0, 10),
      state: referenceState(one, now()),
      answers: one.answers === null ? null : referenceOf(unseal(one.answers, `reference:${one.id}`)),
    })),
  };
}
export type ReferencePage = NonNullable<Awaited<ReturnType<typeof readReferences>>>;
