import type { FieldMetadata } from "@conform-to/react";
import { SelectField, type SelectOption } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { nameIn } from "./languages.ts";
import { useLanguage } from "./provider.tsx";

interface Props {
  readonly rows: readonly FieldMetadata<{ code: string; level: string }>[];
  /** In the order of the rows. */
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  /** What is said where a language is not known. */
  readonly none: string;
  readonly levels: readonly SelectOption[];
  readonly say: Say;
}

/** Every language there is, each with its level; one left without is not kept. */
export function LanguageRows({ rows, languages, none, levels, say }: Props) {
  const { format } = useLanguage();
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
              placeholder={none}
              options={levels}
            />
          </div>
        );
      })}
    </div>
  );
}
