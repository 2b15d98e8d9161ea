import type { FieldMetadata } from "@conform-to/react";
import { useT } from "#app/i18n/provider.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";

interface Props {
  readonly field: FieldMetadata<{ startsOn: string; endsOn: string }[]>;
  readonly say: Say;
}

/** Days on which a mentor is away, a range a row; rows left empty say nothing. */
export function BlackoutFields({ field, say }: Props) {
  const t = useT();
  return (
    <Fieldset
      legend={t("pool.blackouts.title")}
      id={field.id}
      hint={t("pool.blackouts.hint")}
      errors={field.errors?.map(say) ?? []}
    >
      {field.getFieldList().map((row, n) => {
        const { startsOn, endsOn } = row.getFieldset();
        return (
          <div key={row.key} className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            <DateTimeField {...fieldProps(startsOn, say)} label={t("pool.blackouts.from", { n: n + 1 })} />
            <DateTimeField {...fieldProps(endsOn, say)} label={t("pool.blackouts.to", { n: n + 1 })} />
          </div>
        );
      })}
    </Fieldset>
  );
}
