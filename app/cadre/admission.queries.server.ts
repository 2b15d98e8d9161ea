import { database, type Reader } from "#app/platform/database.server.ts";
import type { AdmissionFacts } from "./lifecycle.ts";

/** One candidacy as the cadre looks at it; null where there is none. */
export async function readAdmissionCase(candidacyId: string, reader: Reader = database()) {
  const candidacy = await reader.candidacy.findUnique({
    where: { id: candidacyId },
    select: {
      state: true,
      personId: true,
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
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
    vacancyId: vacancy.id,
    reference: vacancy.reference,
    mission: vacancy.post.mission.acronym,
    roleKindCode: vacancy.post.roleKindCode,
  };
}
