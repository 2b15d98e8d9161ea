import { GENDERS } from "#app/gender/counts.ts";
import { useT } from "#app/i18n/provider.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";

interface Props {
  readonly states: readonly SelectOption[];
  readonly givenName: FieldBinding;
  readonly familyName: FieldBinding;
  readonly email: FieldBinding;
  readonly gender: FieldBinding;
  readonly nationality: FieldBinding;
}

/** Who is pledged, as the state enters it. */
export function PledgedPerson({ states, givenName, familyName, email, gender, nationality }: Props) {
  const t = useT();
  return (
    <>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField {...givenName} label={t("mentoring.pledge.givenName")} maxLength={120} required />
        <TextField {...familyName} label={t("mentoring.pledge.familyName")} maxLength={120} required />
      </div>
      <TextField
        {...email}
        type="email"
        label={t("mentoring.pledge.email")}
        hint={t("mentoring.pledge.emailHint")}
        maxLength={254}
        required
      />
      <RadioGroup
        {...gender}
        label={t("mentoring.pledge.gender")}
        options={GENDERS.map((value) => ({ value, label: t(`mentoring.gender.${value}`) }))}
        layout="row"
        required
      />
      <SelectField
        {...nationality}
        label={t("mentoring.pledge.nationality")}
        placeholder={t("mentoring.pledge.choose")}
        options={states}
        required
      />
    </>
  );
}
