import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { MOST_HAND_OVER_CHARACTERS } from "./leave.ts";

interface Props {
  readonly leaving: {
    readonly version: number;
    /** Whether the mentor leaves by their own word: only then is there something to hand over. */
    readonly own: boolean;
    readonly pairs: readonly { readonly id: string; readonly mentee: string }[];
  };
  readonly back: string;
  readonly reply: FormReply | undefined;
}

interface Values {
  readonly pairs: { readonly engagementId: string; readonly text: string }[];
}

/** A mentor leaves, with a word for each leader left behind. */
export function LeaveForm({ leaving, back, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const { version, own, pairs } = leaving;
  const [form, fields] = useForm<Values>({
    id: "leave",
    lastResult: reply?.lastResult,
    defaultValue: { pairs: pairs.map(({ id }) => ({ engagementId: id, text: "" })) },
  });
  const rows = fields.pairs.getFieldList();
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      {own && (
        <FormStack>
          {pairs.map(({ id, mentee }, place) => {
            const row = rows[place]?.getFieldset();
            return (
              row && (
                <div key={id}>
                  <input type="hidden" name={row.engagementId.name} value={id} />
                  <TextArea
                    {...fieldProps(row.text, say)}
                    label={t("pair.leave.handOver", { mentee })}
                    hint={t("pair.leave.handOverHint", { mentee })}
                    mark={t("mentoring.feedback.optional")}
                    maxLength={MOST_HAND_OVER_CHARACTERS}
                  />
                </div>
              )
            );
          })}
        </FormStack>
      )}
      <FormActions>
        <Button variant="danger">{t(own ? "pair.leave.submit" : "pair.leave.submitOf")}</Button>
        <LinkButton to={back}>{t(own ? "pair.leave.keep" : "pair.leave.keepOf")}</LinkButton>
      </FormActions>
    </Form>
  );
}
