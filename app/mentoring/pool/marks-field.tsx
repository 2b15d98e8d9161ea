import { useT } from "#app/i18n/provider.tsx";
import { MARKS } from "#app/mentoring/engagement/agreement.ts";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";

interface Props {
  readonly goals: readonly string[];
  /** The field of the goal at a place, from 1. */
  readonly binding: (place: number) => FieldBinding;
}

/** For each goal, how near one sees oneself to it. */
export function MarksField({ goals, binding }: Props) {
  const t = useT();
  return (
    <>
      {goals.map((goal, index) => (
        <RadioGroup
          key={goal}
          {...binding(index + 1)}
          label={goal}
          layout="row"
          options={MARKS.map((mark) => ({ value: String(mark), label: t(`pair.mark.${mark}`) }))}
          required
        />
      ))}
    </>
  );
}
