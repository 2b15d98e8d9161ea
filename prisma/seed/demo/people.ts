import type { Role } from "#app/access/actor.ts";
import type { DirectProposal } from "#app/cadre/readiness.ts";

interface Official {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

const official = (name: string, ...roles: readonly Role[]): Official => ({
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@demo.cadre.example`,
  roles,
});

/** Invented people, one for each role; one holds two. */
export const DEMO_OFFICIALS: readonly Official[] = [
  official("Ines Example", "secretariat"),
  official("Kofi Example", "focalPoint"),
  official("Marta Example", "panelMember", "auditor"),
  official("Oleg Example", "decisionMaker"),
  official("Priya Example", "vettingOfficer"),
  official("Ruth Example", "auditor"),
];

const member = (
  givenName: string,
  gender: DirectProposal["gender"],
  nationality: string,
  roleKindCode: string,
  level: DirectProposal["level"],
): DirectProposal => ({
  givenName,
  familyName: "Sample",
  email: `${givenName.toLowerCase()}.sample@demo.cadre.example`,
  gender,
  nationality,
  roleKindCode,
  level,
  evidence: "Invented for the demonstration: assessed by an external centre.",
});

/** Invented people proposed to the cadre. */
export const DEMO_MEMBERS: readonly DirectProposal[] = [
  member("Abena", "woman", "GH", "srsg", "now"),
  member("Bruno", "man", "UY", "forceCommander", "now"),
  member("Chandra", "woman", "NP", "policeCommissioner", "oneToTwoYears"),
  member("Daoud", "man", "JO", "chiefOfStaff", "now"),
  member("Elina", "woman", "FI", "dsrsgPolitical", "now"),
  member("Farhan", "man", "BD", "deputyForceCommander", "threeToFiveYears"),
  member("Grace", "woman", "RW", "dsrsgRcHc", "oneToTwoYears"),
  member("Henri", "man", "SN", "headOfSpm", "oneToTwoYears"),
];
