import { useT } from "#app/i18n/provider.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { FoldField } from "./fold-field.tsx";
import { MeetingFields, type MeetingFieldValues } from "./meeting-fields.tsx";

/** The fields as the form holds them, all text. */
export interface SessionFieldValues extends MeetingFieldValues {
  startsAt: string;
}

interface Props {
  readonly bindings: { readonly [F in keyof SessionFieldValues]: FieldBinding };
  readonly zones: readonly string[];
}

/** When by which clock, how long, and how. */
export function SessionFields({ bindings, zones }: Props) {
  const t = useT();
  return (
    <>
      <DateTimeField
        {...bindings.startsAt}
        type="datetime-local"
        label={t("mentoring.session.startsAt")}
        required
      />
      <FoldField {...bindings.fold} />
      <MeetingFields bindings={bindings} zones={zones} />
    </>
  );
}
