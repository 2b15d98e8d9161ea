import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DateTimeField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { MOST_TEXT, MOST_TITLE } from "./standard.ts";

interface Props {
  /** What is in force; a step has titles, the code none. */
  readonly latest: {
    readonly version: number;
    readonly titleEn?: string;
    readonly titleFr?: string;
    readonly textEn: string;
    readonly textFr: string;
  };
  /** The first day by which it can be asked for. */
  readonly tomorrow: string;
  readonly hint?: string;
  readonly reply: FormReply | undefined;
}

/** The next version of what mentors agree to, in both languages, and by when they are asked for it again. */
export function StandardForm({ latest, tomorrow, hint, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Record<"titleEn" | "titleFr" | "textEn" | "textFr" | "dueOn", string>>({
    id: "standard",
    lastResult: reply?.lastResult,
    defaultValue: latest,
  });
  const titled = latest.titleEn !== undefined;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={latest.version} />
      <FormStack>
        {(["En", "Fr"] as const).map((language) => (
          <div key={language} className="flex flex-col gap-5">
            {titled && (
              <TextField
                {...fieldProps(fields[`title${language}`], say)}
                label={t(`pool.standard.title${language}`)}
                lang={language.toLowerCase()}
                maxLength={MOST_TITLE}
                required
              />
            )}
            <TextArea
              {...fieldProps(fields[`text${language}`], say)}
              label={t(`pool.standard.text${language}`)}
              lang={language.toLowerCase()}
              hint={hint}
              rows={titled ? 4 : 12}
              maxLength={MOST_TEXT}
              required
            />
          </div>
        ))}
        <DateTimeField
          {...fieldProps(fields.dueOn, say)}
          label={t("pool.standard.dueOn")}
          hint={t("pool.standard.dueOnHint")}
          min={tomorrow}
          required
        />
      </FormStack>
      <FormActions note={t("pool.standard.stays")}>
        <Button>{t("pool.standard.publish")}</Button>
        <LinkButton to={paths.mentorStandards()}>{t("pool.standard.cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
