import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { UNIFORMED_CATEGORIES } from "./uniformed.ts";
import type { UniformedQuery } from "./uniformed-trend.ts";

interface Props {
  readonly asked: UniformedQuery;
  readonly month: string | null;
  readonly months: readonly string[];
  readonly missions: readonly string[];
  readonly states: readonly { readonly value: string; readonly label: string }[];
}

/** What the figures are narrowed to: month, category, mission and state. */
export function UniformedFilter({ asked, month, months, missions, states }: Props) {
  const { t, format } = useLanguage();
  const any = t("gender.uniformed.all");
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        id="month"
        name="month"
        label={t("gender.uniformed.month")}
        defaultValue={month ?? ""}
        options={months.map((value) => ({ value, label: format.month(value) }))}
      />
      <SelectField
        id="category"
        name="category"
        label={t("gender.uniformed.category")}
        placeholder={any}
        defaultValue={asked.category ?? ""}
        options={UNIFORMED_CATEGORIES.map((value) => ({ value, label: t(`gender.uniformed.${value}`) }))}
      />
      <SelectField
        id="mission"
        name="mission"
        label={t("gender.uniformed.mission")}
        placeholder={any}
        defaultValue={asked.mission ?? ""}
        options={missions.map((value) => ({ value, label: value }))}
      />
      <SelectField
        id="state"
        name="state"
        label={t("gender.uniformed.state")}
        placeholder={any}
        defaultValue={asked.state ?? ""}
        options={states}
      />
      <Button variant="secondary">{t("gender.uniformed.show")}</Button>
      <LinkButton to={paths.uniformed()}>{t("gender.uniformed.clear")}</LinkButton>
    </Form>
  );
}
