import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { GENDERS } from "#app/gender/counts.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { CareerFields } from "./career-fields.tsx";
import { nominatorName } from "./nominator.ts";
import type { ConsentPage } from "./own-candidacy.queries.server.ts";
import { CAREER_ROWS, LANGUAGE_LEVELS, VISION_WORDS } from "./profile.ts";

interface Props {
  readonly page: Pick<ConsentPage, "person" | "languages" | "nominatingState" | "stated">;
  readonly reply: FormReply | undefined;
}

interface Fields {
  gender: string;
  currentPost: string;
  seniorYears: string;
  fieldMissions: string;
  deployableDays: string;
  visionStatement: string;
  languages: { code: string; level: string }[];
  career: {
    title: string;
    employer: string;
    supervisor: string;
    startYear: string;
    endYear: string;
    peopleLed: string;
    budget: string;
  }[];
  attested: string;
  consentVacancy: string;
  consentCadre: string;
  consentMentoring: string;
  consentStatistics: string;
}

/** What the candidate says of themselves, attests and agrees to. Nothing is ticked beforehand. */
export function ConsentForm({ page, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "consent",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(page),
  });
  const number = { type: "number", width: "short", required: true } as const;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <Fieldset legend={t("selection.consent.about")} id="about">
        <RadioGroup
          {...fieldProps(fields.gender, say)}
          label={t("selection.person.gender")}
          options={GENDERS.map((value) => ({ value, label: t(`selection.gender.${value}`) }))}
          layout="row"
          required
        />
        <TextField
          {...fieldProps(fields.currentPost, say)}
          label={t("selection.dossier.currentPost")}
          maxLength={200}
          required
        />
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
          <TextField
            {...fieldProps(fields.seniorYears, say)}
            {...number}
            label={t("selection.dossier.seniorYears")}
            min={0}
            max={60}
          />
          <TextField
            {...fieldProps(fields.fieldMissions, say)}
            {...number}
            label={t("selection.dossier.fieldMissions")}
            min={0}
            max={30}
          />
          <TextField
            {...fieldProps(fields.deployableDays, say)}
            {...number}
            label={t("selection.consent.deployableDays")}
            min={1}
            max={365}
          />
        </div>
        <TextArea
          {...fieldProps(fields.visionStatement, say)}
          label={t("selection.dossier.vision")}
          hint={t("selection.consent.visionHint", { words: VISION_WORDS })}
          rows={8}
          required
        />
      </Fieldset>
      <Fieldset
        legend={t("selection.dossier.languages")}
        id={fields.languages.id}
        errors={fields.languages.errors?.map(say) ?? []}
      >
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
          {fields.languages.getFieldList().map((row, index) => {
            const { code, level } = row.getFieldset();
            const language = page.languages[index];
            if (!language) return null;
            return (
              <div key={row.key}>
                <input type="hidden" name={code.name} value={language.code} />
                <SelectField
                  {...fieldProps(level, say)}
                  label={nameIn(format.locale, language)}
                  placeholder={t("selection.consent.noLanguage")}
                  options={LANGUAGE_LEVELS.map((value) => ({
                    value,
                    label: t(`selection.consent.languageLevel.${value}`),
                  }))}
                />
              </div>
            );
          })}
        </div>
      </Fieldset>
      <Fieldset legend={t("selection.dossier.career")} id="career" hint={t("selection.consent.careerHint")}>
        {fields.career.getFieldList().map((row, index) => (
          <CareerFields key={row.key} number={index + 1} fields={row.getFieldset()} say={say} />
        ))}
      </Fieldset>
      <Fieldset legend={t("selection.consent.attestation")} id="attestation">
        <CheckboxField
          {...fieldProps(fields.attested, say)}
          label={t("selection.consent.attested")}
          required
        />
      </Fieldset>
      <Fieldset legend={t("selection.consent.consents")} id="consents" hint={t("selection.consent.free")}>
        <CheckboxField
          {...fieldProps(fields.consentVacancy, say)}
          label={t("selection.consent.vacancy", {
            state: nominatorName(t, format.locale, page.nominatingState),
          })}
          required
        />
        <CheckboxField {...fieldProps(fields.consentCadre, say)} label={t("selection.consent.cadre")} />
        <CheckboxField
          {...fieldProps(fields.consentMentoring, say)}
          label={t("selection.consent.mentoring")}
        />
        <CheckboxField
          {...fieldProps(fields.consentStatistics, say)}
          label={t("selection.consent.statistics")}
        />
      </Fieldset>
      <FormActions note={t("selection.consent.note")}>
        <Button>{t("selection.consent.submit")}</Button>
      </FormActions>
    </Form>
  );
}

const textOf = (value: number | null | undefined) => (value == null ? "" : String(value));

/** How many field missions the nominator named. */
const missionsOf = (stated: Props["page"]["stated"]) =>
  stated ? textOf(stated.missions.filter(({ mission }) => mission !== "").length) : "";

function defaultsOf({ person, languages, stated }: Props["page"]): Fields {
  const { profile } = person;
  return {
    gender: person.gender === "notStated" ? "" : person.gender,
    currentPost: profile?.currentPost ?? stated?.currentPost ?? "",
    seniorYears: profile ? textOf(profile.seniorYears) : (stated?.seniorYears ?? ""),
    fieldMissions: profile ? textOf(profile.fieldMissions) : missionsOf(stated),
    deployableDays: textOf(profile?.deployableDays),
    visionStatement: profile?.visionStatement ?? stated?.visionStatement ?? "",
    languages: languages.map(({ code }) => ({
      code,
      level: textOf(person.languages.find(({ languageCode }) => languageCode === code)?.level),
    })),
    career: Array.from({ length: Math.max(CAREER_ROWS, person.career.length + 2) }, (_, row) => {
      const post = person.career[row];
      return {
        title: post?.title ?? "",
        employer: post?.employer ?? "",
        supervisor: post?.supervisor ?? "",
        startYear: textOf(post?.startYear),
        endYear: textOf(post?.endYear),
        peopleLed: textOf(post?.peopleLed),
        budget: textOf(post?.budgetThousands),
      };
    }),
    attested: "",
    consentVacancy: "",
    consentCadre: "",
    consentMentoring: "",
    consentStatistics: "",
  };
}
