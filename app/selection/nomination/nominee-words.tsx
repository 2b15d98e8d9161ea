import { useState } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CheckboxField, Fieldset } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { STATEMENT_LENGTH } from "./nomination.ts";
import type { SectionProps } from "./nominee-fields.ts";
import { CERTIFIED_POINTS, DISCLOSURE_LENGTH } from "./nominee-file.ts";
import { VISION_WORDS, wordsIn } from "./profile.ts";

interface Props extends SectionProps {
  readonly self: boolean;
}

/** The vision statement with its words counted; the state's recommendation and certification. */
export function NomineeWords({ fields, say, self }: Props) {
  const { t } = useLanguage();
  const [words, setWords] = useState(() => wordsIn(String(fields.visionStatement.initialValue ?? "")));
  return (
    <>
      <Fieldset legend={t("nominating.section.words")} id="words">
        <TextArea
          {...fieldProps(fields.visionStatement, say)}
          label={t("selection.dossier.vision")}
          hint={t("selection.consent.visionHint", { words: VISION_WORDS })}
          rows={8}
          onInput={(event) => setWords(wordsIn(event.currentTarget.value))}
          after={
            <span className={words > VISION_WORDS ? "font-semibold text-bad" : undefined}>
              {t("nominating.field.words", { words, most: VISION_WORDS })}
            </span>
          }
        />
        {!self && (
          <TextArea
            {...fieldProps(fields.statement, say)}
            label={t("selection.nomination.statement")}
            hint={t("selection.nomination.statementHint")}
            maxLength={STATEMENT_LENGTH.most}
          />
        )}
      </Fieldset>
      {!self && (
        <Fieldset
          legend={t("nominating.section.certification")}
          id="certification"
          hint={t("nominating.field.certificationHint")}
        >
          {CERTIFIED_POINTS.map((point) => (
            <CheckboxField
              key={point}
              {...fieldProps(fields[point], say)}
              label={t(`nominating.certified.${point}`)}
            />
          ))}
          <TextArea
            {...fieldProps(fields.disclosure, say)}
            label={t("nominating.field.disclosure")}
            mark={t("selection.conflict.ifAny")}
            hint={t("nominating.field.disclosureHint", { characters: DISCLOSURE_LENGTH.least })}
            maxLength={DISCLOSURE_LENGTH.most}
            rows={3}
          />
        </Fieldset>
      )}
    </>
  );
}
