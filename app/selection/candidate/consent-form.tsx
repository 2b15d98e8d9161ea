import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, Fieldset } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { DefaultSubmit, FormActions } from "#app/ui/form.tsx";
import { type AttestationDraft, AttestationFields, EMPTY_ATTESTATION } from "./attestation-fields.tsx";
import { FileFields, type FileForm, fileDefaults } from "./file-fields.tsx";
import type { KeptAnswers } from "./kept-answers.ts";
import type { ConsentPage } from "./own-forms.queries.server.ts";

interface Props {
  readonly page: Pick<ConsentPage, "person" | "languages" | "nominatingState" | "stated">;
  readonly reply: FormReply | undefined;
  /** What was typed behind a link that expired, for the form to carry on from. */
  readonly kept?: KeptAnswers | null;
  /** Where a new link is asked for with what is typed, the form's own having expired. */
  readonly renewBy?: string;
}

interface Fields extends FileForm {
  attestation: AttestationDraft;
  consentVacancy: string;
  consentCadre: string;
  consentMentoring: string;
  consentStatistics: string;
}

/** By what a button elsewhere on the page names the form. */
export const CONSENT_FORM = "consent";

/** What the candidate says of themselves, attests and agrees to. Nothing is ticked beforehand. */
export function ConsentForm({ page, reply, kept = null, renewBy }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: CONSENT_FORM,
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(page, kept),
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <DefaultSubmit formAction={renewBy} />
      <FormProblems form={form} reply={reply} />
      <FileFields
        adding={form.insert.getButtonProps({ name: "career" })}
        fields={fields}
        languages={page.languages}
        say={say}
      />
      <AttestationFields fields={fields.attestation.getFieldset()} say={say} />
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
          hint={t("selection.consent.statisticsHint")}
        />
      </Fieldset>
      <FormActions note={t(renewBy ? "selection.invitation.keptNote" : "selection.consent.note")}>
        <Button formAction={renewBy}>
          {t(renewBy ? "selection.invitation.renewKeeping" : "selection.consent.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** How many field missions the nominator named. */
const missionsOf = (stated: Props["page"]["stated"]) =>
  stated && stated.missions.length > 0 ? stated.missions.length : null;

function defaultsOf({ person, languages, stated }: Props["page"], kept: KeptAnswers | null): Fields {
  const { profile } = person;
  const file = {
    ...person,
    currentPost: profile?.currentPost ?? stated?.currentPost ?? null,
    seniorYears: profile ? profile.seniorYears : (stated?.seniorYears ?? null),
    fieldMissions: profile ? profile.fieldMissions : missionsOf(stated),
    deployableDays: profile?.deployableDays ?? null,
    visionStatement: profile?.visionStatement ?? stated?.visionStatement ?? null,
    languages: person.languages.map(({ languageCode, level }) => ({ code: languageCode, level })),
  };
  const { attestation, ...typed } = kept ?? {};
  return {
    ...fileDefaults(file, languages),
    ...typed,
    attestation: { ...EMPTY_ATTESTATION, ...attestation },
    ...{ consentVacancy: "", consentCadre: "", consentMentoring: "", consentStatistics: "" },
  };
}
