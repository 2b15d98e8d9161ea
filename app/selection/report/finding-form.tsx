import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pressSheetKey, SheetKeysHelp } from "#app/selection/sheet/score-sheet-keyboard.tsx";
import { markOf } from "#app/selection/sheet/sheet-entry.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { FINDING_LENGTH, FINDING_OUTCOMES } from "./finding.ts";
import { FindingCriterionFields } from "./finding-criterion-fields.tsx";
import type { FindingPage } from "./finding-page.ts";
import { FINDING_REASON_NAMES, FINDING_REASONS } from "./finding-reasons.ts";

interface Props {
  readonly page: FindingPage;
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  criteria: { criterionId: string; mark: string; text: string; reason: string }[];
  outcome: string;
  reasonCodes: string[];
  text: string;
  namesSeen: string;
}

/** What the panel found, criterion by criterion and as a whole, as its chair writes it down. */
export function FindingForm({ page, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "finding",
    lastResult: reply?.lastResult,
    defaultValue: defaultsOf(page),
  });
  const about = (field: string) => {
    const criterion = field.startsWith("criteria") && page.criteria[placeIn(field)];
    return criterion ? inLanguage(format.locale, criterion.name) : undefined;
  };
  return (
    <Form method="post" id={form.id} onKeyDown={(event) => pressSheetKey(event, page.levels)} noValidate>
      <FormProblems form={form} reply={reply} about={about} />
      <SheetKeysHelp levels={page.levels} />
      <input type="hidden" name={fields.version.name} value={page.finding?.version ?? 0} />
      <div className="space-y-8">
        {fields.criteria.getFieldList().map((row, place) => {
          const criterion = page.criteria[place];
          if (!criterion) return null;
          return (
            <FindingCriterionFields
              key={row.key}
              page={page}
              criterion={criterion}
              place={place}
              fields={row.getFieldset()}
              say={say}
            />
          );
        })}
        <Fieldset legend={t("selection.finding.whole")} id="whole">
          <RadioGroup
            {...fieldProps(fields.outcome, say)}
            label={t("selection.finding.outcome")}
            options={FINDING_OUTCOMES.map((value) => ({
              value,
              label: t(`selection.finding.outcome.${value}`),
              hint: t(`selection.finding.means.${value}`),
            }))}
            required
          />
          <CheckboxGroup
            {...fieldProps(fields.reasonCodes, say)}
            label={t("selection.finding.reasons")}
            hint={t("selection.finding.reasonsHint")}
            options={FINDING_REASON_NAMES.filter(
              (value) => value !== "notShortlisted" || page.passedOver !== null,
            ).map((value) => ({
              value,
              label: `${FINDING_REASONS[value].code} · ${t(`selection.finding.reason.${value}`)}`,
            }))}
          />
          <TextArea
            {...fieldProps(fields.text, say)}
            label={t("selection.finding.text")}
            hint={t("selection.finding.textHint", { characters: FINDING_LENGTH })}
            rows={7}
            maxLength={6000}
            required
          />
          {reply?.refusal?.code === "namesOthers" && (
            <CheckboxField {...fieldProps(fields.namesSeen, say)} label={t("selection.finding.namesSeen")} />
          )}
        </Fieldset>
      </div>
      <FormActions note={t("selection.finding.note")}>
        <Button>{t("selection.finding.save")}</Button>
      </FormActions>
    </Form>
  );
}

/** What was found before; on a criterion not found on yet, the level that every member gave, where it is one. */
function defaultsOf({ finding, criteria, sheets }: FindingPage) {
  return {
    outcome: finding?.outcome ?? "",
    reasonCodes: [...(finding?.reasonCodes ?? [])],
    text: finding?.text ?? "",
    criteria: criteria.map(({ id }) => {
      const kept = finding?.criteria.find(({ criterionId }) => criterionId === id);
      const given = sheets.map(({ entries }) =>
        markOf(entries.find(({ criterionId }) => criterionId === id)),
      );
      const agreed = new Set(given).size === 1 ? given[0] : "";
      return {
        criterionId: id,
        mark: kept ? markOf(kept) : (agreed ?? ""),
        text: kept?.text ?? "",
        reason: kept?.reason ?? "",
      };
    }),
  };
}
