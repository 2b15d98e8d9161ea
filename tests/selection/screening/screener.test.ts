import { describe, expect, it } from "vitest";
import { screeningBar, statesOf } from "#app/selection/screening/screener.ts";
import { actorWith } from "#tests/selection/actor-with.ts";

const theCase = { candidateUserId: "candidate", nominatedById: "focal", stateCode: "GH" };

describe("who may screen a case", () => {
  it("is any officer, but its candidate, who nominated, and the nominating state's focal point", () => {
    const officer = actorWith("secretariat", "officer");
    expect(screeningBar(officer, theCase)).toBeNull();
    expect(screeningBar({ ...officer, userId: "candidate" }, theCase)?.code).toBe("ownCase");
    expect(screeningBar({ ...officer, userId: "focal" }, theCase)?.code).toBe("ownNominee");
    const roles = [...officer.roles, { role: "focalPoint" as const, stateCode: "GH" }];
    expect(screeningBar({ ...officer, roles }, theCase)?.code).toBe("ownNominee");
    expect(screeningBar({ ...officer, roles }, { ...theCase, stateCode: "FR" })).toBeNull();
    expect(screeningBar({ ...officer, roles }, { ...theCase, stateCode: null })).toBeNull();
    expect(statesOf({ roles })).toEqual(["GH"]);
  });

  it("does not take a candidate without an account for an officer without one", () => {
    const nobody = actorWith("secretariat", "", { userId: null });
    expect(screeningBar(nobody, { ...theCase, candidateUserId: null })).toBeNull();
  });
});
