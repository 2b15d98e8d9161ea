/** The levels of leadership posts, from the highest. */
export const LEVELS = ["USG", "ASG", "D-2", "D-1"] as const;

interface RoleKindRow {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly component: "civilian" | "military" | "police";
  /** Levels at which such posts are found. */
  readonly levels: readonly (typeof LEVELS)[number][];
  readonly isHead: boolean;
  readonly isDeputy: boolean;
}

/** The kinds of leadership posts of a mission, in the order of protocol. */
export const ROLE_KINDS: readonly RoleKindRow[] = [
  {
    code: "srsg",
    nameEn: "Special Representative of the Secretary-General and Head of Mission",
    nameFr: "Représentant(e) spécial(e) du Secrétaire général et chef de mission",
    component: "civilian",
    levels: ["USG", "ASG"],
    isHead: true,
    isDeputy: false,
  },
  {
    code: "headOfSpm",
    nameEn: "Head of special political mission",
    nameFr: "Chef de mission politique spéciale",
    component: "civilian",
    levels: ["USG", "ASG", "D-2"],
    isHead: true,
    isDeputy: false,
  },
  {
    code: "dsrsgPolitical",
    nameEn: "Deputy Special Representative of the Secretary-General (Political)",
    nameFr: "Représentant(e) spécial(e) adjoint(e) du Secrétaire général (affaires politiques)",
    component: "civilian",
    levels: ["ASG", "D-2"],
    isHead: false,
    isDeputy: true,
  },
  {
    code: "dsrsgRcHc",
    nameEn: "Deputy Special Representative, Resident Coordinator and Humanitarian Coordinator",
    nameFr: "Représentant(e) spécial(e) adjoint(e), coordonnateur(trice) résident(e) et de l’action humanitaire",
    component: "civilian",
    levels: ["ASG"],
    isHead: false,
    isDeputy: true,
  },
  {
    code: "forceCommander",
    nameEn: "Force Commander",
    nameFr: "Commandant(e) de la force",
    component: "military",
    levels: ["ASG", "D-2"],
    isHead: false,
    isDeputy: false,
  },
  {
    code: "deputyForceCommander",
    nameEn: "Deputy Force Commander",
    nameFr: "Commandant(e) adjoint(e) de la force",
    component: "military",
    levels: ["D-2", "D-1"],
    isHead: false,
    isDeputy: false,
  },
  {
    code: "policeCommissioner",
    nameEn: "Police Commissioner",
    nameFr: "Chef de la police",
    component: "police",
    levels: ["D-2", "D-1"],
    isHead: false,
    isDeputy: false,
  },
  {
    code: "chiefOfStaff",
    nameEn: "Mission Chief of Staff",
    nameFr: "Chef de cabinet de la mission",
    component: "civilian",
    levels: ["D-2", "D-1"],
    isHead: false,
    isDeputy: false,
  },
];

/** The working languages of missions and leaders. */
export const LANGUAGES = [
  { code: "ar", nameEn: "Arabic", nameFr: "arabe" },
  { code: "zh", nameEn: "Chinese", nameFr: "chinois" },
  { code: "en", nameEn: "English", nameFr: "anglais" },
  { code: "fr", nameEn: "French", nameFr: "français" },
  { code: "ru", nameEn: "Russian", nameFr: "russe" },
  { code: "es", nameEn: "Spanish", nameFr: "espagnol" },
  { code: "pt", nameEn: "Portuguese", nameFr: "portugais" },
  { code: "sw", nameEn: "Swahili", nameFr: "swahili" },
  { code: "fa", nameEn: "Dari and Persian", nameFr: "dari et persan" },
  { code: "so", nameEn: "Somali", nameFr: "somali" },
  { code: "ht", nameEn: "Haitian Creole", nameFr: "créole haïtien" },
  { code: "sr", nameEn: "Serbian", nameFr: "serbe" },
  { code: "sq", nameEn: "Albanian", nameFr: "albanais" },
] as const;
