import type { VacancyState } from "#app/selection/lifecycle.ts";

/** The steps of a vacancy's road, in order; the last is the appointment, with which it closes. */
export const VACANCY_ROAD = [
  "draft",
  "open",
  "screening",
  "assessment",
  "revealed",
  "reported",
  "decided",
  "closed",
] as const satisfies readonly VacancyState[];
export type VacancyStep = (typeof VACANCY_ROAD)[number];

/**
 * The step at which a vacancy is at work. A state says what was reached last: once the report is signed the decision is
 * awaited, again where it was declined, and once it is decided the appointment.
 */
export function vacancyStepAt(state: VacancyState): VacancyStep {
  switch (state) {
    case "reported":
    case "reopened":
      return "decided";
    case "decided":
      return "closed";
    default:
      return state;
  }
}
