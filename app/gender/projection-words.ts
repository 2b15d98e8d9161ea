import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { monthAfter } from "./projection-query.ts";
import type { Scenario } from "./projection-scenarios.ts";

/** A month of a projection by its name; null: not within the horizon. */
export const monthOrNever = (t: Translate, format: Format, today: string, month: number | null): string =>
  month === null ? t("gender.projection.notWithin") : format.month(monthAfter(today, month));

/** A probability: those that are not quite certain are not said to be. */
export function likelihood(t: Translate, format: Format, probability: number): string {
  if (probability > 0 && probability < 0.005)
    return t("gender.projection.under", { share: format.percent(0.01) });
  if (probability < 1 && probability > 0.995)
    return t("gender.projection.over", { share: format.percent(0.99) });
  return format.percent(probability);
}

/** The share of women it takes among the appointments to come, or that none would do. */
export function neededWords(t: Translate, format: Format, { needed }: Pick<Scenario, "needed">): string {
  const { share, appointments } = needed;
  if (share === null) return t("gender.projection.notReachable");
  return t("gender.projection.neededOf", {
    share: format.percent(share, 1),
    appointments: format.number(appointments, 1),
  });
}

/** What a scenario is called, with what it assumes. */
export const scenarioWords = (t: Translate, format: Format, { key, renewal, share }: Scenario): string =>
  t(`gender.projection.scenario.${key}`, {
    renewal: format.percent(renewal),
    share: format.percent(share),
  });

/** What a projection says of itself, line by line: the same on the page and in what is exported. */
export const ABOUT_PROJECTION = [
  ...(["stock", "posts", "model", "bands", "first", "needed", "scenarios", "limits"] as const),
];
