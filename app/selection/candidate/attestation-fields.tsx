import type { FieldMetadata } from "@conform-to/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { CheckboxField, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { ATTESTED_ELEMENTS, type AttestedElement, UNDERTAKINGS } from "./attestation.ts";

/** An attestation as a form holds it. Nothing is chosen beforehand. */
export type AttestationDraft = Record<
  AttestedElement | (typeof UNDERTAKINGS)[number] | "explanation" | "signedName",
  string
>;

export const EMPTY_ATTESTATION: AttestationDraft = {
  ...{ noConviction: "", nothingPending: "", noViolation: "", noRepatriation: "" },
  ...{ update: "", checks: "", truth: "", explanation: "", signedName: "" },
};

interface Props {
  readonly fields: { readonly [K in keyof AttestationDraft]: FieldMetadata<string> };
  readonly say: Say;
}

/** The elements of the attestation, each by itself, what is undertaken with them, and the name under it. */
export function AttestationFields({ fields, say }: Props) {
  const { t } = useLanguage();
  return (
    <Fieldset
      legend={t("selection.consent.attestation")}
      id="attestation"
      hint={t("selection.attestation.hint")}
    >
      {ATTESTED_ELEMENTS.map((element) => (
        <RadioGroup
          key={element}
          {...fieldProps(fields[element], say)}
          label={t(`selection.attestation.${element}`)}
          options={(["attest", "unable"] as const).map((value) => ({
            value,
            label: t(`selection.attestation.${value}`),
          }))}
          layout="row"
          required
        />
      ))}
      <TextArea
        {...fieldProps(fields.explanation, say)}
        label={t("selection.attestation.explanation")}
        hint={t("selection.attestation.explanationHint")}
        mark={t("selection.conflict.ifAny")}
        maxLength={4000}
      />
      {UNDERTAKINGS.map((undertaking) => (
        <CheckboxField
          key={undertaking}
          {...fieldProps(fields[undertaking], say)}
          label={t(`selection.attestation.${undertaking}`)}
          required
        />
      ))}
      <TextField
        {...fieldProps(fields.signedName, say)}
        label={t("selection.attestation.signedName")}
        maxLength={250}
        autoComplete="name"
        required
      />
    </Fieldset>
  );
}
