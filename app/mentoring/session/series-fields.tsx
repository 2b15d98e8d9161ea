import { useT } from "#app/i18n/provider.tsx";
import { DateTimeField, SelectField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { FoldField } from "./fold-field.tsx";
import { MeetingFields, type MeetingFieldValues } from "./meeting-fields.tsx";
import { NTHS, RHYTHMS, WEEKDAYS } from "./session-series.ts";

export interface SeriesFieldValues extends MeetingFieldValues {
  everyMonths: string;
  nth: string;
  weekday: string;
  from: string;
  localTime: string;
}

interface Props {
  readonly bindings: { readonly [F in keyof SeriesFieldValues]: FieldBinding };
  readonly zones: readonly string[];
}

/** The rhythm of a series and its hour. */
export function SeriesFields({ bindings, zones }: Props) {
  const t = useT();
  return (
    <>
      <SelectField
        {...bindings.everyMonths}
        label={t("mentoring.series.everyMonths")}
        options={RHYTHMS.map((months) => ({
          value: String(months),
          label: t("mentoring.series.every", { months }),
        }))}
        required
      />
      <SelectField
        {...bindings.nth}
        label={t("mentoring.series.nth")}
        options={NTHS.map((nth) => ({ value: String(nth), label: t(`mentoring.nth.${nth}`) }))}
        required
      />
      <SelectField
        {...bindings.weekday}
        label={t("mentoring.series.weekday")}
        options={WEEKDAYS.map((day) => ({ value: String(day), label: t(`mentoring.weekday.${day}`) }))}
        required
      />
      <DateTimeField
        {...bindings.from}
        label={t("mentoring.series.from")}
        hint={t("mentoring.series.fromHint")}
        required
      />
      <DateTimeField {...bindings.localTime} type="time" label={t("mentoring.series.localTime")} required />
      <FoldField {...bindings.fold} />
      <MeetingFields bindings={bindings} zones={zones} />
    </>
  );
}
