import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CheckboxGroup, Fieldset } from "#app/ui/choice-field.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import type { NamedLanguage } from "./requirements.ts";

interface Props {
  readonly fields: {
    readonly seniorYears: FieldMetadata<string>;
    readonly fieldMissions: FieldMetadata<string>;
    readonly languages: FieldMetadata<string[]>;
    /** Where a post asks how soon somebody could deploy. */
    readonly deployableDays?: FieldMetadata<string>;
  };
  readonly languages: readonly NamedLanguage[];
  readonly say: Say;
  /** What is asked besides: between the figures and the languages. */
  readonly children?: ReactNode;
  /** … and after the languages. */
  readonly last?: ReactNode;
}

/** What a candidate must bring, of a post or of a call for the cadre at large. */
export function RequirementFields({ fields, languages, say, children, last }: Props) {
  const { t, format } = useLanguage();
  const number = { type: "number", width: "short", min: 0, required: true } as const;
  return (
    <Fieldset
      legend={t("selection.requirement.title")}
      id="requirements"
      hint={t("selection.requirement.zeroHint")}
    >
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
        <TextField
          {...fieldProps(fields.seniorYears, say)}
          {...number}
          label={t("selection.requirement.yearsField")}
          max={40}
        />
        <TextField
          {...fieldProps(fields.fieldMissions, say)}
          {...number}
          label={t("selection.requirement.missionsField")}
          max={10}
        />
        {fields.deployableDays && (
          <TextField
            {...fieldProps(fields.deployableDays, say)}
            {...number}
            label={t("selection.requirement.daysField")}
            max={365}
          />
        )}
      </div>
      {children}
      <CheckboxGroup
        {...fieldProps(fields.languages, say)}
        label={t("selection.requirement.languagesField")}
        layout="row"
        options={languages.map((one) => ({ value: one.code, label: nameIn(format.locale, one) }))}
      />
      {last}
    </Fieldset>
  );
}
