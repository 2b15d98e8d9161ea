import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DateTimeField, SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { STRETCHES } from "./case-part.ts";
import { BASES } from "./case-view.ts";
import type { Dimension } from "./flow-query.ts";
import { FUNNEL_STAGES } from "./funnel.ts";

interface Props {
  readonly reply: FormReply;
  /** What was asked, and what holds where a field was left empty. */
  readonly values: Readonly<Record<string, string>>;
  /** What the reader may choose from. */
  readonly dimensions: readonly Dimension[];
}

type Name = "first" | "second" | "stage" | "by" | "each" | "from" | "to" | "basis";

const GRID = "grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3";

/** A form of one of the pages, its fields with what is wrong beside them. */
function useFlowForm(id: string, { reply, values }: Props) {
  const say = useFormWords(reply);
  const [form, fields] = useForm<Record<Name, string>>({
    id,
    lastResult: reply.lastResult?.status === "error" ? reply.lastResult : undefined,
    defaultValue: values,
  });
  return { form, of: (name: Name) => fieldProps(fields[name], say) };
}
type Of = ReturnType<typeof useFlowForm>["of"];

/** From one day to another, and by which day. */
function PeriodFields({ of }: { readonly of: Of }) {
  const { t } = useLanguage();
  return (
    <>
      <DateTimeField {...of("from")} label={t("flow.from")} />
      <DateTimeField {...of("to")} label={t("flow.to")} />
      <SelectField
        {...of("basis")}
        label={t("flow.basis")}
        options={BASES.map((value) => ({ value, label: t(`flow.basis.${value}`) }))}
      />
    </>
  );
}

function useDimensionOptions(dimensions: readonly Dimension[]) {
  const { t, format } = useLanguage();
  return dimensions.map((value) => {
    const words = t(`flow.dimension.${value}`);
    return { value, label: words.charAt(0).toLocaleUpperCase(format.locale) + words.slice(1) };
  });
}

/** What is crossed with what, at which stage and over which period. */
export function CrossingForm(props: Props) {
  const { t } = useLanguage();
  const options = useDimensionOptions(props.dimensions);
  const { form, of } = useFlowForm("crossing", props);
  return (
    <Form method="get" id={form.id} noValidate>
      <FormProblems form={form} reply={props.reply} />
      <div className={GRID}>
        <SelectField {...of("first")} label={t("flow.first")} options={options} />
        <SelectField
          {...of("second")}
          label={t("flow.second")}
          placeholder={t("flow.secondNone")}
          options={options}
        />
        <SelectField
          {...of("stage")}
          label={t("flow.stage")}
          hint={t("flow.stageHint")}
          options={FUNNEL_STAGES.map((value) => ({ value, label: t(`gender.stage.${value}`) }))}
        />
        <PeriodFields of={of} />
      </div>
      <FormActions>
        <Button>{t("flow.show")}</Button>
        <LinkButton to={paths.crossings()}>{t("flow.clear")}</LinkButton>
      </FormActions>
    </Form>
  );
}

/** Over which period, and by what, the page of gender balance counts. */
export function BalanceForm(props: Props) {
  const { t } = useLanguage();
  const options = useDimensionOptions(props.dimensions.filter((one) => one !== "stage"));
  const { form, of } = useFlowForm("flow", props);
  return (
    <Form method="get" id={form.id} noValidate className="my-6">
      <FormProblems form={form} reply={props.reply} />
      <div className={GRID}>
        <PeriodFields of={of} />
        <SelectField {...of("by")} label={t("flow.by")} placeholder={t("flow.byNothing")} options={options} />
        <SelectField
          {...of("each")}
          label={t("flow.each")}
          options={STRETCHES.map((value) => ({ value, label: t(`flow.each.${value}`) }))}
        />
      </div>
      <FormActions>
        <Button variant="secondary">{t("flow.show")}</Button>
        <LinkButton to={paths.balance()}>{t("flow.clear")}</LinkButton>
      </FormActions>
    </Form>
  );
}
