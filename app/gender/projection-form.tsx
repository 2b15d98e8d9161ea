import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PROJECTED_LISTS } from "./projection-query.ts";

/** The fields, which are also the parts of the address. */
const FIELDS = [
  ...(["list", "target", "due", "horizon", "renewal", "term", "fill", "share"] as const),
  ...(["turnover", "shortlist", "ratio", "bench", "seed"] as const),
];
type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

interface Props {
  readonly reply: FormReply;
  /** What holds where a field is left empty, and what was asked. */
  readonly values: Readonly<Record<string, string>>;
}

/** What is assumed, to be changed: it asks in the address, so that a projection can be kept and passed on as a link. */
export function ProjectionForm({ reply, values }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "projection",
    lastResult: reply.lastResult?.status === "error" ? reply.lastResult : undefined,
    defaultValue: values,
  });
  const number = (name: Exclude<keyof Fields, "list" | "due">) => (
    <TextField
      {...fieldProps(fields[name], say)}
      label={t(`gender.projection.field.${name}`)}
      hint={t(`gender.projection.hint.${name}`)}
      inputMode="decimal"
      width="short"
    />
  );
  return (
    <Form method="get" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <Fieldset legend={t("gender.projection.legend.target")} id="what">
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            {...fieldProps(fields.list, say)}
            label={t("gender.projection.field.list")}
            options={PROJECTED_LISTS.map((value) => ({ value, label: t(`gender.subject.${value}`) }))}
          />
          {number("target")}
          <DateTimeField {...fieldProps(fields.due, say)} label={t("gender.projection.field.due")} />
          {number("horizon")}
        </div>
      </Fieldset>
      <Fieldset legend={t("gender.projection.legend.assumptions")} id="assumptions">
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
          {number("renewal")}
          {number("term")}
          {number("fill")}
          {number("share")}
        </div>
      </Fieldset>
      <Fieldset legend={t("gender.projection.legend.scenarios")} id="scenarios">
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
          {number("turnover")}
          {number("shortlist")}
          {number("ratio")}
          {number("bench")}
          {number("seed")}
        </div>
      </Fieldset>
      <FormActions>
        <Button>{t("gender.projection.compute")}</Button>
        <LinkButton to={paths.projection()}>{t("gender.projection.reset")}</LinkButton>
      </FormActions>
    </Form>
  );
}
