import type { Translate } from "#app/i18n/translate.ts";
import { highestRank, RANKS } from "#app/selection/nomination/grade.ts";
import { regionName } from "#app/selection/needs/region.ts";
import type { Gender } from "./counts.ts";
import { type Figure, GENDER_CHART, genderColumns } from "./figure.ts";
import { LEADER_LISTS, type LeaderKind, type LeaderList } from "./leaders.ts";
import { rowOf, rowsBy } from "./stock-rows.ts";

/** How many hold a leadership post on a day who have all of this in common. */
export interface CountedLeaders {
  readonly roleKindCode: string;
  readonly level: string;
  readonly mission: string;
  readonly acting: boolean;
  /** Code of the state of their first nationality; null where none is on file. */
  readonly stateCode: string | null;
  /** Its regional group; empty where there is none. */
  readonly region: string;
  /** As it stands on file, in any spelling. */
  readonly rank: string | null;
  readonly gender: Gender;
  readonly people: number;
}

interface Facts {
  /** The day of the stock, and the day on which it is asked for. */
  readonly on: string;
  readonly taken: string;
  readonly counts: readonly CountedLeaders[];
  /** In the order of protocol. */
  readonly kinds: readonly LeaderKind[];
  readonly locale: string;
  readonly roleName: (code: string) => string;
  readonly stateName: (code: string) => string;
}

/** What leaders are broken down by. */
type Part = "lists" | "role" | "level" | "mission" | "region" | "state" | "rank";

/** The levels of leadership posts, the highest first. */
const LEVELS = ["USG", "ASG", "D-2", "D-1", "P-5"];

/** Whether a post is on a list; acting leaders are on theirs alone (METHOD § 9). */
function isOn({ acting, roleKindCode }: CountedLeaders, list: LeaderList, kinds: readonly LeaderKind[]) {
  if (acting || list === "acting") return acting && list === "acting";
  const { isHead, isDeputy } = kinds.find(({ code }) => code === roleKindCode) ?? {
    ...{ isHead: false, isDeputy: false },
  };
  if (list === "heads") return isHead;
  if (list === "deputies") return isDeputy;
  return list === "headsAndDeputies" ? isHead || isDeputy : !isHead && !isDeputy;
}

/**
 * Leaders in post on a day, exactly: by list (acting ones apart), and without the acting ones by role, level, mission,
 * region, state and rank.
 */
export function leaderStockFigures(t: Translate, facts: Facts): readonly Figure[] {
  const { on, taken, counts, kinds, locale } = facts;
  const inPost = counts.filter(({ acting }) => !acting);
  const figure = (id: string, part: Part, rows: Figure["rows"], more: readonly string[]): Figure => ({
    ...{ id, title: t(`figure.leaders.${part}`), counting: { kind: "stock", on } },
    note: [t("figure.about.leaders"), ...more],
    rowHeading: t(`figure.row.${part}`),
    ...{ columns: genderColumns(t), rows, chart: GENDER_CHART, exact: true, taken },
  });
  const by = (
    part: Exclude<Part, "lists">,
    keyOf: (count: CountedLeaders) => string,
    labelOf: (key: string) => string,
    { order, note = [] }: { readonly order?: readonly string[]; readonly note?: readonly string[] } = {},
  ) =>
    figure(
      `leaders-by-${part}`,
      part,
      rowsBy(inPost, { keyOf, labelOf, locale, ...(order ? { order } : {}) }),
      [t("figure.about.actingLeftOut"), ...note],
    );
  return [
    figure(
      "leaders-lists",
      "lists",
      LEADER_LISTS.map((list) =>
        rowOf(
          list,
          t(`gender.leaders.${list}`),
          counts.filter((count) => isOn(count, list, kinds)),
        ),
      ),
      [t("figure.about.acting"), t("figure.about.headsAndDeputies")],
    ),
    by("role", ({ roleKindCode }) => roleKindCode, facts.roleName, {
      order: kinds.map(({ code }) => code),
    }),
    by("level", ({ level }) => level, String, { order: LEVELS }),
    by("mission", ({ mission }) => mission, String),
    by(
      "region",
      ({ region }) => region,
      (region) => t(regionName(region)),
      {
        note: [t("figure.about.firstNationality")],
      },
    ),
    by("state", ({ stateCode }) => stateCode ?? "", facts.stateName, {
      note: [t("figure.about.firstNationality")],
    }),
    by(
      "rank",
      ({ rank }) => (rank === null ? "" : (highestRank([rank])?.grade ?? "")),
      (rank) =>
        rank === "" ? t("figure.rankNone") : t(`vetting.requirement.rank.${rank as (typeof RANKS)[number]}`),
      { order: [...RANKS.toReversed(), ""], note: [t("figure.about.rank")] },
    ),
  ];
}
