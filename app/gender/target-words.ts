import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { type MeasuredTarget, monthsUntil, type ReferenceTarget } from "./target.ts";

/** A target's value in words: so much percent women, or so many times the women of a year. */
export const targetValue = (
  t: Translate,
  format: Format,
  { measure, value, baselineYear }: Pick<ReferenceTarget, "measure" | "value" | "baselineYear">,
): string =>
  measure === "womenTimesBaseline"
    ? t("gender.targets.multiple", { value: format.number(value), year: String(baselineYear ?? "") })
    : t("gender.targets.percent", { share: format.percent(value / 100, 2) });

/** Where we are, in the unit of the target; to one decimal. */
export const standingValue = (
  t: Translate,
  format: Format,
  { measure, standing, baselineYear }: Pick<MeasuredTarget, "measure" | "standing" | "baselineYear">,
): string =>
  standing === null
    ? t("gender.target.unknown")
    : targetValue(t, format, { measure, baselineYear, value: Math.round(standing.value * 10) / 10 });

/** Of which day or period a standing is. */
export const asWords = (t: Translate, format: Format, { as }: Pick<MeasuredTarget, "as">): string => {
  if (as === null) return t("gender.none");
  return "on" in as
    ? t("gender.target.stockOn", { on: format.date(as.on) })
    : t("gender.target.flowIn", { from: format.date(as.from), to: format.date(as.to) });
};

/**
 * What the standing of a target says. One that is reached after its date is not said to have been reached in time: what is
 * counted is of now, and at its date it may have been missed.
 *
 * @param on ISO date of which the standing is
 */
export const stateWords = (
  t: Translate,
  { state, due }: Pick<MeasuredTarget, "state" | "due">,
  on: string,
): string =>
  t(state === "reached" && due < on ? "gender.target.state.reachedNow" : `gender.target.state.${state}`);

/** What of the time is left until a day, in whole months; that it is past, where it is. */
export function timeLeft(t: Translate, due: string, today: string): string {
  if (due < today) return t("figure.timePast");
  const months = monthsUntil(due, today);
  return t("figure.timeLeft", { years: Math.floor(months / 12), months: months % 12 });
}

/** What the measuring of targets says of itself, line by line: the same on the page and in what is exported. */
export const TARGET_ABOUT = ["share", "people", "lists", "uniformed", "baseline", "exact"] as const;
