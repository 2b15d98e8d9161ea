import { useLanguage } from "#app/i18n/provider.tsx";
import type { RankingFigures } from "./ranking-figures.ts";

interface Props {
  readonly agreement: RankingFigures["agreement"];
}

/** How far the members agree (Krippendorff's alpha), in a sentence and its figure. */
export function AgreementNote({ agreement }: Props) {
  const { t, format } = useLanguage();
  if (!agreement) return <p className="text-muted">{t("selection.ranking.noScores")}</p>;
  const { alpha, limits, reading } = agreement;
  const figure = (value: number) => format.number(value, 3);
  return (
    <p className="measure">
      {alpha !== null && (
        <strong className="figures">
          {limits
            ? t("selection.ranking.alphaWithin", {
                alpha: figure(alpha),
                low: figure(limits[0]),
                high: figure(limits[1]),
              })
            : t("selection.ranking.alpha", { alpha: figure(alpha) })}
          {". "}
        </strong>
      )}
      {t(`selection.ranking.reading.${reading}`)}
    </p>
  );
}
