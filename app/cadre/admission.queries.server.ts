import type { Actor } from "#app/access/actor.ts";
import { database, type Reader } from "#app/platform/database.server.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import type { AdmissionFacts } from "./lifecycle.ts";

/** One candidacy as the cadre looks at it; null where there is none, or none for this officer. */
export async function readAdmissionCase(
  actor: Pick<Actor, "userId">,
  candidacyId: string,
  reader: Reader = database(),
) {
  const candidacy = await reader.candidacy.findFirst({
    where: { id: candidacyId, ...notRecused(actor) },
    select: {
      state: true,
      personId: true,
      letters: TOLD_BY,
      person: {
        select: {
          ...{ givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
          cadreMembership: { select: { state: true } },
        },
      },
      finding: { select: { outcome: true, text: true } },
      consents: { where: { purpose: "cadre" }, select: { given: true } },
      vacancy: {
        select: {
          id: true,
          reference: true,
          state: true,
          post: { select: { roleKindCode: true, level: true, mission: { select: { acronym: true } } } },
        },
      },
    },
  });
  if (!candidacy) return null;
  const { person, finding, vacancy } = candidacy;
  const facts: AdmissionFacts = {
    outcome: finding?.outcome ?? null,
    decided: vacancy.state === "decided" || vacancy.state === "closed",
    told: toldOf("candidate", candidacy.letters, vacancy.state === "closed") === "all",
    selected:
      candidacy.state === "appointed" || (candidacy.state === "selected" && vacancy.state !== "closed"),
    consents: candidacy.consents[0]?.given ?? false,
  };
  return {
    facts,
    personId: candidacy.personId,
    name: `${person.givenName} ${person.familyName}`,
    email: person.email,
    locale: person.user?.locale ?? "en",
    finding: finding?.text ?? null,
    /** How the person stands in the cadre already; null where they never were in it. */
    membership: person.cadreMembership?.state ?? null,
    vacancyId: vacancy.id,
    reference: vacancy.reference,
    mission: vacancy.post.mission.acronym,
    roleKindCode: vacancy.post.roleKindCode,
  };
}
