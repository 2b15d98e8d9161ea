import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { DUPLICATE_STATES, type DuplicateState } from "./duplicate.ts";

interface Props {
  readonly state: DuplicateState;
  readonly name: string;
}

/** Which pairs the list shows: to be compared or decided, and whose. */
export function DuplicateFilter({ state, name }: Props) {
  const { t } = useLanguage();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        id="state"
        name="state"
        label={t("selection.duplicate.filter")}
        defaultValue={state}
        options={DUPLICATE_STATES.map((value) => ({ value, label: t(`selection.duplicate.state.${value}`) }))}
      />
      <TextField
        id="name"
        name="name"
        type="search"
        label={t("selection.duplicate.search")}
        hint={t("selection.duplicate.searchHint")}
        defaultValue={name}
        maxLength={100}
      />
      <Button variant="secondary">{t("selection.duplicate.find")}</Button>
    </Form>
  );
}
