import type { FieldMetadata } from "@conform-to/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { SheetCriterion } from "#app/selection/sheet/score-sheet-page.ts";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";

interface Props {
  readonly criterion: SheetCriterion;
  readonly field: FieldMetadata<string>;
  readonly label: string;
  readonly say: Say;
}

/** The level on a criterion, each with its behavioural anchor in full view; or that it was not observed. */
export function CriterionMark({ criterion, field, label, say }: Props) {
  const { t, format } = useLanguage();
  return (
    <RadioGroup
      {...fieldProps(field, say)}
      label={label}
      hint={<CriterionTerms criterion={criterion} />}
      options={[
        ...criterion.anchors.map(({ level, ...anchor }) => ({
          value: String(level),
          label: (
            <>
              <span className="figures font-semibold">{level}</span>{" "}
              {inLanguage(format.locale, anchor) || t("rubric.between")}
            </>
          ),
        })),
        { value: "notObserved", label: t("selection.sheet.notObserved") },
      ]}
      required
    />
  );
}

/** The weight of a criterion and, where it has one, the level a candidate must reach. */
function CriterionTerms({ criterion }: Pick<Props, "criterion">) {
  const { t, format } = useLanguage();
  const weight = t("selection.sheet.weight", { share: format.percent(criterion.weight / 1_000_000, 1) });
  const { minimumLevel } = criterion;
  if (minimumLevel === null) return weight;
  return `${weight} · ${t("selection.sheet.minimum", { level: minimumLevel })}`;
}
