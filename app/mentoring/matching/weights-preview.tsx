import { useLanguage } from "#app/i18n/provider.tsx";
import { PairChanges } from "#app/mentoring/engagement/pair-changes.tsx";
import { Alert } from "#app/ui/alert.tsx";
import type { ComparedPair } from "./match-comparison.ts";

interface Props {
  readonly preview: {
    readonly pairs: readonly (ComparedPair & { readonly mentee: string })[];
    /** Contradictions among the pinned pairs, because of which nothing could be solved. */
    readonly conflicts: number;
  };
}

/** Which pairs other weights would gain and lose. */
export function WeightsPreview({ preview }: Props) {
  const { t } = useLanguage();
  const { pairs, conflicts } = preview;
  if (conflicts > 0) return <Alert tone="warn" role="note" title={t("matching.weights.pinsFirst")} />;
  const changed = pairs.filter(({ change }) => change !== "same");
  return (
    <>
      <Alert
        tone={changed.length > 0 ? "warn" : "good"}
        title={t("matching.weights.changed", { changed: changed.length, pairs: pairs.length })}
      />
      {changed.length > 0 && (
        <PairChanges
          caption={t("matching.weights.changes")}
          before={t("matching.weights.now")}
          after={t("matching.weights.then")}
          pairs={changed}
        />
      )}
    </>
  );
}
