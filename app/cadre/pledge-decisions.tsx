import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { StatePledgePage } from "./state-pledge.queries.server.ts";
import { isOpen, nextLevels, READY_DAYS } from "./state-pledge.ts";

interface Props {
  readonly pledge: StatePledgePage;
  readonly reply: FormReply | undefined;
}

/** What the reader can do with a pledge: bring it to its next level, or take it back. */
export function PledgeDecisions({ pledge, reply }: Props) {
  const t = useT();
  const { mayAdvance, mayWithdraw, level, version } = pledge;
  const advances = mayAdvance && nextLevels(level).length > 0;
  const ofAdvance = advances && reply?.lastResult.initialValue?.intent === "advance" ? reply : undefined;
  return (
    <>
      {reply?.refusal && !ofAdvance && <Alert tone="bad" title={reply.refusal.words} />}
      {advances && <Advance key={version} pledge={pledge} reply={ofAdvance} />}
      {mayWithdraw && isOpen(level) && (
        <Section title={t("pledge.withdraw.title")} lead={t("pledge.withdraw.lead")}>
          <Form method="post">
            <input type="hidden" name="version" value={version} />
            <Button name="intent" value="withdraw" variant="danger">
              {t("pledge.withdraw.submit")}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}

interface Fields {
  intent: string;
  version: string;
  level: string;
  readyDays: string;
  evidence: string;
}

function Advance({ pledge, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const levels = nextLevels(pledge.level);
  const [form, fields] = useForm<Fields>({
    id: "advance",
    lastResult: reply?.lastResult,
    defaultValue: { level: levels[0] ?? "" },
  });
  return (
    <Section title={t("pledge.advance.title")} lead={t("pledge.advance.lead")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="intent" value="advance" />
        <input type="hidden" name="version" value={pledge.version} />
        <FormStack>
          <RadioGroup
            {...fieldProps(fields.level, say)}
            label={t("pledge.level")}
            options={levels.map((value) => ({ value, label: t(`pledge.level.${value}`) }))}
            layout="row"
            required
          />
          {levels.includes("ready") && (
            <SelectField
              {...fieldProps(fields.readyDays, say)}
              label={t("pledge.readyDays")}
              hint={t("pledge.readyDaysHint")}
              placeholder={t("cadre.propose.choose")}
              options={READY_DAYS.map((value) => ({
                value,
                label: t("pledge.readyWithin", { days: Number(value) }),
              }))}
            />
          )}
          <TextArea
            {...fieldProps(fields.evidence, say)}
            label={t("pledge.evidence")}
            hint={t("pledge.evidenceHint")}
            maxLength={1000}
          />
        </FormStack>
        <FormActions>
          <Button>{t("pledge.advance.submit")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
