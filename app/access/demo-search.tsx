import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { ROLES } from "./actor.ts";
import type { DemoFilter } from "./demo-filter.ts";

/** Finds people of the demonstration by a part of their name, in one role or in all. */
export function DemoSearch({ filter }: { readonly filter: DemoFilter }) {
  const t = useT();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id="name"
        name="name"
        type="search"
        label={t("access.demo.name")}
        defaultValue={filter.name}
        maxLength={100}
      />
      <SelectField
        id="role"
        name="role"
        label={t("access.demo.role")}
        placeholder={t("access.demo.anyRole")}
        defaultValue={filter.role ?? ""}
        options={ROLES.map((value) => ({ value, label: t(`access.role.${value}`) }))}
      />
      <Button variant="secondary">{t("access.demo.find")}</Button>
    </Form>
  );
}
