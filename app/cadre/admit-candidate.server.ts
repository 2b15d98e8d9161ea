import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { readAdmissionCase } from "./admission.queries.server.ts";
import { enterCadre } from "./enter-cadre.server.ts";
import { refuseAdmission } from "./lifecycle.ts";
import type { ReadinessFinding } from "./readiness.ts";

interface Order {
  readonly candidacyId: string;
  readonly finding: ReadinessFinding;
}

/**
 * Takes somebody whom a panel found suitable, but who was not selected, into the cadre. A person who is a member
 * already gets the new finding of readiness. Nobody admits themself.
 */
export async function admitCandidate(
  actor: Actor,
  { candidacyId, finding }: Order,
): Promise<Result<{ membershipId: string }>> {
  if (!can(actor, "cadre.admit") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  return inTransaction(async (tx) => {
    const candidate = await readAdmissionCase(actor, candidacyId, tx);
    if (!candidate) return refuse("notFound");
    if (candidate.personId === actor.personId) return refuse("ownCase");
    const refusal = refuseAdmission(candidate.facts);
    if (refusal) return { ok: false, refusal };
    const roleKind = await tx.roleKind.findUnique({ where: { code: finding.roleKindCode } });
    if (!roleKind) return refuse("roleKindUnknown", {}, "roleKindCode");
    const membershipId = await enterCadre(tx, officer, {
      personId: candidate.personId,
      via: "panel",
      source: { name: "candidacyId", id: candidacyId },
      findings: [finding],
      roleKinds: [roleKind],
      to: candidate,
    });
    return ok({ membershipId });
  }, "Serializable");
}
