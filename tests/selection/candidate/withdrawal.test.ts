import { describe, expect, it } from "vitest";
import {
  CANDIDACY_STATES,
  LIVE_CANDIDACY_STATES,
  mayWithdraw,
  VACANCY_STATES,
} from "#app/selection/lifecycle.ts";

describe("mayWithdraw", () => {
  it("holds for a live candidacy until its vacancy is decided, and for nothing else", () => {
    for (const state of CANDIDACY_STATES) {
      const possible = VACANCY_STATES.filter((vacancyState) => mayWithdraw(state, vacancyState));
      const before = VACANCY_STATES.filter((one) => one !== "decided" && one !== "closed");
      expect(possible).toEqual(LIVE_CANDIDACY_STATES.includes(state) ? before : []);
    }
  });
});
