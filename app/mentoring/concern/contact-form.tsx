import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { ContactKind } from "./concern.ts";

interface Props {
  readonly contact: {
    readonly kind: ContactKind;
    readonly userId: string | null;
    readonly name: string | null;
  };
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly reply: FormReply | undefined;
}

/** Who takes concerns of one kind, and whom to name instead. */
export function ContactForm({ contact, officers, reply }: Props) {
  const t = useT();
  const { kind, userId, name } = contact;
  // Of two forms on the page only the one that was posted has an answer.
  const own = reply?.lastResult.initialValue?.kind === kind ? reply : undefined;
  const say = useFormWords(own);
  const [form, fields] = useForm<{ userId: string }>({
    id: `contact-${kind}`,
    lastResult: own?.lastResult,
    defaultValue: { userId: userId ?? "" },
  });
  return (
    <Section
      title={t(`pair.contact.${kind}`)}
      lead={name === null ? t("pair.contacts.nobody") : t("pair.contacts.now", { name })}
    >
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={own} />
        <input type="hidden" name="kind" value={kind} />
        <SelectField
          {...fieldProps(fields.userId, say)}
          label={t("pair.contacts.officer")}
          placeholder={t("pair.contacts.choose")}
          options={officers.map((officer) => ({ value: officer.id, label: officer.name }))}
          required
        />
        <FormActions>
          <Button>{t("pair.contacts.submit")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
