import { useLanguage } from "#app/i18n/provider.tsx";
import type { Limits } from "#app/statistics/limits.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Agreement } from "./agreement.ts";

interface Props {
  readonly consistency: Pick<Agreement, "icc" | "concordance">;
}

/** The measures of agreement that only a complete design has, or why there are none. */
export function ConsistencyList({ consistency: { icc, concordance } }: Props) {
  const { t, format } = useLanguage();
  const figure = (value: number) => format.number(value, 3);
  const within = (value: number | null, limits: Limits | null) => {
    if (value === null) return t("selection.ranking.undefined.noVariation");
    return limits
      ? t("selection.ranking.valueWithin", {
          value: figure(value),
          low: figure(limits[0]),
          high: figure(limits[1]),
        })
      : figure(value);
  };
  return (
    <div className="mt-4">
      <DefinitionList
        items={[
          {
            term: t("selection.ranking.iccSingle"),
            detail:
              icc.kind === "undefined"
                ? t(`selection.ranking.undefined.${icc.reason}`)
                : within(icc.single, icc.singleLimits),
          },
          {
            term: t("selection.ranking.iccAverage"),
            detail:
              icc.kind === "undefined"
                ? t(`selection.ranking.undefined.${icc.reason}`)
                : within(icc.average, icc.averageLimits),
          },
          {
            term: t("selection.ranking.concordance"),
            detail:
              concordance.kind === "undefined"
                ? t(`selection.ranking.undefined.${concordance.reason}`)
                : figure(concordance.W),
          },
        ]}
      />
    </div>
  );
}
