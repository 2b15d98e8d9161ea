import { useT } from "#app/i18n/provider.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { FormStack } from "#app/ui/form.tsx";
import { SESSION_OUTCOMES } from "./session.ts";
import { GOAL_STEPS, MOST_HELD_MINUTES } from "./session-form.ts";

/** The fields as the form holds them, all text. */
export interface HoldFieldValues {
  outcome: string;
  heldMinutes: string;
}

interface Props {
  readonly outcome: FieldBinding;
  readonly heldMinutes: FieldBinding;
  readonly goals: readonly { readonly id: string; readonly text: string; readonly progress: number | null }[];
}

/** Whether a session took place, how long it lasted, and where each goal stands, for a pair that has agreed on some. */
export function HoldFields({ outcome, heldMinutes, goals }: Props) {
  const t = useT();
  return (
    <FormStack>
      <RadioGroup
        {...outcome}
        label={t("mentoring.hold.outcome")}
        options={SESSION_OUTCOMES.map((value) => ({ value, label: t(`mentoring.hold.${value}`) }))}
        required
      />
      <TextField
        {...heldMinutes}
        type="number"
        width="short"
        label={t("mentoring.hold.minutes")}
        hint={t("mentoring.hold.minutesHint")}
        min={1}
        max={MOST_HELD_MINUTES}
        step={1}
      />
      {goals.length > 0 && (
        <Fieldset id="goals" legend={t("mentoring.goals.title")} hint={t("mentoring.goals.hint")}>
          {goals.map(({ id, text, progress }, n) => (
            <div key={id}>
              <input type="hidden" name={`goals[${n}].goalId`} value={id} />
              <SelectField
                id={`goal-${id}`}
                name={`goals[${n}].progress`}
                label={text}
                placeholder={t("mentoring.goals.notSpoken")}
                defaultValue={progress ?? ""}
                options={GOAL_STEPS.map((step) => ({
                  value: String(step),
                  label: t(`mentoring.goals.${step}`),
                }))}
              />
            </div>
          ))}
        </Fieldset>
      )}
    </FormStack>
  );
}
