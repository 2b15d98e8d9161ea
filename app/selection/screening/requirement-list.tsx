import { useLanguage } from "#app/i18n/provider.tsx";
import type { Requirement } from "./requirement.ts";
import { requirementWords } from "./requirement-words.ts";
import { requirementKey } from "./requirements.ts";

/** Puts a requirement into a sentence of the reader's language. */
export function useRequirementWords(): (requirement: Requirement) => string {
  const { t, format } = useLanguage();
  return (requirement) => requirementWords(t, format.locale, requirement);
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
