import { useLanguage } from "#app/i18n/provider.tsx";
import { NEED_LEVELS, WHOLE } from "./criterion-weight.ts";
import type { WeightSource } from "./rubric.ts";

interface Props {
  readonly criterion: { readonly baseWeight: number; readonly need: number };
  readonly source: WeightSource;
  /** Millionths of the whole. */
  readonly weight: number;
}

/** Where a weight comes from, in words and figures: base × need, its part of the group, what the group counts. */
export function WeightSourceText({ criterion, source, weight }: Props) {
  const { t, format } = useLanguage();
  const { product, groupSum, share, shareSum } = source;
  const need = NEED_LEVELS.find((level) => level === criterion.need) ?? 0;
  const figures = {
    base: criterion.baseWeight,
    need,
    level: t(`selection.needs.level.${need}`),
    ...{ product, groupSum, share, shareSum },
    weight: format.percent(weight / WHOLE, 1),
  };
  return t(shareSum === 100 ? "rubric.weightSource" : "rubric.weightSourceOfPart", figures);
}
