import type { Translate } from "#app/i18n/translate.ts";
import { regionName } from "#app/selection/needs/region.ts";
import { gapOf, type PoolGap } from "./pool-gap.ts";

/** What a language is called, by its code. */
export type LanguageName = (code: string) => string;

/** A gap as figures show it: "French speakers: 3 more places". */
export function gapFigure(t: Translate, gap: PoolGap, languageName: LanguageName): string {
  const { kind, of, missing } = gap;
  if (kind === "language") return t("pool.gapFigure.language", { language: languageName(of), missing });
  if (kind === "region") return t("pool.gapFigure.region", { region: t(regionName(of)) });
  return t(`pool.gapFigure.${kind}`, { missing });
}

/** A gap as a letter names it: "mentors who work in French". What is no gap is named as it is kept. */
export function gapWords(t: Translate, key: string, languageName: LanguageName): string {
  const gap = gapOf(key);
  if (!gap) return key;
  if (gap.kind === "language") return t("pool.gap.language", { language: languageName(gap.of) });
  if (gap.kind === "region") return t("pool.gap.region", { region: t(regionName(gap.of)) });
  return t(`pool.gap.${gap.kind}`);
}
