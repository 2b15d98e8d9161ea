import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import countries from "i18n-iso-countries";
import arabic from "i18n-iso-countries/langs/ar.json" with { type: "json" };
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import spanish from "i18n-iso-countries/langs/es.json" with { type: "json" };
import french from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import russian from "i18n-iso-countries/langs/ru.json" with { type: "json" };
import chinese from "i18n-iso-countries/langs/zh.json" with { type: "json" };
import { z } from "zod";
import type { ReferenceTarget } from "#app/gender/target.ts";
import { MISSION_NAMES_FR } from "./reference/mission-names-fr.ts";
import { UN_NAMES } from "./reference/un-names.ts";

const FOLDER = join(import.meta.dirname, "reference");
for (const language of [arabic, english, spanish, french, russian, chinese])
  countries.registerLocale(language);

const rows = (file: string): unknown =>
  parse(readFileSync(join(FOLDER, file), "utf8"), { columns: true, trim: true, bom: true });

const optionalDay = z.union([z.literal("").transform(() => null), z.iso.date()]);
const optionalNumber = z.string().transform((text) => (text === "" ? null : Number(text)));
const codes = z.string().transform((text) => text.split(" ").filter(Boolean));

const stateRows = z.array(
  z.object({
    iso2: z.string().length(2),
    iso3: z.string().length(3),
    m49: z.string(),
    status: z.enum(["member", "observer"]),
    regional_group: z.string(),
  }),
);
const missionRows = z.array(
  z.object({
    acronym: z.string().min(3),
    name_en: z.string().min(5),
    kind: z.enum(["peacekeeping", "special political"]),
    host: z.string(),
    headquarters: z.string(),
    start: z.iso.date(),
    end: optionalDay,
    working_languages: codes,
    department: z.enum(["DPO", "DPPA", ""]),
  }),
);
const subjectNames = {
  "individual police officers": "individualPolice",
  "staff officers and military observers": "staffAndObservers",
  "military observers and staff officers": "staffAndObservers",
  "military contingents": "militaryContingents",
  "police contingents": "policeContingents",
  "formed police units": "formedPolice",
  "heads and deputy heads of mission": "headsAndDeputies",
} as const;

const targetRows = z.array(
  z.object({
    subject: z.enum(Object.keys(subjectNames) as (keyof typeof subjectNames)[]),
    unit: z.enum(["percent", "multiple"]),
    value: z.coerce.number().positive(),
    baseline_year: optionalNumber,
    due: z.iso.date(),
    source: z.string().min(5),
  }),
);

const strategyCategories = {
  troops: "militaryContingents",
  military_experts_and_staff_officers: "staffAndObservers",
  formed_police_units: "formedPolice",
  individual_police: "individualPolice",
} as const;

const strategyRows = z.array(
  z.object({
    year: z.coerce.number().int(),
    category: z.enum(Object.keys(strategyCategories) as (keyof typeof strategyCategories)[]),
    target_pct: z.coerce.number().positive(),
    basis: z.string().min(5),
  }),
);

/** The departments that lead missions, by their abbreviations. */
const DEPARTMENTS = {
  DPO: "peaceOperations",
  DPPA: "politicalAndPeacebuildingAffairs",
  "": null,
} as const;

type Language = keyof typeof UN_NAMES;

/** A State's name as the United Nations writes it; the package's name where the UN's does not differ. */
function nameOf(code: string, language: Language): string {
  const own: Readonly<Record<string, string>> = UN_NAMES[language];
  const name = own[code] ?? countries.getName(code, language);
  if (!name) throw new Error(`No name in ${language} for ${code}`);
  return name;
}

/** The 193 Member States and the two observers, with their names in the six languages. */
export const memberStates = () =>
  stateRows.parse(rows("states.csv")).map((row) => ({
    code: row.iso2,
    iso3: row.iso3,
    m49: row.m49,
    status: row.status,
    regionalGroup: row.regional_group,
    nameAr: nameOf(row.iso2, "ar"),
    nameZh: nameOf(row.iso2, "zh"),
    nameEn: nameOf(row.iso2, "en"),
    nameFr: nameOf(row.iso2, "fr"),
    nameRu: nameOf(row.iso2, "ru"),
    nameEs: nameOf(row.iso2, "es"),
  }));

/** UN peace operations, current and closed. */
export const missions = () =>
  missionRows.parse(rows("missions.csv")).map((row) => {
    const nameFr = MISSION_NAMES_FR[row.acronym];
    if (!nameFr) throw new Error(`No French name for ${row.acronym}`);
    return {
      acronym: row.acronym,
      nameEn: row.name_en,
      nameFr,
      kind: row.kind === "peacekeeping" ? ("peacekeeping" as const) : ("specialPolitical" as const),
      host: row.host,
      hostCodes: row.host.split(" ").filter((part) => /^[A-Z]{2}$/.test(part)),
      headquarters: row.headquarters,
      startsOn: new Date(row.start),
      endsOn: row.end === null ? null : new Date(row.end),
      workingLanguages: row.working_languages,
      department: DEPARTMENTS[row.department],
    };
  });

/** Dated targets of gender balance, each with its source: the communiqué's, and those of the strategy year by year. */
export const targets = (): readonly ReferenceTarget[] => {
  const stated = targetRows.parse(rows("targets.csv")).map((row) => ({
    subject: subjectNames[row.subject],
    measure: row.unit === "percent" ? ("shareOfWomen" as const) : ("womenTimesBaseline" as const),
    counting: "stock" as const,
    value: row.value,
    baselineYear: row.baseline_year,
    due: row.due,
    source: row.source,
  }));
  const yearly = strategyRows.parse(rows("ugps-targets.csv")).map((row) => ({
    subject: strategyCategories[row.category],
    measure: "shareOfWomen" as const,
    counting: "stock" as const,
    value: row.target_pct,
    baselineYear: null,
    due: `${row.year}-12-31`,
    source: `Uniformed Gender Parity Strategy 2018–2028: ${row.basis}`,
  }));
  const known = new Set(stated.map(({ subject, due }) => `${subject} ${due}`));
  return [...stated, ...yearly.filter(({ subject, due }) => !known.has(`${subject} ${due}`))];
};
