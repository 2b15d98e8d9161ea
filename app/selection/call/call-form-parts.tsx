import type { useForm } from "@conform-to/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { LIST_RULES } from "#app/selection/nomination/list-rule.ts";
import { RequirementFields } from "#app/selection/screening/requirement-fields.tsx";
import type { NamedLanguage } from "#app/selection/screening/requirements.ts";
import { CheckboxField, CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { FormStack } from "#app/ui/form.tsx";
import type { CallFields } from "./call-fields.ts";

type Named = { readonly nameEn: string; readonly nameFr: string };

interface PartProps {
  readonly fields: ReturnType<typeof useForm<CallFields>>[1];
  readonly say: Say;
}

/** A vacancy that can be called for. */
export interface CallableVacancy {
  readonly id: string;
  readonly reference: string;
  readonly level: string;
  readonly roleKind: Named;
  readonly mission: { readonly acronym: string };
}

interface VacanciesProps extends PartProps {
  readonly vacancies: readonly CallableVacancy[];
}

/** Which drafted vacancies a call is for. */
export function CallVacancies({ fields, say, vacancies }: VacanciesProps) {
  const { t, format } = useLanguage();
  return (
    <CheckboxGroup
      {...fieldProps(fields.vacancyIds, say)}
      label={t("call.form.vacancies")}
      hint={t("call.form.vacanciesHint")}
      options={vacancies.map((vacancy) => ({
        value: vacancy.id,
        label: `${caseTitle(format.locale, vacancy)} (${vacancy.level})`,
        hint: vacancy.reference,
      }))}
    />
  );
}

interface CadreProps extends PartProps {
  readonly roleKinds: readonly (Named & { readonly code: string })[];
  readonly languages: readonly NamedLanguage[];
}

/** What a call for the cadre at large says and asks for. */
export function CallForCadre({ fields, say, roleKinds, languages }: CadreProps) {
  const { t, format } = useLanguage();
  const english = t("call.form.inEnglish");
  const french = t("call.form.inFrench");
  return (
    <>
      <FormStack>
        <TextField
          {...fieldProps(fields.titleEn, say)}
          label={t("call.form.title")}
          mark={english}
          width="full"
        />
        <TextField
          {...fieldProps(fields.titleFr, say)}
          label={t("call.form.title")}
          mark={french}
          width="full"
        />
        <TextArea
          {...fieldProps(fields.descriptionEn, say)}
          label={t("call.form.description")}
          mark={english}
          hint={t("call.form.descriptionHint")}
        />
        <TextArea
          {...fieldProps(fields.descriptionFr, say)}
          label={t("call.form.description")}
          mark={french}
        />
        <CheckboxGroup
          {...fieldProps(fields.roleKindCodes, say)}
          label={t("call.form.roleKinds")}
          options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
        />
      </FormStack>
      <RequirementFields
        fields={{
          ...{ seniorYears: fields.seniorYears, fieldMissions: fields.fieldMissions },
          languages: fields.languages,
        }}
        languages={languages}
        say={say}
      />
    </>
  );
}

interface AddresseesProps extends PartProps {
  readonly states: readonly { readonly value: string; readonly label: string }[];
}

/** Whom a call is addressed to. */
export function CallAddressees({ fields, say, states }: AddresseesProps) {
  const { t } = useLanguage();
  return (
    <Fieldset legend={t("call.addressed")} id="addressees">
      <RadioGroup
        {...fieldProps(fields.addressed, say)}
        label={t("call.form.addressed")}
        options={[
          { value: "every", label: t("call.toEvery") },
          { value: "chosen", label: t("call.form.chosen"), hint: t("call.form.chosenHint") },
        ]}
        required
      />
      <SelectField
        {...fieldProps(fields.states, say)}
        label={t("call.form.states")}
        hint={t("call.form.statesHint")}
        options={states}
        multiple
        size={8}
      />
      <CheckboxField
        {...fieldProps(fields.selfNomination, say)}
        label={t("call.form.selfNomination")}
        hint={t("call.form.selfNominationHint")}
      />
    </Fieldset>
  );
}

/** What a state's list must look like, each rule explained; and the numbers of an own one. */
export function CallListRule({ fields, say }: PartProps) {
  const { t } = useLanguage();
  return (
    <Fieldset legend={t("call.rule")} id="list-rule" hint={t("call.form.ruleHint")}>
      <RadioGroup
        {...fieldProps(fields.listRule, say)}
        label={t("call.form.rule")}
        options={LIST_RULES.map((value) => ({
          value,
          label: t(`call.rule.${value}`),
          hint: t(`call.rule.${value}.text`),
        }))}
        required
      />
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField
          {...fieldProps(fields.most, say)}
          type="number"
          width="short"
          min={1}
          max={100}
          label={t("call.form.most")}
          mark={t("call.form.ownOnly")}
        />
        <TextField
          {...fieldProps(fields.leastWomen, say)}
          type="number"
          width="short"
          min={0}
          max={100}
          label={t("call.form.leastWomen")}
          mark={t("call.form.ownOnly")}
        />
      </div>
      <CheckboxField
        {...fieldProps(fields.womenAtLeastMen, say)}
        label={t("call.form.womenAtLeastMen")}
        mark={t("call.form.ownOnly")}
      />
    </Fieldset>
  );
}
