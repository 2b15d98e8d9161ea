import { inLanguage } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Requirement } from "./requirement.ts";

/** A requirement as a sentence of the reader's language. */
export function requirementWords(t: Translate, locale: string, requirement: Requirement): string {
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
        language: inLanguage(locale, requirement.name),
        level: requirement.level,
      });
    case "deployable":
      return t("selection.requirement.deployable", { days: requirement.days });
    case "notHostNational":
      return t("selection.requirement.notHostNational");
    case "attestation":
      return t("selection.requirement.attestation");
  }
}
