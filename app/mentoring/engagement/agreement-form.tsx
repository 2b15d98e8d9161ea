import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { SESSION_CHANNELS, SESSION_MINUTES } from "#app/mentoring/session/session.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import {
  type Agreement,
  CADENCES,
  MOST_GOAL_CHARACTERS,
  MOST_GOALS,
  MOST_TERMS_CHARACTERS,
} from "./agreement.ts";

interface Props {
  /** What stands there so far; null for the first text. */
  readonly agreement: Agreement | null;
  readonly version: number;
  readonly revision: number;
  readonly back: string;
  readonly reply: FormReply | undefined;
}

type GoalField = `goal${1 | 2 | 3 | 4 | 5}`;
type Values = Record<
  GoalField | "cadence" | "minutes" | "channel" | "confidentiality" | "offLimits" | "version" | "revision",
  string
>;

const GOAL_FIELDS: readonly GoalField[] = ["goal1", "goal2", "goal3", "goal4", "goal5"];

/** The text of an agreement, proposed or changed. */
export function AgreementForm({ agreement, version, revision, back, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Values>({
    id: "agreement",
    lastResult: reply?.lastResult,
    defaultValue: {
      ...Object.fromEntries(GOAL_FIELDS.map((field, place) => [field, agreement?.goals[place] ?? ""])),
      cadence: agreement?.cadence ?? "usual",
      minutes: String(agreement?.minutes ?? SESSION_MINUTES.usual),
      channel: agreement?.channel ?? "video",
      confidentiality: agreement?.confidentiality ?? "",
      offLimits: agreement?.offLimits ?? "",
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="revision" value={revision} />
      <FormStack>
        <Fieldset legend={t("pair.agreement.goals")} id="goals" hint={t("pair.agreement.goalsHint")}>
          {GOAL_FIELDS.slice(0, MOST_GOALS).map((field, place) => (
            <TextField
              key={field}
              {...fieldProps(fields[field], say)}
              label={t("pair.agreement.goal", { number: place + 1 })}
              mark={place === 0 ? undefined : t("mentoring.feedback.optional")}
              maxLength={MOST_GOAL_CHARACTERS}
              width="full"
            />
          ))}
        </Fieldset>
        <Fieldset legend={t("pair.agreement.meeting")} id="meeting">
          <RadioGroup
            {...fieldProps(fields.cadence, say)}
            label={t("pair.agreement.cadence")}
            options={CADENCES.map((value) => ({ value, label: t(`pair.cadence.${value}`) }))}
          />
          <TextField
            {...fieldProps(fields.minutes, say)}
            type="number"
            width="short"
            label={t("pair.agreement.minutes")}
            hint={t("pair.agreement.minutesHint")}
            min={SESSION_MINUTES.least}
            max={SESSION_MINUTES.most}
          />
          <RadioGroup
            {...fieldProps(fields.channel, say)}
            label={t("pair.agreement.channel")}
            options={SESSION_CHANNELS.map((value) => ({ value, label: t(`mentoring.channel.${value}`) }))}
          />
        </Fieldset>
        <Fieldset
          legend={t("pair.agreement.confidentiality")}
          id="between"
          hint={t("pair.agreement.standard")}
        >
          <TextArea
            {...fieldProps(fields.confidentiality, say)}
            label={t("pair.agreement.additions")}
            hint={t("pair.agreement.additionsHint")}
            mark={t("mentoring.feedback.optional")}
            maxLength={MOST_TERMS_CHARACTERS}
            rows={3}
          />
          <TextArea
            {...fieldProps(fields.offLimits, say)}
            label={t("pair.agreement.offLimits")}
            hint={t("pair.agreement.offLimitsHint")}
            mark={t("mentoring.feedback.optional")}
            maxLength={MOST_TERMS_CHARACTERS}
            rows={3}
          />
        </Fieldset>
      </FormStack>
      <FormActions>
        <Button>{t("pair.agreement.save")}</Button>
        <LinkButton to={back}>{t("pair.agreement.back")}</LinkButton>
      </FormActions>
    </Form>
  );
}
