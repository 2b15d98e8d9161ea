import { describe, expect, it } from "vitest";
import { slowBefore, stageClock, stageStays, USUAL_DAYS } from "#app/selection/candidate/stage-clock.ts";
import { CANDIDACY_STATES } from "#app/selection/lifecycle.ts";

const now = new Date("2026-11-25T12:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const stage = (name: string, days: number) => ({ stage: name, reachedAt: ago(days) });

describe("how long a case has stood where it stands", () => {
  it("is counted from the last stage it reached, in whole days", () => {
    const stages = [stage("nominated", 40), stage("consented", 5.5)];
    expect(stageClock("consented", stages, now)).toEqual({
      ...{ since: ago(5.5).toISOString(), days: 5, slow: false },
    });
  });

  it("is slow past what is usual, and the list's bound agrees with the clock", () => {
    for (const [state, usual] of Object.entries(USUAL_DAYS)) {
      const known = CANDIDACY_STATES.find((one) => one === state);
      if (!known) throw new Error(`${state} is no state`);
      const at = (days: number) => stageClock(known, [stage("any", days)], now)?.slow;
      expect([at(usual), at(usual + 0.9), at(usual + 1)]).toEqual([false, false, true]);
      expect(slowBefore(usual, now)).toEqual(ago(usual + 1));
    }
  });

  it("is nothing for a case that has ended or waits for nothing of its own", () => {
    for (const state of [
      "screenedOut",
      "withdrawn",
      "merged",
      "notRecommended",
      "suitable",
      "appointed",
    ] as const)
      expect(stageClock(state, [stage("nominated", 9)], now)).toBeNull();
    expect(stageClock("nominated", [], now)).toBeNull();
  });

  it("is told stage by stage, the last one running or ended", () => {
    const stages = [stage("consented", 20), stage("nominated", 30), stage("screenedIn", 6)];
    const days = (running: boolean) =>
      stageStays(stages, running, now).map((stay) => [stay.stage, stay.days]);
    expect(days(true)).toEqual([
      ["nominated", 10],
      ["consented", 14],
      ["screenedIn", 6],
    ]);
    expect(days(false).at(-1)).toEqual(["screenedIn", null]);
  });
});
