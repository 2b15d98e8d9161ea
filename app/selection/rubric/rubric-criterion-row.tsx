import type { FieldMetadata } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { CRITERION_STAGES, type GroupShares } from "./criterion-group.ts";
import { NEED_LEVELS } from "./criterion-weight.ts";
import { weightSource } from "./rubric.ts";
import { BASE_WEIGHT, type DraftRow, type DraftWeights } from "./rubric-draft.ts";
import type { OfferedWords } from "./rubric-workshop.queries.server.ts";
import type { TypedRow } from "./rubric-workshop-values.ts";
import { WeightSourceText } from "./weight-source.tsx";

export type RowFields = TypedRow;

interface Props {
  readonly criterion: OfferedWords;
  readonly fields: { readonly [Field in keyof RowFields]: FieldMetadata<string> };
  /** What stands in the row now. */
  readonly row: DraftRow | undefined;
  readonly levels: number;
  readonly weights: DraftWeights | null;
  readonly shares: GroupShares;
  readonly bind: (field: FieldMetadata<string>) => FieldBinding;
}

/**
 * A criterion of the library to be taken up or left. What it weighs is asked once it is taken up: the rest of the row
 * shows by the tick alone, with JavaScript or without.
 */
export function RubricCriterionRow({ criterion, fields, row, levels, weights, shares, bind }: Props) {
  const { t, format } = useLanguage();
  const code = <input type="hidden" name={fields.code.name} value={criterion.code} />;
  const words =
    criterion.versions.find(({ version }) => version === row?.libraryVersion) ?? criterion.versions[0];
  if (!words) return code;
  const weighed = weights?.criteria.find((one) => one.code === criterion.code);
  const scale = Number.isInteger(levels) && levels > 0 && levels <= 10 ? levels : words.levels;
  return (
    <div className="group/row border-b border-rule py-3">
      {code}
      <CheckboxField
        {...bind(fields.chosen)}
        label={<span className="font-semibold">{inLanguage(format.locale, words.name)}</span>}
        hint={inLanguage(format.locale, words.definition)}
        mark={criterion.retired ? t("rubric.retiredMark") : undefined}
        after={
          <Link to={paths.criterion(criterion.code)}>
            {t("rubric.wordsOf", { code: criterion.code, version: words.version })}
          </Link>
        }
      />
      <div className="mt-3 ms-7.5 group-has-[input[type=checkbox]:not(:checked)]/row:hidden">
        <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <VersionField criterion={criterion} field={fields.libraryVersion} bind={bind} />
          <TextField
            {...bind(fields.baseWeight)}
            type="number"
            min={BASE_WEIGHT.least}
            max={BASE_WEIGHT.most}
            width="short"
            label={t("rubric.base")}
            required
          />
          {criterion.missionNeed === null ? (
            <SelectField
              {...bind(fields.need)}
              label={t("rubric.needHere")}
              placeholder={t("rubric.needChoose")}
              options={NEED_LEVELS.filter((level) => level > 0).map((level) => ({
                value: String(level),
                label: t("rubric.needLevel", { need: level, level: t(`selection.needs.level.${level}`) }),
              }))}
              required
            />
          ) : (
            <StatedNeed need={criterion.missionNeed} />
          )}
          <SelectField
            {...bind(fields.minimumLevel)}
            label={t("selection.rubric.minimum")}
            placeholder={t("rubric.noMinimum")}
            options={Array.from({ length: scale }, (_, n) => ({
              value: String(n + 1),
              label: format.number(n + 1),
            }))}
          />
          <SelectField
            {...bind(fields.stage)}
            label={t("rubric.stage")}
            options={CRITERION_STAGES.map((stage) => ({ value: stage, label: t(`rubric.stage.${stage}`) }))}
            required
          />
        </div>
        {weights && weighed && (
          <p className="mt-2 text-sm text-muted">
            <WeightSourceText
              criterion={weighed}
              source={weightSource(weighed, weights.criteria, shares)}
              weight={weights.byCode.get(criterion.code) ?? 0}
            />
          </p>
        )}
      </div>
    </div>
  );
}

interface VersionProps {
  readonly criterion: OfferedWords;
  readonly field: FieldMetadata<string>;
  readonly bind: Props["bind"];
}

/** Which words the rubric takes: asked only where it has older ones than the library. */
function VersionField({ criterion: { versions }, field, bind }: VersionProps) {
  const { t } = useLanguage();
  const [latest, older] = versions;
  if (!older) return <input type="hidden" name={field.name} value={latest?.version} />;
  return (
    <SelectField
      {...bind(field)}
      label={t("rubric.version")}
      options={versions.map(({ version }) => ({
        value: String(version),
        label: t(version === latest?.version ? "rubric.versionLatest" : "rubric.versionOlder", { version }),
      }))}
      required
    />
  );
}

/** The need that the mission stated: it is changed there and nowhere else. */
function StatedNeed({ need }: { readonly need: number }) {
  const { t } = useLanguage();
  const level = NEED_LEVELS.find((one) => one === need) ?? 0;
  return (
    <div>
      <p className="mb-1 font-semibold leading-snug">{t("rubric.needStated")}</p>
      <p>{t("rubric.needLevel", { need: level, level: t(`selection.needs.level.${level}`) })}</p>
    </div>
  );
}
