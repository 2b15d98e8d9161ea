import { useLanguage } from "#app/i18n/provider.tsx";
import { WHOLE } from "./criterion-weight.ts";
import { onlyStage, RUBRIC_SIZE } from "./rubric.ts";
import type { DraftWeights, RubricDraft } from "./rubric-draft.ts";

interface Props {
  readonly draft: RubricDraft;
  readonly weights: DraftWeights | null;
}

/** How many criteria are chosen, what they weigh together, and what a rubric of one stage leaves out; in sight throughout. */
export function RubricSums({ draft, weights }: Props) {
  const { t, format } = useLanguage();
  const chosen = draft.criteria.filter((row) => row.chosen);
  const stage = onlyStage(chosen);
  const sum = [...(weights?.byCode.values() ?? [])].reduce((all, weight) => all + weight, 0);
  return (
    <div
      role="status"
      className="sticky top-0 z-10 mt-5 mb-4 border-y border-rule bg-ground py-2 text-sm print:hidden"
    >
      <p>
        {t("rubric.chosen", { count: chosen.length, ...RUBRIC_SIZE })}
        {" · "}
        {weights ? t("rubric.sum", { sum: format.percent(sum / WHOLE) }) : t("rubric.noWeights")}
      </p>
      {stage && <p className="text-action">{t(`rubric.only.${stage}`)}</p>}
    </div>
  );
}
