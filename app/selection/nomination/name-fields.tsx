import type { FieldMetadata } from "@conform-to/react";
import { useT } from "#app/i18n/provider.tsx";
import type { CandidateFileContent } from "#app/selection/candidate/candidate-file.ts";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
import { useFieldName } from "#app/ui/field-names.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { MOST_NATIONALITIES } from "./profile.ts";

/** Who somebody is, as a form holds it. */
export interface NameForm {
  givenName: string;
  familyName: string;
  nationalities: string[];
}

interface Props {
  readonly fields: { readonly [K in keyof NameForm]: FieldMetadata<NameForm[K]> };
  readonly states: readonly SelectOption[];
  readonly say: Say;
}

/** Names and nationalities, to be put right by whose they are. */
export function NameFields({ fields, states, say }: Props) {
  const t = useT();
  useFieldName(fields.nationalities.id, t("selection.person.nationality"));
  return (
    <Fieldset legend={t("selection.person.legend")} id="person">
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField
          {...fieldProps(fields.givenName, say)}
          label={t("selection.person.givenName")}
          maxLength={120}
          required
        />
        <TextField
          {...fieldProps(fields.familyName, say)}
          label={t("selection.person.familyName")}
          maxLength={120}
          required
        />
        {fields.nationalities.getFieldList().map((row, index) => (
          <div key={row.key} id={index === 0 ? fields.nationalities.id : undefined}>
            <SelectField
              {...fieldProps(row, say)}
              errors={(index === 0 ? fields.nationalities : row).errors?.map(say)}
              label={t("selection.file.nationality", { number: index + 1 })}
              mark={index > 0 ? t("selection.conflict.ifAny") : undefined}
              placeholder={t("selection.setPanel.choose")}
              options={states}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

/** What the fields start from: as many nationalities as there may be. */
export const nameDefaults = (
  file: Pick<CandidateFileContent, "givenName" | "familyName" | "nationalities">,
): NameForm => ({
  givenName: file.givenName,
  familyName: file.familyName,
  nationalities: Array.from({ length: MOST_NATIONALITIES }, (_, place) => file.nationalities[place] ?? ""),
});
