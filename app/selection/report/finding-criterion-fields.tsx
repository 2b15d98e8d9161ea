import type { FieldMetadata } from "@conform-to/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CriterionMark } from "#app/selection/rubric/criterion-mark.tsx";
import { criterionPlace } from "#app/selection/sheet/score-sheet-keyboard.tsx";
import type { SheetCriterion } from "#app/selection/sheet/score-sheet-page.ts";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { CRITERION_FINDING_LENGTH } from "./finding.ts";
import type { FindingPage } from "./finding-page.ts";
import { MemberMarks } from "./member-marks.tsx";

interface Props {
  readonly page: FindingPage;
  readonly criterion: SheetCriterion;
  /** From 0. */
  readonly place: number;
  readonly fields: {
    readonly criterionId: FieldMetadata<string>;
    readonly mark: FieldMetadata<string>;
    readonly text: FieldMetadata<string>;
    readonly reason: FieldMetadata<string>;
  };
  readonly say: Say;
}

/** One criterion to find on: what the members gave, then the panel's level, its words, and why it departs. */
export function FindingCriterionFields({ page, criterion, place, fields, say }: Props) {
  const { t, format } = useLanguage();
  const words = (text: { readonly en: string; readonly fr: string }) => inLanguage(format.locale, text);
  return (
    <div {...criterionPlace(place)} className="scroll-mt-24">
      <Fieldset legend={`${place + 1}. ${words(criterion.name)}`} id={`criterion-${place}`}>
        <input type="hidden" name={fields.criterionId.name} value={criterion.id} />
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
          <div className="space-y-4">
            <MemberMarks page={page} criterionId={criterion.id} />
            <CriterionMark
              criterion={criterion}
              field={fields.mark}
              label={t("selection.finding.level")}
              say={say}
            />
          </div>
          <div className="space-y-4">
            <TextArea
              {...fieldProps(fields.text, say)}
              label={t("selection.finding.criterionText")}
              hint={t("selection.finding.criterionHint", { characters: CRITERION_FINDING_LENGTH })}
              maxLength={4000}
              rows={4}
              required
            />
            <TextArea
              {...fieldProps(fields.reason, say)}
              label={t("selection.finding.departure")}
              mark={t("selection.conflict.ifAny")}
              hint={t("selection.finding.departureHint")}
              maxLength={2000}
              rows={2}
            />
          </div>
        </div>
      </Fieldset>
    </div>
  );
}
