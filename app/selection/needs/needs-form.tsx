import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage, nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CRITERION_GROUPS } from "#app/selection/rubric/criterion-group.ts";
import { NEED_LEVELS } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { PHASES } from "./needs.ts";

/** What a mission needs of its next leader, as it was last stated. */
export interface NeedsBefore {
  readonly version: number;
  readonly phase: string;
  readonly hostContext: string;
  readonly security: string;
  readonly mandateTasks: readonly string[];
  readonly languages: readonly string[];
  readonly items: readonly { readonly criterionCode: string; readonly level: number; readonly why: string }[];
}

interface Props {
  readonly before: NeedsBefore | null;
  readonly workingLanguages: readonly string[];
  readonly languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly reply: FormReply | undefined;
}

interface Fields {
  basedOn: string;
  phase: string;
  hostContext: string;
  security: string;
  mandateTasks: string;
  languages: string[];
  needs: { criterionCode: string; level: string; why: string }[];
}

/** Phase, context and tasks of a mission, and how much it needs each criterion of its next leader. */
export function NeedsForm({ before, workingLanguages, languages, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "needs",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(before, workingLanguages),
  });
  const rows = fields.needs.getFieldList();
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.basedOn.name} value={before?.version ?? 0} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.phase, say)}
          label={t("selection.needs.phase")}
          options={PHASES.map((value) => ({ value, label: t(`selection.needs.phase.${value}`) }))}
          layout="row"
          required
        />
        <TextArea
          {...fieldProps(fields.hostContext, say)}
          label={t("selection.needs.hostContext")}
          hint={t("selection.needs.hostContextHint")}
          maxLength={2000}
          required
        />
        <TextArea
          {...fieldProps(fields.security, say)}
          label={t("needs.security")}
          hint={t("needs.securityHint")}
          maxLength={2000}
          required
        />
        <TextArea
          {...fieldProps(fields.mandateTasks, say)}
          label={t("selection.needs.mandateTasks")}
          hint={t("selection.needs.mandateTasksHint")}
          required
        />
        <CheckboxGroup
          {...fieldProps(fields.languages, say)}
          label={t("selection.needs.languages")}
          options={languages.map((language) => ({
            value: language.code,
            label: nameIn(format.locale, language),
          }))}
          layout="row"
          required
        />
      </FormStack>
      {CRITERION_GROUPS.map((group) => (
        <Fieldset
          key={group}
          id={`group-${group}`}
          legend={t(`selection.group.${group}`)}
          hint={t("selection.needs.levelsHint")}
        >
          {DEFAULT_CRITERIA.map((criterion, index) => {
            const row = rows[index];
            if (criterion.group !== group || !row) return null;
            const { criterionCode, level, why } = row.getFieldset();
            const least = criterion.minimumLevel === null ? 0 : 1;
            return (
              <div key={criterion.code} className="border-b border-rule pb-4">
                <input type="hidden" name={criterionCode.name} value={criterion.code} />
                <RadioGroup
                  {...fieldProps(level, say)}
                  label={inLanguage(format.locale, criterion.name)}
                  hint={inLanguage(format.locale, criterion.definition)}
                  options={NEED_LEVELS.filter((value) => value >= least).map((value) => ({
                    value: String(value),
                    label: t(`selection.needs.level.${value}`),
                  }))}
                  layout="row"
                  required
                />
                <div className="mt-2">
                  <TextField
                    {...fieldProps(why, say)}
                    label={t("selection.needs.why")}
                    maxLength={500}
                    width="full"
                    required
                  />
                </div>
              </div>
            );
          })}
        </Fieldset>
      ))}
      <FormActions note={t("selection.needs.note", { version: (before?.version ?? 0) + 1 })}>
        <Button>{t("selection.needs.save")}</Button>
      </FormActions>
    </Form>
  );
}

function defaultsOf(before: NeedsBefore | null, workingLanguages: readonly string[]): Fields {
  return {
    basedOn: String(before?.version ?? 0),
    phase: before?.phase ?? "",
    hostContext: before?.hostContext ?? "",
    security: before?.security ?? "",
    mandateTasks: before?.mandateTasks.join("\n") ?? "",
    languages: [...(before?.languages ?? workingLanguages)],
    needs: DEFAULT_CRITERIA.map(({ code }) => {
      const item = before?.items.find(({ criterionCode }) => criterionCode === code);
      return { criterionCode: code, level: item ? String(item.level) : "", why: item?.why ?? "" };
    }),
  };
}
