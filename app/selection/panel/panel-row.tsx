import type { FieldMetadata } from "@conform-to/react";
import { GENDERS } from "#app/gender/counts.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { LEVELS } from "#app/selection/nomination/grade.ts";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { PANEL_FIELDS } from "./panel-composition.ts";
import type { PanelSetup } from "./panel-page.ts";

/** The fields of one seat. */
interface SeatFields {
  readonly userId: FieldMetadata<string>;
  readonly gender: FieldMetadata<string>;
  readonly nationality: FieldMetadata<string>;
  readonly external: FieldMetadata<string>;
  readonly level: FieldMetadata<string>;
  readonly field: FieldMetadata<string>;
}

interface Props {
  readonly row: number;
  readonly fields: SeatFields;
  readonly setup: Pick<PanelSetup, "accounts" | "states">;
  readonly chair: boolean;
  readonly say: Say;
}

/** One seat of a panel: who, with what the rules of composition ask. */
export function PanelRow({ row, fields, setup, chair, say }: Props) {
  const { t, format } = useLanguage();
  const number = row + 1;
  return (
    <fieldset className="min-w-0 border-t border-rule pt-3">
      <legend className="sr-only">{t("selection.setPanel.seat", { number })}</legend>
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          {...fieldProps(fields.userId, say)}
          label={t("selection.setPanel.seat", { number })}
          placeholder={t("selection.setPanel.nobody")}
          options={setup.accounts.map(({ userId, name }) => ({ value: userId, label: name }))}
          data-row={row}
        />
        <SelectField
          {...fieldProps(fields.gender, say)}
          label={t("selection.setPanel.gender")}
          options={GENDERS.map((gender) => ({ value: gender, label: t(`selection.gender.${gender}`) }))}
        />
        <SelectField
          {...fieldProps(fields.nationality, say)}
          label={t("selection.setPanel.nationality")}
          placeholder={t("selection.setPanel.choose")}
          options={setup.states.map((state) => ({ value: state.code, label: nameIn(format.locale, state) }))}
        />
        <SelectField
          {...fieldProps(fields.level, say)}
          label={t("selection.setPanel.level")}
          placeholder={t("selection.setPanel.unknown")}
          options={LEVELS.toReversed().map((level) => ({ value: level, label: level }))}
        />
        <SelectField
          {...fieldProps(fields.field, say)}
          label={t("selection.setPanel.field")}
          placeholder={t("selection.setPanel.unknown")}
          options={PANEL_FIELDS.map((field) => ({ value: field, label: t(`selection.field.${field}`) }))}
        />
        <div className="flex flex-wrap gap-x-6">
          <label className="flex min-h-9 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              name={fields.external.name}
              value="on"
              defaultChecked={fields.external.initialValue === "on"}
              className="size-5 accent-accent"
            />
            {t("selection.setPanel.external")}
          </label>
          <label className="flex min-h-9 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="chair"
              value={row}
              defaultChecked={chair}
              className="size-5 accent-accent"
            />
            {t("selection.panel.chair")}
          </label>
        </div>
      </div>
    </fieldset>
  );
}
