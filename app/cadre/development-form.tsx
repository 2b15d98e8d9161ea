import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage, useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DateTimeField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { DevelopmentRow } from "./development.queries.server.ts";
import { DEVELOPMENT_KINDS, DEVELOPMENT_STATES } from "./development.ts";

interface Props {
  /** What of the plan is changed; null where something is added. */
  readonly item: DevelopmentRow | null;
  readonly reply: FormReply | undefined;
}

/** Adds something to a plan, or says how one thing of it stands. */
export function DevelopmentForm({ item, reply }: Props) {
  return item ? (
    <ChangeItem key={`${item.id}:${item.version}`} item={item} reply={reply} />
  ) : (
    <AddItem reply={reply} />
  );
}

function AddItem({ reply }: Pick<Props, "reply">) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ kind: string; aim: string; dueOn: string }>({
    id: "development",
    lastResult: reply?.lastResult,
  });
  return (
    <Section title={t("development.add")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="intent" value="add" />
        <FormStack>
          <SelectField
            {...fieldProps(fields.kind, say)}
            label={t("development.kind")}
            placeholder={t("cadre.propose.choose")}
            options={DEVELOPMENT_KINDS.map((value) => ({ value, label: t(`development.kind.${value}`) }))}
            required
          />
          <TextField {...fieldProps(fields.aim, say)} label={t("development.aim")} width="full" required />
          <DateTimeField {...fieldProps(fields.dueOn, say)} label={t("development.dueOn")} required />
        </FormStack>
        <FormActions>
          <Button>{t("development.submitAdd")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function ChangeItem({ item, reply }: Props & { readonly item: DevelopmentRow }) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ state: string; dueOn: string; evidence: string }>({
    id: "development",
    lastResult: reply?.lastResult,
    defaultValue: { state: item.state, dueOn: item.dueOn, evidence: item.evidence },
  });
  return (
    <Section title={item.aim} lead={t(`development.kind.${item.kind}`)}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="itemId" value={item.id} />
        <input type="hidden" name="version" value={item.version} />
        <FormStack>
          <SelectField
            {...fieldProps(fields.state, say)}
            label={t("development.state")}
            options={DEVELOPMENT_STATES.map((value) => ({ value, label: t(`development.state.${value}`) }))}
            required
          />
          <DateTimeField {...fieldProps(fields.dueOn, say)} label={t("development.dueOn")} required />
          <TextArea
            {...fieldProps(fields.evidence, say)}
            label={t("development.evidence")}
            hint={t("development.evidenceHint")}
            maxLength={1000}
          />
        </FormStack>
        <FormActions>
          <Button>{t("development.submitChange")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
