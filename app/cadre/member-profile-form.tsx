import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { LanguageRows } from "#app/i18n/language-rows.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { MemberDetail } from "./member.queries.server.ts";
import { CADRE_PURPOSES, DEPLOYABLE_DAYS } from "./member-profile.ts";
import type { RoleKindChoice } from "./readiness-fields.tsx";

interface Props {
  readonly member: MemberDetail;
  readonly roleKinds: readonly RoleKindChoice[];
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly hostStates: readonly { readonly value: string; readonly label: string }[];
  readonly today: string;
  readonly reply: FormReply | undefined;
}

interface Fields {
  availableFrom: string;
  availableUntil: string;
  deployableWithin: string;
  seniorYears: string;
  fieldMissions: string;
  roleKindCodes: string[];
  impossibleStates: string[];
  languages: { code: string; level: string }[];
  consents: string[];
}

const LEVELS = ["1", "2", "3"] as const;

/** What a member keeps current, in two minutes: when, how soon, for what, where not, in which languages. */
export function MemberProfileForm({ member, roleKinds, languages, hostStates, today, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const text = (value: number | string | null) => (value === null ? "" : String(value));
  const levelOf = (code: string) =>
    member.person.languages.find(({ languageCode }) => languageCode === code)?.level ?? null;
  const [form, fields] = useForm<Fields>({
    id: "profile",
    lastResult: reply?.lastResult,
    defaultValue: {
      availableFrom: member.availableFrom ?? today,
      availableUntil: text(member.availableUntil),
      deployableWithin: text(member.deployableWithin),
      seniorYears: text(member.seniorYears),
      fieldMissions: text(member.fieldMissions),
      roleKindCodes: [...member.roleKindCodes],
      impossibleStates: [...member.impossibleStates],
      languages: languages.map(({ code }) => ({ code, level: text(levelOf(code)) })),
      consents: member.consents.filter(({ given }) => given).map(({ purpose }) => purpose),
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="version" value={member.version} />
      <FormStack>
        <Fieldset legend={t("cadre.member.availability")} id="availability">
          <DateTimeField
            {...fieldProps(fields.availableFrom, say)}
            label={t("cadre.own.availableFrom")}
            required
          />
          <DateTimeField
            {...fieldProps(fields.availableUntil, say)}
            label={t("cadre.profile.availableUntil")}
            mark={t("cadre.profile.optional")}
          />
          <RadioGroup
            {...fieldProps(fields.deployableWithin, say)}
            label={t("cadre.member.deployable")}
            options={[
              ...DEPLOYABLE_DAYS.map((days) => ({
                value: String(days),
                label: t("cadre.member.withinDays", { days }),
              })),
              { value: "", label: t("cadre.member.notStated") },
            ]}
            layout="row"
          />
          <CheckboxGroup
            {...fieldProps(fields.impossibleStates, say)}
            label={t("cadre.profile.impossibleStates")}
            hint={t("cadre.profile.impossibleHint")}
            options={hostStates}
            layout="row"
          />
        </Fieldset>
        <Fieldset legend={t("cadre.profile.experience")} id="experience">
          <CheckboxGroup
            {...fieldProps(fields.roleKindCodes, say)}
            label={t("cadre.profile.roleKinds")}
            hint={t("cadre.profile.roleKindsHint")}
            options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
          />
          <TextField
            {...fieldProps(fields.seniorYears, say)}
            label={t("cadre.profile.seniorYears")}
            mark={t("cadre.profile.optional")}
            inputMode="numeric"
            width="short"
          />
          <TextField
            {...fieldProps(fields.fieldMissions, say)}
            label={t("cadre.profile.fieldMissions")}
            mark={t("cadre.profile.optional")}
            inputMode="numeric"
            width="short"
          />
        </Fieldset>
        <Fieldset legend={t("cadre.member.languages")} id="languages">
          <LanguageRows
            rows={fields.languages.getFieldList()}
            languages={languages}
            none={t("cadre.profile.noLanguage")}
            levels={LEVELS.map((value) => ({ value, label: t(`cadre.languageLevel.${value}`) }))}
            say={say}
          />
        </Fieldset>
        <Fieldset legend={t("cadre.own.consents")} id="agreements">
          <CheckboxGroup
            {...fieldProps(fields.consents, say)}
            label={t("cadre.profile.agree")}
            hint={t("cadre.profile.agreeHint")}
            options={CADRE_PURPOSES.map((value) => ({ value, label: t(`cadre.purpose.${value}`) }))}
          />
        </Fieldset>
      </FormStack>
      <FormActions>
        <Button>{member.state === "proposed" ? t("cadre.own.agree") : t("cadre.profile.keep")}</Button>
      </FormActions>
    </Form>
  );
}
