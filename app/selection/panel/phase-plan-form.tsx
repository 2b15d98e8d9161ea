import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { type DatedPhase, MOVE_REASON_LENGTH } from "./phase.ts";

interface Days {
  opensOn: string;
  closesOn: string;
}

type Fields = { version: string; reason: string } & { [P in DatedPhase]: Days };

interface Props {
  readonly plan: {
    readonly version: number;
    readonly phases: readonly {
      readonly phase: DatedPhase;
      readonly opensOn: string;
      readonly closesOn: string;
      readonly opened: boolean;
      readonly closed: boolean;
    }[];
  };
  readonly reply: FormReply | undefined;
}

const UNSET: Days = { opensOn: "", closesOn: "" };

/** The days of a panel's phases; those of a phase that has ended are shown and stay. */
export function PhasePlanForm({ plan, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const daysOf = (phase: DatedPhase): Days => plan.phases.find((one) => one.phase === phase) ?? UNSET;
  const [form, fields] = useForm<Fields>({
    id: "phases",
    lastResult: reply?.lastResult,
    defaultValue: {
      version: String(plan.version),
      reason: "",
      calibration: daysOf("calibration"),
      desk: daysOf("desk"),
      compared: daysOf("compared"),
      interview: daysOf("interview"),
      revealed: daysOf("revealed"),
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={plan.version} />
      <FormStack>
        {plan.phases.map(({ phase, opened, closed, ...days }) => {
          const { opensOn, closesOn } = fields[phase].getFieldset();
          const kept = (name: string, value: string, label: string) => (
            <p>
              <input type="hidden" name={name} value={value} />
              {label}: {value === "" ? "–" : format.date(value)}
            </p>
          );
          return (
            <Fieldset key={phase} legend={t(`phase.name.${phase}`)} id={`phase-${phase}`}>
              {opened ? (
                kept(opensOn.name, days.opensOn, t("phase.opensOn"))
              ) : (
                <DateTimeField {...fieldProps(opensOn, say)} label={t("phase.opensOn")} />
              )}
              {closed ? (
                kept(closesOn.name, days.closesOn, t("phase.closesOn"))
              ) : (
                <DateTimeField {...fieldProps(closesOn, say)} label={t("phase.closesOn")} />
              )}
            </Fieldset>
          );
        })}
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("phase.reason")}
          hint={t("phase.reasonHint", { characters: MOVE_REASON_LENGTH })}
          rows={2}
        />
      </FormStack>
      <FormActions>
        <Button>{t("phase.save")}</Button>
      </FormActions>
    </Form>
  );
}
