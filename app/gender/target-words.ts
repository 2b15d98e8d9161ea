import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { MeasuredTarget, ReferenceTarget } from "./target.ts";

/** A target's value in words: so much percent women, or so many times the women of a year. */
export const targetValue = (
  t: Translate,
  format: Format,
  { measure, value, baselineYear }: Pick<ReferenceTarget, "measure" | "value" | "baselineYear">,
): string =>
  measure === "womenTimesBaseline"
    ? t("gender.targets.multiple", { value: format.number(value), year: String(baselineYear ?? "") })
    : t("gender.targets.percent", { value: format.number(value) });

/** Where we are, in the unit of the target; to one decimal. */
export const standingValue = (
  t: Translate,
  format: Format,
  { measure, standing, baselineYear }: Pick<MeasuredTarget, "measure" | "standing" | "baselineYear">,
): string =>
  standing === null
    ? t("gender.target.unknown")
    : targetValue(t, format, { measure, baselineYear, value: Math.round(standing.value * 10) / 10 });
