import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { RunState } from "#app/mentoring/lifecycle.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { FormActions, FormStack } from "#app/ui/form.tsx";

interface Props {
  readonly runs: readonly { readonly id: string; readonly createdAt: string; readonly state: RunState }[];
  readonly first: string | null;
  readonly second: string | null;
}

/** Which two runs to put side by side; the latest two where nothing is chosen. */
export function CompareForm({ runs, first, second }: Props) {
  const { t, format } = useLanguage();
  const options = runs.map(({ id, createdAt, state }) => ({
    value: id,
    label: t("matching.compare.option", {
      time: format.dateTime(createdAt),
      state: t(`matching.state.${state}`),
    }),
  }));
  return (
    <Form method="get">
      <FormStack>
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
          <SelectField
            id="first"
            name="first"
            label={t("matching.compare.first")}
            options={options}
            defaultValue={first ?? options[1]?.value ?? ""}
          />
          <SelectField
            id="second"
            name="second"
            label={t("matching.compare.second")}
            options={options}
            defaultValue={second ?? options[0]?.value ?? ""}
          />
        </div>
      </FormStack>
      <FormActions>
        <Button disabled={runs.length === 0}>{t("matching.compare.submit")}</Button>
      </FormActions>
    </Form>
  );
}
