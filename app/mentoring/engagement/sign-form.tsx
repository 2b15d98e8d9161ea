import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { MarksField } from "#app/mentoring/pool/marks-field.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

type Marks = Record<"mark1" | "mark2" | "mark3" | "mark4" | "mark5", string>;

interface Props {
  readonly goals: readonly string[];
  readonly version: number;
  readonly revision: number;
  readonly reply: FormReply | undefined;
}

/** Where one stands with each goal, and one's signature to the text above. */
export function SignForm({ goals, version, revision, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Marks>({ id: "sign", lastResult: reply?.lastResult });
  const all = [fields.mark1, fields.mark2, fields.mark3, fields.mark4, fields.mark5] as const;
  return (
    <Section title={t("pair.agreement.sign")} lead={t("pair.agreement.signLead")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="revision" value={revision} />
        <FormStack>
          <MarksField goals={goals} binding={(place) => fieldProps(all[place - 1] ?? fields.mark1, say)} />
        </FormStack>
        <FormActions note={t("pair.agreement.signNote", { version })}>
          <Button>{t("pair.agreement.sign")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
