import { useLanguage } from "#app/i18n/provider.tsx";
import { Steps } from "#app/ui/steps.tsx";
import type { VacancyState } from "./lifecycle.ts";
import { VACANCY_ROAD, type VacancyStep, vacancyStepAt } from "./vacancy-road.ts";

interface Props {
  readonly state: VacancyState;
  /** What stands under a step: a date, a count. */
  readonly notes?: Partial<Record<VacancyStep, string>>;
  /** Where a step leads. */
  readonly links?: Partial<Record<VacancyStep, string>>;
}

/** The road of a vacancy, with where it stands. */
export function VacancySteps({ state, notes = {}, links = {} }: Props) {
  const { t } = useLanguage();
  const at = VACANCY_ROAD.indexOf(vacancyStepAt(state));
  return (
    <Steps
      label={t("selection.vacancy.road")}
      steps={VACANCY_ROAD.map((key, index) => {
        const standing = index < at || state === "closed" ? "done" : index === at ? "current" : "ahead";
        return {
          key,
          label: t(`selection.vacancy.step.${key}`),
          state: standing,
          stateLabel: t(`selection.vacancy.standing.${standing}`),
          note: notes[key],
          to: links[key],
        };
      })}
    />
  );
}
