import type { FieldMetadata } from "@conform-to/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CriterionQuestions } from "#app/selection/interview/interview-guide.tsx";
import { CriterionMark } from "#app/selection/rubric/criterion-mark.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { Agreed } from "./agreed.tsx";
import { criterionPlace } from "./score-sheet-keyboard.tsx";
import type { SheetCriterion, SheetQuestion } from "./score-sheet-page.ts";
import { CONFIDENCES, EVIDENCE_LENGTH, EVIDENCE_MOST, type SheetEntry } from "./sheet-entry.ts";
import { sameEntry } from "./sheet-history.ts";

interface Props {
  readonly criterion: SheetCriterion;
  /** What is asked on it; none at the desk. */
  readonly questions: readonly SheetQuestion[];
  /** From 0. */
  readonly place: number;
  readonly fields: {
    readonly criterionId: FieldMetadata<string>;
    readonly mark: FieldMetadata<string>;
    readonly evidence: FieldMetadata<string>;
    readonly confidence: FieldMetadata<string>;
  };
  /** What another tab or device has saved here, null for nothing; undefined where no other one was saved. */
  readonly other: SheetEntry | null | undefined;
  /** What stands here now. */
  readonly own: SheetEntry | undefined;
  readonly say: Say;
}

/** One criterion to score: what each level looks like stands before the reader, never behind a click. */
export function ScoreSheetCriterion({ criterion, questions, place, fields, other, own, say }: Props) {
  const { t, format } = useLanguage();
  const words = (text: { readonly en: string; readonly fr: string }) => inLanguage(format.locale, text);
  return (
    <div {...criterionPlace(place)} className="scroll-mt-24">
      <Fieldset legend={`${place + 1}. ${words(criterion.name)}`} id={`criterion-${place}`}>
        <input type="hidden" name={fields.criterionId.name} value={criterion.id} />
        <p className="measure -mt-3">{words(criterion.definition)}</p>
        {criterion.agreed && <Agreed text={criterion.agreed} />}
        {questions.length > 0 && <CriterionQuestions questions={questions} />}
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
          <CriterionMark
            criterion={criterion}
            field={fields.mark}
            label={t("selection.sheet.level")}
            say={say}
          />
          <div className="space-y-3">
            <TextArea
              {...fieldProps(fields.evidence, say)}
              label={t("selection.sheet.evidence")}
              hint={t("selection.sheet.evidenceHint", { characters: EVIDENCE_LENGTH })}
              maxLength={EVIDENCE_MOST}
              rows={4}
            />
            <SelectField
              {...fieldProps(fields.confidence, say)}
              label={t("selection.sheet.confidence")}
              mark={t("selection.sheet.confidence.optional")}
              placeholder={t("selection.sheet.confidence.none")}
              options={CONFIDENCES.map((value) => ({
                value,
                label: t(`selection.sheet.confidence.${value}`),
              }))}
            />
            {other !== undefined && !sameEntry(other, own) && <OtherEntry entry={other ?? BLANK} />}
          </div>
        </div>
      </Fieldset>
    </div>
  );
}

const BLANK = { level: null, notObserved: false, evidence: "" };

/** The other tab's text beside the writer's own, to be compared or copied from. */
function OtherEntry({ entry }: { readonly entry: Omit<SheetEntry, "criterionId"> }) {
  const { t } = useLanguage();
  return (
    <div className="border-s-3 border-action ps-3 text-sm">
      <p className="font-semibold">{t("selection.sheet.elsewhere", { mark: useMarkWords()(entry) })}</p>
      {entry.evidence && <p className="whitespace-pre-line">{entry.evidence}</p>}
      <HowSure confidence={entry.confidence} />
    </div>
  );
}

/** How sure an assessor is of an answer, in words; nothing where they did not say. */
export function HowSure({ confidence }: Pick<SheetEntry, "confidence">) {
  const { t } = useLanguage();
  if (!confidence) return null;
  return (
    <p className="text-sm">
      {t("selection.sheet.howSure", { sure: t(`selection.sheet.confidence.${confidence}`) })}
    </p>
  );
}

/** A mark in words: "level 3", "not observed", "nothing chosen". */
export function useMarkWords() {
  const { t } = useLanguage();
  return ({ level, notObserved }: Pick<SheetEntry, "level" | "notObserved">): string => {
    if (notObserved) return t("selection.sheet.notObserved");
    return level === null ? t("selection.sheet.nothingChosen") : t("selection.sheet.levelNumber", { level });
  };
}
