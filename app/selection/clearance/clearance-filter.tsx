import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { CLEARANCE_KINDS, CLEARANCE_VIEWS, type ClearanceKind, type ClearanceView } from "./clearance.ts";

interface Props {
  readonly show: ClearanceView;
  readonly kind: ClearanceKind | null;
  readonly mine: boolean;
  /** Whether the reader can own gates at all. */
  readonly mayOwn: boolean;
}

/** Which gates the list shows: by how they stand, by kind, and by whose they are. */
export function ClearanceFilter({ show, kind, mine, mayOwn }: Props) {
  const { t } = useLanguage();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        id="show"
        name="show"
        label={t("vetting.gate.view")}
        defaultValue={show}
        options={CLEARANCE_VIEWS.map((value) => ({ value, label: t(`vetting.gate.view.${value}`) }))}
      />
      <SelectField
        id="kind"
        name="kind"
        label={t("selection.clearance.kindHeading")}
        placeholder={t("selection.clearance.anyKind")}
        defaultValue={kind ?? ""}
        options={CLEARANCE_KINDS.map((value) => ({ value, label: t(`selection.clearance.kind.${value}`) }))}
      />
      {mayOwn && (
        <SelectField
          id="mine"
          name="mine"
          label={t("vetting.gate.owner")}
          placeholder={t("vetting.gate.anyOwner")}
          defaultValue={mine ? "yes" : ""}
          options={[{ value: "yes", label: t("vetting.gate.mine") }]}
        />
      )}
      <Button variant="secondary">{t("selection.vacancy.show")}</Button>
    </Form>
  );
}
