import { GENDERS } from "#app/gender/counts.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { CheckboxField, CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
import { useFieldName } from "#app/ui/field-names.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import type { DraftPage } from "./nominee-draft.queries.server.ts";
import type { SectionProps } from "./nominee-fields.ts";
import { OWN_SERVICE, SERVICES } from "./nominee-file.ts";

interface Props extends SectionProps {
  readonly call: DraftPage["call"];
  readonly states: readonly SelectOption[];
  readonly self: boolean;
}

/** Who the nominee is, and for which posts. */
export function NomineePerson({ fields, say, call, states, self }: Props) {
  const { t, format } = useLanguage();
  useFieldName(fields.nationalities.id, t("selection.person.nationality"));
  return (
    <Fieldset legend={t("selection.person.legend")} id="person">
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField
          {...fieldProps(fields.givenName, say)}
          label={t("selection.person.givenName")}
          maxLength={120}
        />
        <TextField
          {...fieldProps(fields.familyName, say)}
          label={t("selection.person.familyName")}
          maxLength={120}
        />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          label={t("selection.person.email")}
          hint={self ? t("nominating.field.ownEmailHint") : t("selection.person.emailHint")}
          maxLength={254}
          readOnly={self}
        />
        <DateTimeField {...fieldProps(fields.birthDate, say)} label={t("nominating.field.birthDate")} />
      </div>
      <RadioGroup
        {...fieldProps(fields.gender, say)}
        label={t("selection.person.gender")}
        hint={t("nominating.field.genderHint")}
        options={GENDERS.map((value) => ({ value, label: t(`selection.gender.${value}`) }))}
        layout="row"
      />
      <div id={fields.nationalities.id} tabIndex={-1} className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
        {fields.nationalities.getFieldList().map((field, at) => (
          <SelectField
            key={field.key}
            {...fieldProps(field, say)}
            errors={at === 0 ? (fields.nationalities.errors ?? []).map(say) : field.errors?.map(say)}
            label={t(at === 0 ? "selection.person.nationality" : "nominating.field.otherNationality")}
            placeholder={t(at === 0 ? "selection.setPanel.choose" : "nominating.field.none")}
            options={states}
          />
        ))}
      </div>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {self ? (
          <input type="hidden" name={fields.service.name} value={OWN_SERVICE} />
        ) : (
          <SelectField
            {...fieldProps(fields.service, say)}
            label={t("nominating.field.service")}
            placeholder={t("selection.setPanel.choose")}
            options={SERVICES.map((value) => ({ value, label: t(`nominating.service.${value}`) }))}
          />
        )}
        <TextField
          {...fieldProps(fields.rank, say)}
          label={t(self ? "nominating.field.grade" : "nominating.field.rank")}
          hint={t(self ? "nominating.field.gradeHint" : "nominating.field.rankHint")}
          maxLength={120}
        />
      </div>
      {call.vacancies.length > 1 && (
        <CheckboxGroup
          {...fieldProps(fields.vacancies, say)}
          label={t("nominating.field.vacancies")}
          hint={t("nominating.field.vacanciesHint")}
          options={call.vacancies.map(({ id, post }) => ({
            value: id,
            label: caseTitle(format.locale, post),
          }))}
        />
      )}
      {call.takesAdditional && !self && (
        <CheckboxField
          {...fieldProps(fields.additional, say)}
          label={t("nominating.field.additional")}
          hint={t("nominating.field.additionalHint")}
        />
      )}
    </Fieldset>
  );
}
