import type { FieldMetadata } from "@conform-to/react";
import { useT } from "#app/i18n/provider.tsx";
import { EvidenceList, type NamedStates } from "#app/selection/screening/evidence-list.tsx";
import type { Check } from "#app/selection/screening/requirement-evidence.ts";
import { useRequirementWords } from "#app/selection/screening/requirement-list.tsx";
import { VERDICTS } from "#app/selection/screening/requirements.ts";
import type { ScreeningView } from "#app/selection/screening/screening.queries.server.ts";
import { Explanations } from "#app/selection/screening/screening-standing.tsx";
import { Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";

/** A finding on a requirement as a form holds it. */
export interface FindingDraft {
  requirement: string;
  verdict: string;
  evidence: string;
}

interface Props {
  readonly checks: readonly Check[];
  /** What the candidate was asked; an explanation stands beside the requirement that it bears upon. */
  readonly requests?: ScreeningView["requests"];
  readonly states: NamedStates;
  readonly findings: FieldMetadata<FindingDraft[]>;
  readonly say: Say;
}

/** A finding on each requirement, beside what the file by itself suggests. */
export function FindingFields({ checks, requests = [], states, findings, say }: Props) {
  const t = useT();
  const words = useRequirementWords();
  return (
    <Fieldset legend={t("selection.requirement.title")} id="requirements">
      {findings.getFieldList().map((row, index) => {
        const { requirement, verdict, evidence } = row.getFieldset();
        const check = checks[index];
        if (!check) return null;
        return (
          <div key={row.key} className="border-b border-rule pb-4">
            <input type="hidden" name={requirement.name} value={check.key} />
            <RadioGroup
              {...fieldProps(verdict, say)}
              label={words(check.requirement)}
              hint={
                <>
                  <EvidenceList evidence={check.evidence} states={states} />
                  <Explanations requests={requests} requirement={check.key} />
                </>
              }
              after={t("vetting.evidence.suggestion", {
                verdict: t(`selection.screening.verdict.${check.suggestion}`),
              })}
              options={VERDICTS.map((value) => ({
                value,
                label: t(`selection.screening.verdict.${value}`),
              }))}
              layout="row"
              required
            />
            <div className="mt-2">
              <TextField
                {...fieldProps(evidence, say)}
                label={t("selection.screening.evidence")}
                mark={t("selection.screening.evidenceMark")}
                maxLength={500}
                width="full"
              />
            </div>
          </div>
        );
      })}
    </Fieldset>
  );
}
