/** The columns of an import, in the order of the template. */
export const IMPORT_COLUMNS = [
  "state",
  "vacancy",
  "givenName",
  "familyName",
  "email",
  "birthDate",
  "gender",
  "nationalities",
  "service",
  "rank",
  "currentPost",
  "seniorYears",
  "languages",
  "posts",
  "missions",
  "education",
  "courses",
  "visionStatement",
  "statement",
  "certified",
  "disclosure",
  "additional",
  "listReason",
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Columns without which nobody is nominated; the others may be left out or empty, and the nominee fills the gaps. */
export const NEEDED_COLUMNS: readonly ImportColumn[] = [
  "givenName",
  "familyName",
  "email",
  "gender",
  "nationalities",
  "statement",
];

/** What else a column may be called in a header, English and French, beside its own name; case, accents and signs do not count. */
export const SYNONYMS: { readonly [C in ImportColumn]: readonly string[] } = {
  state: ["nominating state", "member state", "country", "état", "état membre", "pays"],
  vacancy: ["reference", "call reference", "vacancy reference", "référence", "poste", "vacance"],
  givenName: ["given name", "first name", "forename", "prénom", "prénoms"],
  familyName: ["family name", "last name", "surname", "nom", "nom de famille"],
  email: ["e-mail", "email address", "courriel", "adresse électronique"],
  birthDate: ["date of birth", "birth date", "dob", "date de naissance"],
  gender: ["sex", "genre", "sexe"],
  nationalities: ["nationality", "citizenship", "nationalité", "nationalités"],
  service: ["component", "service", "composante"],
  rank: ["grade", "rank or grade", "rang", "grade ou rang"],
  currentPost: ["current post", "present post", "position", "poste actuel", "fonction actuelle"],
  seniorYears: ["years in senior posts", "senior years", "années de responsabilité"],
  languages: ["language", "langues", "langue"],
  posts: ["posts held", "career", "postes occupés", "carrière"],
  missions: ["field missions", "missions", "missions sur le terrain"],
  education: ["studies", "degrees", "études", "diplômes"],
  courses: ["courses", "senior leadership courses", "cours", "formations"],
  visionStatement: ["vision statement", "vision", "déclaration de vision"],
  statement: ["recommendation", "why", "motivation", "recommandation"],
  certified: ["certification", "state certification", "certifié", "attestation de l’état"],
  disclosure: ["disclosures", "divulgation", "précisions"],
  additional: ["additional nominee", "candidat supplémentaire", "supplémentaire"],
  listReason: ["reason for the list", "list reason", "motif de la liste"],
};

/** A header as it is compared: small letters and digits, no accents, no signs. */
const plain = (header: string) =>
  header
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");

const KNOWN: ReadonlyMap<string, ImportColumn> = new Map(
  IMPORT_COLUMNS.flatMap((column) =>
    [column, ...SYNONYMS[column]].map((name) => [plain(name), column] as const),
  ),
);

/** The column a header means; null where it means none. */
export const columnOf = (header: string): ImportColumn | null => KNOWN.get(plain(header)) ?? null;

/** How the template shows each column filled in, with an invented nominee. */
export const EXAMPLE: { readonly [C in ImportColumn]: string } = {
  state: "GH",
  vacancy: "",
  givenName: "Ama",
  familyName: "Sample",
  email: "ama.sample@example.org",
  birthDate: "1968-04-21",
  gender: "woman",
  nationalities: "GH; FR",
  service: "civilian",
  rank: "Ambassador",
  currentPost: "Ambassador at large",
  seniorYears: "21",
  languages: "en:3; fr:2",
  posts: "Head of office | Ministry of Foreign Affairs | 2015-2020 | The Minister | 120 | 4500",
  missions: "UNMISS | Head of field office | 2012-2014",
  education: "MA International Law | University of Ghana | 1992",
  courses: "Senior Mission Leaders Course | United Nations | 2018",
  visionStatement: "Listen first, then agree on three things that people will notice within a year.",
  statement:
    "Invented example, left out when the sheet is read. She led the political component of two missions through elections that both sides accepted, and has the trust of the region.",
  certified: "yes",
  disclosure: "",
  additional: "no",
  listReason: "",
};

/** Whether a row is the template's example, left in the sheet: nobody is nominated by it. */
export const isExample = (cell: (column: ImportColumn) => string): boolean =>
  (["givenName", "familyName", "email"] as const).every(
    (column) => cell(column).toLowerCase() === EXAMPLE[column].toLowerCase(),
  );

/** The columns of the template for a state's own list, or for the secretariat, who name the state in each row. */
export const templateColumns = (withState: boolean): readonly ImportColumn[] =>
  withState ? IMPORT_COLUMNS : IMPORT_COLUMNS.filter((column) => column !== "state");
