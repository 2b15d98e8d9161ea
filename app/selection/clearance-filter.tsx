import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { CLEARANCE_KINDS, type ClearanceKind } from "./clearance.ts";

interface Props {
  readonly show: "all" | null;
  readonly kind: ClearanceKind | null;
}

/** Which gates the list shows: those that wait or all, of one kind or every kind. */
export function ClearanceFilter({ show, kind }: Props) {
  const { t } = useLanguage();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        id="show"
        name="show"
        label={t("selection.clearance.outcomeHeading")}
        placeholder={t("selection.clearance.showPending")}
        defaultValue={show ?? ""}
        options={[{ value: "all", label: t("selection.clearance.showAll") }]}
      />
      <SelectField
        id="kind"
        name="kind"
        label={t("selection.clearance.kindHeading")}
        placeholder={t("selection.clearance.anyKind")}
        defaultValue={kind ?? ""}
        options={CLEARANCE_KINDS.map((value) => ({ value, label: t(`selection.clearance.kind.${value}`) }))}
      />
      <Button variant="secondary">{t("selection.vacancy.show")}</Button>
    </Form>
  );
}
