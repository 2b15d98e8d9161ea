import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** Finds accounts by a part of a name or address. */
export function AccountSearch({ text }: { readonly text: string }) {
  const t = useT();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id="text"
        name="text"
        type="search"
        label={t("access.account.search")}
        defaultValue={text}
        maxLength={100}
      />
      <Button variant="secondary">{t("access.account.find")}</Button>
    </Form>
  );
}
