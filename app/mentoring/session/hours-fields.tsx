import { useT } from "#app/i18n/provider.tsx";
import { DateTimeField, SelectField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";

interface Props {
  readonly zones: readonly string[];
  readonly bindings: Readonly<Record<"timeZone" | "hoursFrom" | "hoursTo", FieldBinding>>;
}

/** Where somebody lives, and in which part of the day there they can talk. */
export function HoursFields({ zones, bindings }: Props) {
  const t = useT();
  return (
    <>
      <SelectField
        {...bindings.timeZone}
        label={t("mentoring.mentor.timeZone")}
        hint={t("mentoring.mentor.timeZoneHint")}
        options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
        required
      />
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <DateTimeField {...bindings.hoursFrom} type="time" label={t("pool.hours.from")} required />
        <DateTimeField
          {...bindings.hoursTo}
          type="time"
          label={t("pool.hours.to")}
          hint={t("pool.hours.hint")}
          required
        />
      </div>
    </>
  );
}
