import type { FieldMetadata } from "@conform-to/react";
import { classNames } from "#app/ui/class-names.ts";
import { TextField } from "#app/ui/field.tsx";
import { RowNameProvider } from "#app/ui/field-names.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";

interface RowField {
  readonly field: FieldMetadata<string>;
  readonly label: string;
  /** A date (a year or a month of one), a year or a count stands in a narrow place. */
  readonly kind: "text" | "date" | "year" | "count";
}

interface Props {
  /** Names the row for those who do not see where it stands. */
  readonly legend: string;
  readonly fields: readonly RowField[];
  readonly say: Say;
}

const LIMITS = {
  text: { type: "text", maxLength: 200 },
  date: { type: "text", maxLength: 10 },
  year: { type: "number", min: 1950, max: 2100 },
  count: { type: "number", min: 0 },
} as const;

/** One row of like things: words side by side, then figures; a row left blank is not kept. */
export function RowFields({ legend, fields, say }: Props) {
  return (
    <fieldset className="border-b border-rule pb-4">
      <legend className="float-start sr-only">{legend}</legend>
      <RowNameProvider value={legend}>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-6">
          {fields.map(({ field, label, kind }) => (
            <div key={field.key ?? field.name} className={classNames(kind === "text" && "sm:col-span-2")}>
              <TextField {...fieldProps(field, say)} {...LIMITS[kind]} label={label} width="full" />
            </div>
          ))}
        </div>
      </RowNameProvider>
    </fieldset>
  );
}
