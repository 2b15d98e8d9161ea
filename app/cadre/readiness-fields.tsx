import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { READINESS_LEVELS } from "./readiness.ts";

/** A role kind to choose. */
export interface RoleKindChoice {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

interface Props {
  readonly roleKinds: readonly RoleKindChoice[];
  /** For how many months the finding will hold. */
  readonly months: number;
  readonly roleKind: FieldBinding;
  readonly level: FieldBinding;
  readonly evidence: FieldBinding;
}

/** For which role, how soon, and what speaks for it. */
export function ReadinessFields({ roleKinds, months, roleKind, level, evidence }: Props) {
  const { t, format } = useLanguage();
  return (
    <>
      <SelectField
        {...roleKind}
        label={t("cadre.admit.roleKind")}
        placeholder={t("cadre.propose.choose")}
        options={roleKinds.map((kind) => ({
          value: kind.code,
          label: nameIn(format.locale, kind),
        }))}
        required
      />
      <RadioGroup
        {...level}
        label={t("cadre.admit.level")}
        options={READINESS_LEVELS.map((value) => ({ value, label: t(`cadre.readiness.${value}`) }))}
        layout="row"
        required
      />
      <TextArea
        {...evidence}
        label={t("cadre.admit.evidence")}
        hint={t("cadre.admit.evidenceHint", { months })}
        maxLength={1000}
        required
      />
    </>
  );
}
