import type { Role } from "#app/access/actor.ts";

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
  official("Tomas Example", "secretariat"),
  official("Elena Example", "secretariat"),
  official("Marta Example", "panelMember", "auditor"),
  official("Oleg Example", "decisionMaker"),
  official("Priya Example", "vettingOfficer"),
  official("Samuel Example", "vettingOfficer"),
  official("Ruth Example", "auditor"),
];

/** The panel members of the demonstration: nationalities that nominate nobody there, so that few are recused. */
export const DEMO_PANELLISTS = [
  { name: "Nils Example", gender: "man", nationality: "CH" },
  { name: "Lucia Example", gender: "woman", nationality: "CL" },
  { name: "Amara Example", gender: "woman", nationality: "TZ" },
  { name: "Sean Example", gender: "man", nationality: "IE" },
  { name: "Wei Example", gender: "woman", nationality: "SG" },
] as const;

/** The states that nominate and pledge in the demonstration. */
export const DEMO_STATES = [
  ...["GH", "UY", "NP", "FI", "BD", "RW", "SN", "JO", "KE", "FR", "IN", "PK", "ET", "NO", "SE"],
  ...["BR", "AR", "ID", "EG", "ZA", "NG", "MN", "FJ", "KH", "PT", "IT", "DE", "CA", "NL", "GB"],
] as const;

const WOMEN = [
  "Abena",
  "Chandra",
  "Elina",
  "Grace",
  "Irena",
  "Kadi",
  "Maya",
  "Odile",
  "Rosa",
  "Tala",
  "Vera",
  "Yara",
];
const MEN = [
  "Bruno",
  "Daoud",
  "Farhan",
  "Henri",
  "Jonas",
  "Liam",
  "Nadir",
  "Pavel",
  "Samir",
  "Tomas",
  "Victor",
  "Youssef",
];
/** The word for "example" in thirty-seven languages: as many as keep every name of the demonstration its own. */
const FAMILIES = [
  ...[
    "Sample",
    "Muster",
    "Ejemplo",
    "Exemple",
    "Mithal",
    "Namuna",
    "Mfano",
    "Contoh",
    "Exempel",
    "Esimerkki",
  ],
  ...[
    "Exemplo",
    "Esempio",
    "Przyklad",
    "Primer",
    "Priklad",
    "Pelda",
    "Ornek",
    "Paradigma",
    "Voorbeeld",
    "Eksempel",
  ],
  ...[
    "Daemi",
    "Naide",
    "Piemers",
    "Pavyzdys",
    "Shilili",
    "Udaharan",
    "Misal",
    "Masala",
    "Halimbawa",
    "Yangpan",
  ],
  ...["Apeere", "Isibonelo", "Tusaale", "Specimen", "Modelo", "Tauira", "Shembull"],
];

/** An invented person; the number makes the name, always the same for the same number. */
export function inventedPerson(number: number, gender: "woman" | "man") {
  const given = gender === "woman" ? WOMEN : MEN;
  const givenName = given[number % given.length] ?? "Alex";
  const familyName = `${FAMILIES[(number * 7 + Math.floor(number / given.length)) % FAMILIES.length]}`;
  const email = `${givenName}.${familyName}.${number}@demo.cadre.example`.toLowerCase();
  return { givenName, familyName, email, gender };
}
