import type { FieldMetadata } from "@conform-to/react";
import { useT } from "#app/i18n/provider.tsx";
import type { Say } from "#app/ui/field-props.ts";
import { RowFields } from "./row-fields.tsx";

type Name = "title" | "employer" | "supervisor" | "from" | "to" | "peopleLed" | "budget";

interface Props {
  readonly number: number;
  readonly fields: Readonly<Record<Name, FieldMetadata<string>>>;
  readonly say: Say;
}

/** One post held; a row left blank is not kept. */
export function CareerFields({ number, fields, say }: Props) {
  const t = useT();
  return (
    <RowFields
      legend={t("selection.consent.post", { number })}
      say={say}
      fields={[
        { field: fields.title, label: t("selection.dossier.post"), kind: "text" },
        { field: fields.employer, label: t("selection.dossier.employer"), kind: "text" },
        { field: fields.supervisor, label: t("nominating.row.supervisor"), kind: "text" },
        { field: fields.from, label: t("selection.consent.from"), kind: "date" },
        { field: fields.to, label: t("selection.consent.to"), kind: "date" },
        { field: fields.peopleLed, label: t("selection.dossier.peopleLed"), kind: "count" },
        { field: fields.budget, label: t("nominating.row.budget"), kind: "count" },
      ]}
    />
  );
}
