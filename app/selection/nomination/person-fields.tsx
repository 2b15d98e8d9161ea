import { GENDERS } from "#app/gender/counts.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
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

/** Who a person is, as somebody else enters it: a focal point of a nominee, the secretariat of an incumbent. */
export function PersonFields({ states, givenName, familyName, email, gender, nationality }: Props) {
  const { t } = useLanguage();
  return (
    <>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField {...givenName} label={t("selection.person.givenName")} maxLength={120} required />
        <TextField {...familyName} label={t("selection.person.familyName")} maxLength={120} required />
      </div>
      <TextField
        {...email}
        type="email"
        label={t("selection.person.email")}
        hint={t("selection.person.emailHint")}
        maxLength={254}
        required
      />
      <RadioGroup
        {...gender}
        label={t("selection.person.gender")}
        options={GENDERS.map((value) => ({ value, label: t(`selection.gender.${value}`) }))}
        layout="row"
        required
      />
      <SelectField
        {...nationality}
        label={t("selection.person.nationality")}
        placeholder={t("selection.setPanel.choose")}
        options={states}
        required
      />
    </>
  );
}
