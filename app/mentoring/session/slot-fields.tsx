import { useT } from "#app/i18n/provider.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { FoldField } from "./fold-field.tsx";
import { MeetingFields, type MeetingFieldValues } from "./meeting-fields.tsx";
import { SLOT_FIELDS, type SlotField } from "./slot-offer.ts";

export type SlotFieldValues = { [F in SlotField]: string } & MeetingFieldValues;

interface Props {
  readonly bindings: { readonly [F in keyof SlotFieldValues]: FieldBinding };
  readonly zones: readonly string[];
}

/** Up to five times by the clocks of one zone, how long, and how. */
export function SlotFields({ bindings, zones }: Props) {
  const t = useT();
  return (
    <>
      {SLOT_FIELDS.map((field, n) => (
        <DateTimeField
          key={field}
          {...bindings[field]}
          type="datetime-local"
          label={t("mentoring.slots.slot", { number: n + 1 })}
          mark={n > 0 && t("mentoring.feedback.optional")}
          required={n === 0}
        />
      ))}
      <FoldField {...bindings.fold} />
      <MeetingFields bindings={bindings} zones={zones} />
    </>
  );
}
