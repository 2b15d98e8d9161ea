import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { RubricChangePage } from "./rubric-change.queries.server.ts";
import { CHANGE_REASON } from "./rubric-change.ts";
import { RubricComparison } from "./rubric-comparison.tsx";

interface Props {
  readonly page: RubricChangePage & { readonly next: NonNullable<RubricChangePage["next"]> };
  readonly reply: FormReply | undefined;
}

/** The draft of a rubric that is to take a published one's place: what it changes, and why it is published. */
export function RubricChangeForm({ page, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const { next, rubric, comparison, rescores, today } = page;
  const [form, fields] = useForm<{ version: string; reason: string; dueOn: string }>({
    id: "publish-change",
    lastResult: reply?.lastResult,
  });
  return (
    <>
      <Section
        title={t("rubric.changesOf", { before: rubric.version, after: next.version })}
        actions={
          <>
            <LinkButton size="small" to={paths.rubricWorkshop(next.id)}>
              {t("rubricChange.edit")}
            </LinkButton>
            <LinkButton size="small" to={paths.rubricPreview(next.id)}>
              {t("rubric.preview")}
            </LinkButton>
          </>
        }
      >
        {comparison && <RubricComparison changes={comparison} before={rubric.version} after={next.version} />}
      </Section>
      <Section title={t("rubricChange.publish")} lead={t("rubricChange.publishLead")}>
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <input type="hidden" name={fields.version.name} value={next.version} />
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("rubricChange.reason")}
            hint={t("rubricChange.reasonHint", { characters: CHANGE_REASON.least })}
            maxLength={CHANGE_REASON.most}
            required
          />
          {rescores && (
            <DateTimeField
              {...fieldProps(fields.dueOn, say)}
              min={today}
              label={t("rubricChange.dueOn")}
              hint={t("rubricChange.dueOnHint")}
              required
            />
          )}
          <FormActions note={t("rubricChange.publishNote")}>
            <Button variant="danger" name="intent" value="publish">
              {t("rubricChange.publish")}
            </Button>
          </FormActions>
        </Form>
        <Form method="post" className="mt-4">
          <Button variant="secondary" name="intent" value="discard">
            {t("rubricChange.discard")}
          </Button>
        </Form>
      </Section>
    </>
  );
}
