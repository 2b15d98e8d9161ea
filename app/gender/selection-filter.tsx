import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DateTimeField, SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { SELECTION_BASES } from "./selection-query.ts";

interface Props {
  readonly reply: FormReply;
  /** What holds where a field is left empty, and what was asked. */
  readonly values: Readonly<Record<string, string>>;
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly levels: readonly string[];
}

/** Which vacancies are pooled. */
export function SelectionFilter({ reply, values, roleKinds, levels }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Record<"basis" | "from" | "to" | "role" | "level", string>>({
    id: "selection",
    lastResult: reply.lastResult?.status === "error" ? reply.lastResult : undefined,
    defaultValue: values,
  });
  return (
    <Form method="get" id={form.id} noValidate className="mt-6">
      <FormProblems form={form} reply={reply} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-5">
        <SelectField
          {...fieldProps(fields.basis, say)}
          label={t("gender.selection.basis")}
          options={SELECTION_BASES.map((value) => ({ value, label: t(`gender.selection.basis.${value}`) }))}
        />
        <DateTimeField {...fieldProps(fields.from, say)} label={t("gender.selection.from")} />
        <DateTimeField {...fieldProps(fields.to, say)} label={t("gender.selection.to")} />
        <SelectField
          {...fieldProps(fields.role, say)}
          label={t("gender.vacancies.role")}
          placeholder={t("gender.selection.anyRole")}
          options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
        />
        <SelectField
          {...fieldProps(fields.level, say)}
          label={t("gender.vacancies.level")}
          placeholder={t("gender.selection.anyLevel")}
          options={levels.map((value) => ({ value, label: value }))}
        />
      </div>
      <FormActions>
        <Button>{t("gender.selection.show")}</Button>
        <LinkButton to={paths.balanceOfSelection()}>{t("gender.selection.clear")}</LinkButton>
      </FormActions>
    </Form>
  );
}
