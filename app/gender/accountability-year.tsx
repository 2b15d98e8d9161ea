import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";

/** So many years back can be chosen. */
const YEARS = 8;

interface Props {
  /** The reporting year that runs today, by the year in which it begins. */
  readonly present: number;
  readonly year: number;
}

/** Chooses the reporting year that a list looks at; a plain GET form. */
export function YearChoice({ present, year }: Props) {
  const t = useT();
  const years = [...new Set([...Array.from({ length: YEARS }, (_, n) => present - n), year])];
  return (
    <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
      <SelectField
        id="year"
        name="year"
        label={t("accountability.year")}
        defaultValue={String(year)}
        options={years
          .toSorted((a, b) => b - a)
          .map((one) => ({
            value: String(one),
            label: t("accountability.yearOf", { from: String(one), to: String(one + 1) }),
          }))}
      />
      <Button variant="secondary">{t("accountability.show")}</Button>
    </Form>
  );
}
