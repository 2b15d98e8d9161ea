import { type FieldMetadata, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { CRITERION_GROUPS } from "./criterion-group.ts";
import { RUBRIC_SCALES } from "./rubric.ts";
import { type RowFields, RubricCriterionRow } from "./rubric-criterion-row.tsx";
import { type DraftProblem, draftIn, draftProblems, fieldName, weighDraft } from "./rubric-draft.ts";
import { ownerPath } from "./rubric-owner.ts";
import { RubricSums } from "./rubric-sums.tsx";
import type { OfferedWords, Workshop } from "./rubric-workshop.queries.server.ts";
import { valuesIn, workshopDefaults } from "./rubric-workshop-values.ts";

interface Fields {
  version: string;
  levels: string;
  shares: { merit: string; competence: string; missionNeeds: string };
  criteria: RowFields[];
}

interface Props {
  readonly workshop: Workshop;
  readonly reply: FormReply | undefined;
}

/**
 * A rubric under the pen: which criteria of the library it has, and what they weigh. Where JavaScript runs, weights and
 * what stands against the draft follow every key; without it they are told when the draft is saved.
 */
export function RubricWorkshopForm({ workshop, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { rubric, offered, owner } = workshop;
  const defaults = workshopDefaults(workshop);
  const [form, fields] = useForm<Fields>({
    id: "rubric",
    lastResult: reply?.lastResult,
    defaultValue: { version: String(rubric.version), ...defaults },
  });
  const known = new Map(offered.map((one) => [one.code, one]));
  const [typed, setTyped] = useState<ReturnType<typeof draftIn> | null>(null);
  const draft = typed ?? draftIn(valuesIn(reply?.lastResult.initialValue ?? defaults), offered.length);
  const problems = typed && draftProblems(typed, known);
  const weights = weighDraft(draft, known);
  const follow = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const posted = new FormData(currentTarget);
    const valueIn = (name: string) => posted.get(name)?.toString();
    setTyped(draftIn(valueIn, offered.length));
  };
  /** The field's own errors as posted, or as they stand while it is typed in. */
  const bind = (field: FieldMetadata<string>) => ({
    ...fieldProps(field, say),
    ...(problems && { errors: errorsOf(problems, field.name, say) }),
  });
  const errorsAt = (field: Pick<FieldMetadata, "name" | "errors">) =>
    problems ? errorsOf(problems, field.name, say) : (field.errors?.map(say) ?? []);
  const nameOf = (field: string) => nameIn(offered[placeIn(field)], format.locale);
  const shareFields = fields.shares.getFieldset();
  const rows = fields.criteria.getFieldList();
  return (
    <Form method="post" id={form.id} onInput={follow} noValidate>
      <FormProblems form={form} reply={reply} about={nameOf} />
      {reply?.refusal?.code === "rubricChangedMeanwhile" && (
        <div className="mb-6">
          <Alert
            tone="warn"
            title={t("rubric.changedTitle")}
            actions={
              <LinkButton size="small" to={paths.rubricVersions(rubric.id)}>
                {t("rubric.seeOther")}
              </LinkButton>
            }
          >
            {t("rubric.changedText")}
          </Alert>
        </div>
      )}
      <input type="hidden" name={fields.version.name} value={rubric.version} />
      <SelectField
        {...bind(fields.levels)}
        label={t("rubric.levels")}
        hint={t("rubric.levelsHint")}
        options={RUBRIC_SCALES.map((levels) => ({
          value: String(levels),
          label: t("rubric.levelCount", { levels }),
        }))}
        required
      />
      <Fieldset
        id={fields.shares.id}
        legend={t("rubric.shares")}
        hint={t("rubric.sharesHint")}
        errors={errorsAt(fields.shares)}
      >
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
          {CRITERION_GROUPS.map((group) => (
            <TextField
              key={group}
              {...bind(shareFields[group])}
              type="number"
              min={0}
              max={100}
              width="short"
              label={t(`selection.group.${group}`)}
              after={t("rubric.percent")}
              required
            />
          ))}
        </div>
      </Fieldset>
      <RubricSums draft={draft} weights={weights} />
      <Fieldset
        id={fields.criteria.id}
        legend={t("rubric.criteria")}
        hint={t("rubric.criteriaHint")}
        errors={errorsAt(fields.criteria)}
      >
        {CRITERION_GROUPS.map((group) => (
          <div key={group}>
            <h2 className="mb-2 font-serif text-lg font-semibold">{t(`selection.group.${group}`)}</h2>
            {offered.map((criterion, place) => {
              const row = rows[place];
              if (criterion.group !== group || !row) return null;
              return (
                <RubricCriterionRow
                  key={criterion.code}
                  criterion={criterion}
                  fields={row.getFieldset()}
                  row={draft.criteria[place]}
                  levels={draft.levels}
                  weights={weights}
                  shares={draft.shares}
                  bind={bind}
                />
              );
            })}
          </div>
        ))}
      </Fieldset>
      <FormActions note={t("rubric.saveNote", { version: rubric.version + 1 })}>
        <Button>{t("rubric.save")}</Button>
        <LinkButton to={owner.standing === "next" ? paths.rubricChange(rubric.id) : ownerPath(owner)}>
          {t("rubric.leave")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

const errorsOf = (problems: readonly DraftProblem[], name: string, say: (code: string) => string) =>
  problems.filter(({ path }) => fieldName(path) === name).map(({ code }) => say(code));

/** What a criterion is called in its latest words. */
function nameIn(criterion: OfferedWords | undefined, locale: string) {
  const [latest] = criterion?.versions ?? [];
  return latest && inLanguage(locale, latest.name);
}
