import type { Translate } from "#app/i18n/translate.ts";
import { type ListRule, type ListTerms, listTermsOf } from "#app/selection/nomination/list-rule.ts";

/** What a call's list rule asks of a state, as a sentence of the reader's language. */
export function listRuleWords(t: Translate, terms: ListTerms): string {
  if (terms.rule !== "own") return t(`call.rule.${terms.rule}.text`);
  const { most, leastWomen = 0, womenAtLeastMen = false } = terms.numbers;
  return [
    t("call.rule.own.most", { count: most }),
    ...(leastWomen > 0 ? [t("call.rule.own.leastWomen", { count: leastWomen, most })] : []),
    ...(womenAtLeastMen ? [t("call.rule.own.womenAtLeastMen")] : []),
  ].join(" ");
}

/** The same from a call's columns. */
export const listRuleOf = (t: Translate, rule: ListRule, numbers: unknown): string =>
  listRuleWords(t, listTermsOf(rule, numbers));

/** Time between two instants in whole days, hours and minutes, rounded down; nothing where the second has passed. */
export function timeLeft(now: Date, until: Date): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 60_000));
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}

/** How long is left, in the two largest measures that say something: days and hours, or hours and minutes. */
export function timeLeftWords(t: Translate, now: Date, until: Date): string {
  const { days, hours, minutes } = timeLeft(now, until);
  return days > 0 ? t("call.left.days", { days, hours }) : t("call.left.hours", { hours, minutes });
}
