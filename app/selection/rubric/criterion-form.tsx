import { type FieldMetadata, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { CRITERION_GROUPS, CRITERION_STAGES } from "./criterion-group.ts";
import type { LibraryCriterion } from "./library.queries.server.ts";
import { RUBRIC_LEVELS, RUBRIC_SCALES } from "./rubric.ts";

interface Words {
  en: string;
  fr: string;
}

interface Fields {
  version: string;
  group: string;
  stage: string;
  levels: string;
  name: Words;
  definition: Words;
  anchors: Words[];
  reason: string;
}

interface Props {
  /** The latest version, to be written anew; null for a new criterion. */
  readonly before: LibraryCriterion | null;
  readonly back: string;
  readonly reply: FormReply | undefined;
}

const MOST_LEVELS = Math.max(...RUBRIC_SCALES);

/** A criterion in words of both languages, with what each level looks like. */
export function CriterionForm({ before, back, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "criterion",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(before),
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      {before && <input type="hidden" name={fields.version.name} value={before.version} />}
      <FormStack>
        {!before && (
          <RadioGroup
            {...fieldProps(fields.group, say)}
            label={t("selection.rubric.group")}
            hint={t("rubric.groupHint")}
            options={CRITERION_GROUPS.map((value) => ({ value, label: t(`selection.group.${value}`) }))}
            layout="row"
            required
          />
        )}
        <RadioGroup
          {...fieldProps(fields.stage, say)}
          label={t("rubric.stage")}
          options={CRITERION_STAGES.map((value) => ({ value, label: t(`rubric.stage.${value}`) }))}
          layout="row"
          required
        />
        <RadioGroup
          {...fieldProps(fields.levels, say)}
          label={t("rubric.levels")}
          hint={t("rubric.criterionLevelsHint")}
          options={RUBRIC_SCALES.map((levels) => ({
            value: String(levels),
            label: t("rubric.levelCount", { levels }),
          }))}
          layout="row"
          required
        />
        <TwoLanguages fields={fields.name.getFieldset()} label={t("rubric.name")} most={120} line say={say} />
        <TwoLanguages
          fields={fields.definition.getFieldset()}
          label={t("rubric.definition")}
          most={500}
          say={say}
        />
      </FormStack>
      <Fieldset id={fields.anchors.id} legend={t("rubric.anchors")} hint={t("rubric.anchorsHint")}>
        {fields.anchors.getFieldList().map((anchor, index) => (
          <TwoLanguages
            key={anchor.key}
            fields={anchor.getFieldset()}
            label={t("rubric.anchorOf", { level: index + 1 })}
            most={400}
            say={say}
          />
        ))}
      </Fieldset>
      {before && (
        <div className="mt-5">
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("rubric.why")}
            hint={t("rubric.whyHint")}
            maxLength={1000}
            required
          />
        </div>
      )}
      <FormActions note={before ? t("rubric.reviseNote", { version: before.version + 1 }) : undefined}>
        <Button>{t(before ? "rubric.saveCriterion" : "rubric.addCriterion")}</Button>
        <LinkButton to={back}>{t("rubric.leave")}</LinkButton>
      </FormActions>
    </Form>
  );
}

const NO_WORDS: Words = { en: "", fr: "" };

const wordsOf = (words: Words | undefined) => (words ? { en: words.en, fr: words.fr } : NO_WORDS);

function defaultsOf(before: LibraryCriterion | null): Fields {
  return {
    version: String(before?.version ?? ""),
    group: before?.group ?? "",
    stage: before?.stage ?? "",
    levels: String(before?.levels ?? RUBRIC_LEVELS),
    name: wordsOf(before?.name),
    definition: wordsOf(before?.definition),
    anchors: Array.from({ length: MOST_LEVELS }, (_, index) => wordsOf(before?.anchors[index])),
    reason: "",
  };
}

interface TwoLanguagesProps {
  readonly fields: { readonly en: FieldMetadata<string>; readonly fr: FieldMetadata<string> };
  readonly label: string;
  readonly most: number;
  /** A line is enough. */
  readonly line?: boolean;
  readonly say: Say;
}

/** The same words in English and in French, side by side where there is room. */
function TwoLanguages({ fields, label, most, line = false, say }: TwoLanguagesProps) {
  const { t } = useLanguage();
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      {(["en", "fr"] as const).map((language) => {
        const props = {
          ...fieldProps(fields[language], say),
          label: t(language === "en" ? "rubric.wordsInEnglish" : "rubric.wordsInFrench", { what: label }),
          lang: language,
          maxLength: most,
        };
        return line ? (
          <TextField key={language} {...props} width="full" />
        ) : (
          <TextArea key={language} {...props} rows={2} />
        );
      })}
    </div>
  );
}
