import type { Actor } from "#app/access/actor.ts";
import { confirmMembership } from "#app/cadre/keep-membership.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { database } from "#app/platform/database.server.ts";
import type { Cast } from "./cast.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { dayOn, onDay, sideBySide, told } from "./stage.ts";

const MEMBERS = 64;
const ROLE_KINDS = [
  "srsg",
  "forceCommander",
  "policeCommissioner",
  "chiefOfStaff",
  "dsrsgPolitical",
  "headOfSpm",
];

/** Proposes members from leadership courses; most confirm that they are ready to be asked. */
export const fillCadre = ({ officer }: Cast) =>
  sideBySide(Array.from({ length: MEMBERS }, (_, n) => () => join(officer, n)));

async function join(officer: Actor, n: number) {
  const gender = n % 5 < 2 ? "woman" : "man";
  const proposal = {
    ...inventedPerson(700 + n, gender),
    nationality: DEMO_STATES[(n * 11) % DEMO_STATES.length] ?? "GH",
    roleKindCode: ROLE_KINDS[n % ROLE_KINDS.length] ?? "srsg",
    level: READINESS_LEVELS[n % READINESS_LEVELS.length] ?? "now",
    evidence: "Invented for the demonstration: assessed in a senior leadership course.",
  };
  const { membershipId } = told(await onDay(-300 + n * 4, () => proposeMember(officer, proposal)));
  if (n % 4 === 3) return;
  const { person } = await database().cadreMembership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { person: { select: { id: true, userId: true } } },
  });
  const member = { ...officer, userId: person.userId, personId: person.id, role: "candidate" as const };
  const availableFrom = dayOn(30 + n);
  told(await onDay(-290 + n * 4, () => confirmMembership(member, { membershipId, availableFrom })));
}
