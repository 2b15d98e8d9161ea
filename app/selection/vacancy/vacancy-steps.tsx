import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { awaitsDecision, type VacancyState } from "#app/selection/lifecycle.ts";
import { Steps } from "#app/ui/steps.tsx";
import { VACANCY_ROAD, type VacancyStep, vacancyStepAt } from "./vacancy-road.ts";

interface Props {
  readonly vacancy: {
    readonly id: string;
    readonly state: VacancyState;
    readonly closesAt: string | null;
    readonly decisionDueOn: string | null;
    readonly call: { readonly reference: string } | null;
    readonly panel: { readonly id: string } | null;
  };
  /** How many candidacies it has. */
  readonly candidacies: number;
}

type OfStep = Partial<Record<VacancyStep, string>>;

/** The road of a vacancy, with where it stands, what is known of a step, and where the step is seen to. */
export function VacancySteps({ vacancy, candidacies }: Props) {
  const { t, format } = useLanguage();
  const { id, state, closesAt, decisionDueOn, call, panel } = vacancy;
  const until = (date: string) => t("selection.vacancy.until", { date: format.date(date) });
  const notes: OfStep = {
    ...(closesAt ? { open: until(closesAt) } : {}),
    ...(candidacies > 0 ? { screening: t("selection.vacancy.nominated", { count: candidacies }) } : {}),
    ...(decisionDueOn ? { decided: until(decisionDueOn) } : {}),
  };
  const links: OfStep = {
    ...(call ? { open: paths.call(call.reference) } : {}),
    ...(panel ? { assessment: paths.panel(panel.id) } : {}),
    ...(awaitsDecision(state) || state === "decided" ? { decided: paths.decision(id) } : {}),
  };
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
