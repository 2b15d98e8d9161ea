import type { FieldMetadata } from "@conform-to/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { criterionPlace } from "./score-sheet-keyboard.tsx";
import type { SheetCriterion } from "./score-sheet-page.ts";
import { EVIDENCE_LENGTH, EVIDENCE_MOST, markOf, type SheetEntry } from "./sheet-entry.ts";

interface Props {
  readonly criterion: SheetCriterion;
  /** From 0. */
  readonly place: number;
  readonly fields: {
    readonly criterionId: FieldMetadata<string>;
    readonly mark: FieldMetadata<string>;
    readonly evidence: FieldMetadata<string>;
  };
  /** What another tab or device has saved here, null for nothing; undefined where no other one was saved. */
  readonly other: SheetEntry | null | undefined;
  /** What stands here now. */
  readonly own: SheetEntry | undefined;
  readonly say: Say;
}

/** One criterion to score: what each level looks like stands before the reader, never behind a click. */
export function ScoreSheetCriterion({ criterion, place, fields, other, own, say }: Props) {
  const { t, format } = useLanguage();
  const words = (text: { readonly en: string; readonly fr: string }) => inLanguage(format.locale, text);
  return (
    <div {...criterionPlace(place)} className="scroll-mt-24">
      <Fieldset legend={`${place + 1}. ${words(criterion.name)}`} id={`criterion-${place}`}>
        <input type="hidden" name={fields.criterionId.name} value={criterion.id} />
        <p className="measure -mt-3">{words(criterion.definition)}</p>
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
          <RadioGroup
            {...fieldProps(fields.mark, say)}
            label={t("selection.sheet.level")}
            hint={<CriterionTerms criterion={criterion} />}
            options={[
              ...criterion.anchors.map(({ level, ...anchor }) => ({
                value: String(level),
                label: (
                  <>
                    <span className="figures font-semibold">{level}</span> {words(anchor)}
                  </>
                ),
              })),
              { value: "notObserved", label: t("selection.sheet.notObserved") },
            ]}
            required
          />
          <div className="space-y-3">
            <TextArea
              {...fieldProps(fields.evidence, say)}
              label={t("selection.sheet.evidence")}
              hint={t("selection.sheet.evidenceHint", { characters: EVIDENCE_LENGTH })}
              maxLength={EVIDENCE_MOST}
              rows={4}
            />
            {other !== undefined && !sameEntry(other, own) && <OtherEntry entry={other ?? BLANK} />}
          </div>
        </div>
      </Fieldset>
    </div>
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

const BLANK = { level: null, notObserved: false, evidence: "" };

const sameEntry = (one: SheetEntry | null, other: SheetEntry | undefined) =>
  markOf(one ?? undefined) === markOf(other) && (one?.evidence ?? "") === (other?.evidence ?? "");

/** The other tab's text beside the writer's own, to be compared or copied from. */
function OtherEntry({ entry }: { readonly entry: Omit<SheetEntry, "criterionId"> }) {
  const { t } = useLanguage();
  return (
    <div className="border-s-3 border-action ps-3 text-sm">
      <p className="font-semibold">{t("selection.sheet.elsewhere", { mark: useMarkWords()(entry) })}</p>
      {entry.evidence && <p className="whitespace-pre-line">{entry.evidence}</p>}
    </div>
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
