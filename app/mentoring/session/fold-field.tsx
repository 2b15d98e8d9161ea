import { useT } from "#app/i18n/provider.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { FOLDS } from "./local-slot.ts";

/** Asks which hour is meant where clocks show it twice; stands there only once that has come up. */
export function FoldField(binding: FieldBinding) {
  const t = useT();
  if (!binding.errors?.length && !binding.defaultValue) return null;
  return (
    <RadioGroup
      {...binding}
      label={t("mentoring.fold.label")}
      hint={t("mentoring.fold.hint")}
      options={FOLDS.map((value) => ({ value, label: t(`mentoring.fold.${value}`) }))}
    />
  );
}
