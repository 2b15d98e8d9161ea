import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { CONFLICT_PINS, type KnownTie } from "./conflict-register.ts";

interface Props {
  readonly conflict: Pick<KnownTie, "pin" | "standing"> & { readonly version: number };
  readonly reply: FormReply | undefined;
}

/** The secretariat's word on a conflict, with its reason; what a member declared is not offered to be set aside. */
export function PinForm({ conflict, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ version: string; pin: string; reason: string }>({
    id: "pin",
    lastResult: reply?.lastResult,
    defaultValue: { pin: conflict.pin },
  });
  const offered = CONFLICT_PINS.filter((pin) => pin !== "setAside" || conflict.standing !== "declared");
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={conflict.version} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.pin, say)}
          label={t("register.pinHeading")}
          options={offered.map((value) => ({ value, label: t(`register.pin.${value}`) }))}
          required
        />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("register.reason")}
          rows={3}
          maxLength={1000}
          required
        />
      </FormStack>
      <FormActions>
        <Button>{t("register.save")}</Button>
      </FormActions>
    </Form>
  );
}
