import type { GroupShares } from "./criterion-group.ts";
import type { WeightedCriterion } from "./rubric.ts";
import { BASE_WEIGHT, type OfferedCriterion } from "./rubric-draft.ts";

/** What the form holds for one criterion of the library. */
export interface TypedRow {
  code: string;
  chosen: string;
  libraryVersion: string;
  baseWeight: string;
  need: string;
  minimumLevel: string;
  stage: string;
}

interface Stored {
  readonly rubric: {
    readonly levels: number;
    readonly shares: GroupShares;
    readonly criteria: readonly WeightedCriterion[];
  };
  readonly offered: readonly (OfferedCriterion & {
    readonly versions: readonly {
      readonly version: number;
      readonly levels: number;
      readonly stage: string;
      readonly baseWeight: number;
      readonly minimumLevel: number | null;
    }[];
  })[];
}

/** What the form begins with: the rubric as it is stored, and beside it what else the library offers, as it is usual there. */
export function workshopDefaults({ rubric, offered }: Stored) {
  return {
    levels: String(rubric.levels),
    shares: {
      merit: String(rubric.shares.merit),
      competence: String(rubric.shares.competence),
      missionNeeds: String(rubric.shares.missionNeeds),
    },
    criteria: offered.map(({ code, missionNeed, versions: [latest] }): TypedRow => {
      const stored = rubric.criteria.find((one) => one.code === code);
      const { baseWeight, minimumLevel, stage } = stored ??
        latest ?? { baseWeight: BASE_WEIGHT.usual, minimumLevel: null, stage: "both" };
      return {
        code,
        chosen: stored ? "on" : "",
        libraryVersion: String(stored?.libraryVersion ?? latest?.version ?? ""),
        baseWeight: String(baseWeight),
        need: missionNeed === null && stored ? String(stored.need) : "",
        minimumLevel: minimumLevel === null ? "" : String(minimumLevel),
        stage,
      };
    }),
  };
}

/** Gives the values of a form by their names out of what it was filled in with: `criteria[3].baseWeight`. */
export function valuesIn(filledIn: unknown): (name: string) => string | undefined {
  return (name) => {
    const steps = name.split(/[.[\]]+/).filter(Boolean);
    const found = steps.reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null
          ? (value as Readonly<Record<string, unknown>>)[step]
          : undefined,
      filledIn,
    );
    return typeof found === "string" ? found : undefined;
  };
}
