import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { OfferFields } from "#app/mentoring/session/offer-fields.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField, type SelectOption, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { USUAL_PAIRS, WEEKLY_HOURS } from "./mentor.ts";
import { PledgedPerson } from "./pledged-person.tsx";

interface Props {
  readonly states: readonly SelectOption[];
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly missions: readonly { readonly id: string; readonly acronym: string }[];
  /** Whether the state that pledges is to be chosen; a focal point's is their own. */
  readonly choosesState: boolean;
  readonly today: string;
  /** The call for pledges that this answers. */
  readonly callId?: string;
  readonly reply: FormReply | undefined;
}

interface Fields {
  stateCode: string;
  givenName: string;
  familyName: string;
  email: string;
  gender: string;
  nationality: string;
  roleKindCode: string;
  missionId: string;
  startYear: string;
  endYear: string;
  capacity: string;
  weeklyHours: string;
  availableFrom: string;
  availableTo: string;
  biography: string;
}

/** Who is pledged, the post that makes them a mentor, and what they are expected to give. */
export function PledgeForm({ states, roleKinds, missions, choosesState, today, callId, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "pledge",
    lastResult: reply?.lastResult,
    defaultValue: {
      capacity: String(USUAL_PAIRS),
      weeklyHours: String(WEEKLY_HOURS.usual),
      availableFrom: today,
    },
  });
  const year = { type: "number", width: "short", min: 1950, max: 2100, required: true } as const;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      {callId && (
        <div className="mb-6">
          <input type="hidden" name="callId" value={callId} />
          <Alert role="note" title={t("pledgeCall.answering")} />
        </div>
      )}
      <FormStack>
        <Fieldset legend={t("mentoring.pledge.person")} id="person">
          {choosesState && (
            <SelectField
              {...fieldProps(fields.stateCode, say)}
              label={t("mentoring.pledge.state")}
              placeholder={t("mentoring.pledge.choose")}
              options={states}
              required
            />
          )}
          <PledgedPerson
            states={states}
            givenName={fieldProps(fields.givenName, say)}
            familyName={fieldProps(fields.familyName, say)}
            email={fieldProps(fields.email, say)}
            gender={fieldProps(fields.gender, say)}
            nationality={fieldProps(fields.nationality, say)}
          />
        </Fieldset>
        <Fieldset legend={t("mentoring.pledge.post")} id="post">
          <SelectField
            {...fieldProps(fields.roleKindCode, say)}
            label={t("mentoring.pledge.roleKind")}
            placeholder={t("mentoring.pledge.choose")}
            options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
            required
          />
          <SelectField
            {...fieldProps(fields.missionId, say)}
            label={t("mentoring.pledge.mission")}
            placeholder={t("mentoring.pledge.noMission")}
            options={missions.map(({ id, acronym }) => ({ value: id, label: acronym }))}
          />
          <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
            <TextField
              {...fieldProps(fields.startYear, say)}
              {...year}
              label={t("mentoring.pledge.startYear")}
            />
            <TextField {...fieldProps(fields.endYear, say)} {...year} label={t("mentoring.pledge.endYear")} />
          </div>
        </Fieldset>
        <Fieldset legend={t("mentoring.pledge.offer")} id="offer">
          <OfferFields
            bindings={{
              capacity: fieldProps(fields.capacity, say),
              weeklyHours: fieldProps(fields.weeklyHours, say),
              availableFrom: fieldProps(fields.availableFrom, say),
              availableTo: fieldProps(fields.availableTo, say),
              biography: fieldProps(fields.biography, say),
            }}
          />
        </Fieldset>
      </FormStack>
      <FormActions>
        <Button>{t("mentoring.pledge.submit")}</Button>
      </FormActions>
    </Form>
  );
}
