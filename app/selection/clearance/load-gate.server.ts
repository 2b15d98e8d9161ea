import type { Actor } from "#app/access/actor.ts";
import { ok, refuse } from "#app/access/result.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { asksForGates, mayConsultHost } from "#app/selection/lifecycle.ts";

/**
 * A gate that an officer may act upon; refused where the case is their own, asks for its gates no more,
 * or where it is too early for the host State.
 */
export async function loadGate(tx: Transaction, actor: Actor, clearanceId: string) {
  const gate = await findGate(tx, actor, clearanceId);
  if (!gate) return refuse("notFound");
  const { person, state, vacancy } = gate.candidacy;
  if (person.userId !== null && person.userId === actor.userId) return refuse("ownCase");
  if (gate.kind === "hostState" && !mayConsultHost(state)) return refuse("hostConsultationEarly");
  return asksForGates(state, vacancy.state) ? ok(gate) : refuse("wrongState", { state });
}

const findGate = (tx: Transaction, actor: Actor, id: string) =>
  tx.clearance.findUnique({
    where: { id, candidacy: notRecused(actor) },
    select: {
      id: true,
      kind: true,
      candidacyId: true,
      ownerId: true,
      outcome: true,
      version: true,
      requestedAt: true,
      dueOn: true,
      answeredAt: true,
      validUntil: true,
      candidacy: {
        select: {
          state: true,
          vacancy: {
            select: {
              state: true,
              post: { select: { roleKind: { select: { nameEn: true, nameFr: true } } } },
            },
          },
          person: { select: { userId: true, givenName: true, familyName: true } },
        },
      },
      references: { select: { answeredAt: true } },
    },
  });
