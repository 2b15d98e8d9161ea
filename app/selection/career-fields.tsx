import type { FieldMetadata } from "@conform-to/react";
import { useT } from "#app/i18n/provider.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";

type Name = "title" | "employer" | "startYear" | "endYear" | "peopleLed";

interface Props {
  readonly number: number;
  readonly fields: Readonly<Record<Name, FieldMetadata<string>>>;
  readonly say: Say;
}

/** One post held; a row left blank is not kept. */
export function CareerFields({ number, fields, say }: Props) {
  const t = useT();
  const year = { type: "number", width: "short", min: 1950, max: 2100 } as const;
  return (
    <fieldset className="grid gap-x-4 gap-y-2 border-b border-rule pb-4 sm:grid-cols-[1fr_1fr_6rem_6rem_7rem]">
      <legend className="float-start sr-only">{t("selection.consent.post", { number })}</legend>
      <TextField
        {...fieldProps(fields.title, say)}
        label={t("selection.dossier.post")}
        maxLength={200}
        width="full"
      />
      <TextField
        {...fieldProps(fields.employer, say)}
        label={t("selection.dossier.employer")}
        maxLength={200}
        width="full"
      />
      <TextField {...fieldProps(fields.startYear, say)} {...year} label={t("selection.consent.from")} />
      <TextField {...fieldProps(fields.endYear, say)} {...year} label={t("selection.consent.to")} />
      <TextField
        {...fieldProps(fields.peopleLed, say)}
        label={t("selection.dossier.peopleLed")}
        type="number"
        width="short"
        min={0}
      />
    </fieldset>
  );
}
