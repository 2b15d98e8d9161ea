import type { Format } from "#app/i18n/format.ts";
import { nameIn } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { AGE_BANDS, type Part, type Stretch } from "./case-part.ts";
import type { Dimension } from "./flow-query.ts";
import { FUNNEL_STAGES, type FunnelStage } from "./funnel.ts";

/** What codes are called. */
export interface FlowNames {
  /** In the order of protocol. */
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  /** Names of states by code, in the reader's language. */
  readonly states: ReadonlyMap<string, string>;
}

const LEVELS_FROM_THE_HIGHEST = ["USG", "ASG", "D-2", "D-1"];
const SERVICES = ["civilian", "military", "police"] as const;
const REGIONS = {
  African: "African",
  "Asia-Pacific": "AsiaPacific",
  "Eastern European": "EasternEuropean",
  "Latin American and Caribbean": "LatinAmericanandCaribbean",
  "Western European and Others": "WesternEuropeanandOthers",
} as const;

const oneOf = <T extends string>(known: readonly T[], key: string): T | undefined =>
  known.find((one) => one === key);

/** What stands where nothing is stated: never a zero, and never left out. */
function missingWords(t: Translate, dimension: Dimension): string {
  if (dimension === "region") return t("gender.region.none");
  if (dimension === "state" || dimension === "panel") return t(`flow.missing.${dimension}`);
  return t("flow.missing");
}

/** What a line is called in one dimension. */
export function keyWords(
  { t, format }: { readonly t: Translate; readonly format: Format },
  names: FlowNames,
  dimension: Dimension,
  key: string,
): string {
  if (key === "") return missingWords(t, dimension);
  switch (dimension) {
    case "stage": {
      const stage = oneOf(FUNNEL_STAGES, key);
      return stage ? t(`gender.stage.${stage}`) : key;
    }
    case "role": {
      const kind = names.roleKinds.find(({ code }) => code === key);
      return kind ? nameIn(format.locale, kind) : key;
    }
    case "region": {
      const region = oneOf(Object.keys(REGIONS) as (keyof typeof REGIONS)[], key);
      return region ? t(`gender.region.${REGIONS[region]}`) : key;
    }
    case "state":
      return names.states.get(key) ?? key;
    case "service": {
      const service = oneOf(SERVICES, key);
      return service ? t(`flow.service.${service}`) : key;
    }
    case "ageBand": {
      const band = oneOf(AGE_BANDS, key);
      return band ? t(`flow.ageBand.${band}`) : key;
    }
    case "rank":
      return key.charAt(0).toLocaleUpperCase(format.locale) + key.slice(1);
    case "level":
    case "mission":
    case "panel":
      return key;
  }
}

const KNOWN_ORDER: Partial<Record<Part, readonly string[]>> = {
  level: LEVELS_FROM_THE_HIGHEST,
  service: SERVICES,
  ageBand: AGE_BANDS,
};

/**
 * Puts the keys of a part in the order in which they are shown: roles by protocol, levels from the highest, ages from the
 * youngest, stretches of time, missions and panels by what they are called by, everything else by its name; what is not stated comes last.
 */
export const keyOrder =
  (language: { readonly t: Translate; readonly format: Format }, names: FlowNames) =>
  (part: Part | Stretch, keys: readonly string[]): readonly string[] => {
    if (part === "year" || part === "quarter" || part === "mission" || part === "panel")
      return [...keys.filter((key) => key !== "").toSorted(), ...keys.filter((key) => key === "")];
    const known = part === "role" ? names.roleKinds.map(({ code }) => code) : KNOWN_ORDER[part];
    const place = (key: string) => {
      const at = known?.indexOf(key) ?? -1;
      return key === "" ? 2e9 : at < 0 ? 1e9 : at;
    };
    const collator = new Intl.Collator(language.format.locale, { numeric: true });
    return keys
      .map((key) => ({ key, at: place(key), words: keyWords(language, names, part, key) }))
      .toSorted((a, b) => a.at - b.at || collator.compare(a.words, b.words))
      .map(({ key }) => key);
  };

/** A stretch of time by its first day: "2025–2026" for a reporting year, "2025, quarter 3". */
export function stretchWords(t: Translate, stretch: Stretch, firstDay: string): string {
  const year = Number(firstDay.slice(0, 4));
  if (stretch === "year") return t("flow.year", { from: String(year), to: String(year + 1) });
  return t("flow.quarter", { year: String(year), quarter: String((Number(firstDay.slice(5, 7)) + 2) / 3) });
}

/** A crossing's title: at which stage, by what. */
export function crossingTitle(
  t: Translate,
  stage: FunnelStage | null,
  [first, second]: readonly Dimension[],
): string {
  const words = {
    stage: t(stage ? `gender.stage.${stage}` : "flow.everyStage"),
    first: first ? t(`flow.dimension.${first}`) : "",
    second: second ? t(`flow.dimension.${second}`) : "",
  };
  return t(second ? "flow.crossing.byTwo" : "flow.crossing.byOne", words);
}
