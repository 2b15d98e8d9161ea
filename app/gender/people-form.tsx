import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { PeopleQuery } from "./people-query.ts";

interface Props {
  readonly reply: FormReply;
  /** What is shown: the day, and the stretch of the trend. */
  readonly shown: PeopleQuery;
}

/** The day on which people are counted, and the stretch of the trend: asked in the address, so that it can be kept. */
export function PeopleForm({ reply, shown }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Readonly<Record<keyof PeopleQuery, string>>>({
    id: "people",
    lastResult: reply.lastResult?.status === "error" ? reply.lastResult : undefined,
    defaultValue: { ...shown },
  });
  return (
    <Form method="get" id={form.id} noValidate className="mb-6">
      <FormProblems form={form} reply={reply} />
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-3">
        <DateTimeField
          {...fieldProps(fields.on, say)}
          label={t("figure.people.on")}
          hint={t("figure.people.onHint")}
        />
        <DateTimeField
          {...fieldProps(fields.from, say)}
          label={t("figure.people.from")}
          hint={t("figure.people.trendHint")}
        />
        <DateTimeField {...fieldProps(fields.to, say)} label={t("figure.people.to")} />
      </div>
      <FormActions>
        <Button variant="secondary">{t("figure.people.show")}</Button>
        <LinkButton to={paths.balanceOfPeople()}>{t("figure.people.reset")}</LinkButton>
      </FormActions>
    </Form>
  );
}
