import { useT } from "#app/i18n/provider.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, TextField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { SESSION_CHANNELS, SESSION_MINUTES } from "./session.ts";

/** The fields as the form holds them, all text. */
export interface SessionFieldValues {
  startsAt: string;
  timeZone: string;
  durationMinutes: string;
  channel: string;
}

interface Props {
  readonly bindings: { readonly [F in keyof SessionFieldValues]: FieldBinding };
  readonly zones: readonly string[];
}

/** When by which clock, how long, and how. */
export function SessionFields({ bindings, zones }: Props) {
  const t = useT();
  const { least, most } = SESSION_MINUTES;
  return (
    <>
      <DateTimeField
        {...bindings.startsAt}
        type="datetime-local"
        label={t("mentoring.session.startsAt")}
        required
      />
      <SelectField
        {...bindings.timeZone}
        label={t("mentoring.session.timeZone")}
        hint={t("mentoring.session.timeZoneHint")}
        options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
        required
      />
      <TextField
        {...bindings.durationMinutes}
        type="number"
        width="short"
        label={t("mentoring.session.minutes")}
        hint={t("mentoring.session.minutesHint", { least, most })}
        min={least}
        max={most}
        step={1}
        required
      />
      <RadioGroup
        {...bindings.channel}
        label={t("mentoring.session.channel")}
        options={SESSION_CHANNELS.map((value) => ({ value, label: t(`mentoring.channel.${value}`) }))}
        layout="row"
        required
      />
    </>
  );
}
