import type { FieldMetadata } from "@conform-to/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { LANGUAGE_LEVELS } from "./profile.ts";

interface Props {
  readonly rows: readonly FieldMetadata<{ code: string; level: string }>[];
  /** In the order of the rows. */
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly say: Say;
}

/** Every language there is, each with its level; one left without is not kept. */
export function LanguageFields({ rows, languages, say }: Props) {
  const { t, format } = useLanguage();
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
      {rows.map((row, at) => {
        const { code, level } = row.getFieldset();
        const language = languages[at];
        if (!language) return null;
        return (
          <div key={row.key}>
            <input type="hidden" name={code.name} value={language.code} />
            <SelectField
              {...fieldProps(level, say)}
              label={nameIn(format.locale, language)}
              placeholder={t("selection.consent.noLanguage")}
              options={LANGUAGE_LEVELS.map((value) => ({
                value,
                label: t(`selection.consent.languageLevel.${value}`),
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}
