import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { Requirement } from "./requirement.ts";
import { requirementKey } from "./requirements.ts";

/** Puts a requirement into a sentence of the reader's language. */
export function useRequirementWords(): (requirement: Requirement) => string {
  const { t, format } = useLanguage();
  return (requirement) => {
    switch (requirement.kind) {
      case "seniorYears":
        return t("selection.requirement.seniorYears", { years: requirement.years });
      case "fieldMissions":
        return t("selection.requirement.fieldMissions", { missions: requirement.missions });
      case "level":
        return t("vetting.requirement.level", { level: requirement.atLeast });
      case "rank":
        return t("vetting.requirement.rank", { rank: t(`vetting.requirement.rank.${requirement.atLeast}`) });
      case "language":
        return t("selection.dossier.languageWithLevel", {
          language: inLanguage(format.locale, requirement.name),
          level: requirement.level,
        });
      case "deployable":
        return t("selection.requirement.deployable", { days: requirement.days });
      case "notHostNational":
        return t("selection.requirement.notHostNational");
      case "attestation":
        return t("selection.requirement.attestation");
    }
  };
}

interface Props {
  readonly requirements: readonly Requirement[];
}

/** What a candidate must bring. */
export function RequirementList({ requirements }: Props) {
  const say = useRequirementWords();
  return (
    <ul className="measure list-disc ps-5">
      {requirements.map((requirement) => (
        <li key={requirementKey(requirement)}>{say(requirement)}</li>
      ))}
    </ul>
  );
}
