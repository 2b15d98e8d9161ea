import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { CONFLICT_SOURCES, type ConflictSource } from "./conflict.ts";
import { CONFLICT_STANDINGS, type KnownTie } from "./conflict-register.ts";

interface Props {
  readonly name: string;
  readonly source: ConflictSource | null;
  readonly standing: KnownTie["standing"] | null;
}

/** Which conflicts the register shows: by a name, by source and by standing. */
export function ConflictFilter({ name, source, standing }: Props) {
  const { t } = useLanguage();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id="name"
        name="name"
        type="search"
        label={t("register.name")}
        hint={t("register.nameHint")}
        defaultValue={name}
      />
      <SelectField
        id="source"
        name="source"
        label={t("register.sourceHeading")}
        placeholder={t("register.anySource")}
        defaultValue={source ?? ""}
        options={CONFLICT_SOURCES.map((value) => ({ value, label: t(`selection.conflict.source.${value}`) }))}
      />
      <SelectField
        id="standing"
        name="standing"
        label={t("register.standingHeading")}
        placeholder={t("register.anyStanding")}
        defaultValue={standing ?? ""}
        options={CONFLICT_STANDINGS.map((value) => ({ value, label: t(`register.standing.${value}`) }))}
      />
      <Button variant="secondary">{t("selection.vacancy.show")}</Button>
    </Form>
  );
}
