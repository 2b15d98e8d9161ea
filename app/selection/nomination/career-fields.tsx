import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import type { Say } from "#app/ui/field-props.ts";
import { MOST_POSTS } from "./profile.ts";
import { RowFields } from "./row-fields.tsx";

type Name = "title" | "employer" | "supervisor" | "from" | "to" | "peopleLed" | "budget";

interface RowsProps {
  readonly rows: FieldMetadata<Record<Name, string>[]>;
  /** What makes a button of the form ask for another row. */
  readonly adding: ReturnType<FormMetadata["insert"]["getButtonProps"]>;
  readonly say: Say;
}

/** Posts held, and one more to write in: the form comes back with all that is typed, with and without JavaScript. */
export function CareerRows({ rows, adding, say }: RowsProps) {
  const t = useT();
  const list = rows.getFieldList();
  return (
    <>
      {list.map((row, index) => (
        <CareerFields key={row.key} number={index + 1} fields={row.getFieldset()} say={say} />
      ))}
      {list.length < MOST_POSTS && (
        <div className="pt-3">
          <Button variant="secondary" size="small" {...adding}>
            {t("selection.file.addPost")}
          </Button>
        </div>
      )}
    </>
  );
}

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
