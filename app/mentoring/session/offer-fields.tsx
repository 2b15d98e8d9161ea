import { useT } from "#app/i18n/provider.tsx";
import { WEEKLY_HOURS } from "#app/mentoring/pool/mentor.ts";
import { MOST_PAIRS } from "#app/mentoring/programme.ts";
import { DateTimeField, TextArea, TextField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";

type Name = "capacity" | "weeklyHours" | "availableFrom" | "availableTo" | "biography";

/** How many pairs, how much time and when a mentor gives, and who they are in a few sentences. */
export function OfferFields({ bindings }: { readonly bindings: { readonly [N in Name]: FieldBinding } }) {
  const t = useT();
  const { least, most } = WEEKLY_HOURS;
  const number = { type: "number", width: "short", step: 1, required: true } as const;
  return (
    <>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField
          {...bindings.capacity}
          {...number}
          label={t("mentoring.pledge.capacity")}
          hint={t("mentoring.pledge.capacityHint", { most: MOST_PAIRS })}
          min={0}
          max={MOST_PAIRS}
        />
        <TextField
          {...bindings.weeklyHours}
          {...number}
          label={t("mentoring.mentor.hours")}
          hint={t("mentoring.mentor.hoursHint", { least, most })}
          min={least}
          max={most}
        />
        <DateTimeField {...bindings.availableFrom} label={t("mentoring.pledge.availableFrom")} required />
        <DateTimeField
          {...bindings.availableTo}
          label={t("mentoring.pledge.availableTo")}
          hint={t("mentoring.pledge.availableHint")}
          required
        />
      </div>
      <TextArea
        {...bindings.biography}
        label={t("mentoring.mentor.biography")}
        hint={t("mentoring.pledge.biographyHint")}
        maxLength={2000}
        required
      />
    </>
  );
}
