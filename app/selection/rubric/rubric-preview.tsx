import { useForm } from "@conform-to/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pressSheetKey, SheetKeysHelp } from "#app/selection/sheet/score-sheet-keyboard.tsx";
import type { SheetRubric } from "#app/selection/sheet/score-sheet-page.ts";
import { SheetCriteria, type SheetFields, sheetDefaults } from "#app/selection/sheet/sheet-criteria.tsx";

interface Props {
  readonly rubric: SheetRubric;
}

/** A rubric as those who score will have it before them. It can be tried out; nothing of it is sent anywhere. */
export function RubricPreview({ rubric }: Props) {
  const { t } = useLanguage();
  const [form, fields] = useForm<SheetFields>({
    id: "preview",
    defaultValue: sheetDefaults(rubric.criteria, []),
  });
  return (
    // A form of a dialog that is none goes nowhere, whichever way it is sent.
    <form
      method="dialog"
      id={form.id}
      aria-label={t("rubric.previewForm")}
      onKeyDown={(event) => pressSheetKey(event, rubric.levels)}
    >
      <SheetKeysHelp levels={rubric.levels} />
      <SheetCriteria
        criteria={rubric.criteria}
        rows={fields.entries.getFieldList()}
        entries={[]}
        newer={null}
        say={(error) => error}
      />
    </form>
  );
}
