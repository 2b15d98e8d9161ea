import { describe, expect, it } from "vitest";
import { VACANCY_STATES } from "#app/selection/lifecycle.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { VACANCY_ROAD, vacancyStepAt } from "#app/selection/vacancy/vacancy-road.ts";

describe("vacancyStepAt", () => {
  it("is the step that is at work: the decision once the report is signed, the appointment once decided", () => {
    expect(VACANCY_STATES.map(vacancyStepAt)).toEqual([
      ...["draft", "open", "screening", "assessment", "revealed"],
      ...["decided", "decided", "closed", "closed"],
    ]);
    for (const state of VACANCY_STATES) expect(VACANCY_ROAD).toContain(vacancyStepAt(state));
  });
});

describe("nominationStatus after a selection was declined", () => {
  it("opens the case again for those recommended alone, and names who declined", () => {
    expect(nominationStatus("recommended", "reopened", "all")).toBe("reconsidered");
    for (const state of ["suitable", "notRecommended", "screenedOut", "withdrawn"] as const)
      expect(nominationStatus(state, "reopened", "all")).toBe(nominationStatus(state, "decided", "all"));
    for (const vacancy of ["reopened", "decided", "closed"] as const)
      expect(nominationStatus("declined", vacancy, "all")).toBe("declined");
  });
});
