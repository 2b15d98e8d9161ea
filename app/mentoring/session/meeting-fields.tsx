import { useT } from "#app/i18n/provider.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { SESSION_CHANNELS, SESSION_MINUTES } from "./session.ts";

/** What every time of a session is stated with, as forms hold it, all text. */
export interface MeetingFieldValues {
  timeZone: string;
  durationMinutes: string;
  channel: string;
  fold: string;
}

interface Props {
  readonly bindings: { readonly [F in "timeZone" | "durationMinutes" | "channel"]: FieldBinding };
  readonly zones: readonly string[];
}

/** Whose clocks, how long, and how. */
export function MeetingFields({ bindings, zones }: Props) {
  const t = useT();
  const { least, most } = SESSION_MINUTES;
  return (
    <>
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
