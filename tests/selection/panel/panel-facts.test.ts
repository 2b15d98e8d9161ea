import { describe, expect, it } from "vitest";
import { can } from "#app/access/can.ts";
import {
  atWork,
  candidacyFactsOf,
  factsOf,
  isRevealed,
  type PanelState,
  visibleTo,
  withheldFrom,
} from "#app/selection/panel/panel-facts.ts";
import { actorWith } from "#tests/selection/actor-with.ts";

const panel: PanelState = {
  id: "panel",
  vacancyId: "vacancy",
  phase: "desk",
  version: 1,
  vacancyState: "assessment",
  interview: false,
  blind: false,
  calibrates: false,
  letters: new Map(),
  comparedAt: null,
  revealedAt: null,
  reported: false,
  candidacyIds: ["x", "y"],
  passedOver: [],
  decision: null,
  members: [
    { id: "m1", userId: "chair", chair: true, declared: true, recusedFrom: [] },
    { id: "m2", userId: "recused", chair: false, declared: true, recusedFrom: ["x"] },
    { id: "m3", userId: "silent", chair: false, declared: false, recusedFrom: [] },
  ],
};

describe("what a panel is to an account", () => {
  it("withholds a candidacy from who is recused from it, whatever the role worn", () => {
    for (const role of ["panelMember", "secretariat", "auditor"] as const) {
      const actor = actorWith(role, "recused");
      expect([...withheldFrom(panel, actor)]).toEqual(["x"]);
      expect(visibleTo(panel, actor)).toEqual(["y"]);
    }
    expect(visibleTo(panel, actorWith("secretariat", "officer"))).toEqual(["x", "y"]);
    expect(visibleTo(panel, { userId: null })).toEqual(["x", "y"]);
  });

  it("lets a member write only after declaring, and never on who is withheld", () => {
    const may = (userId: string, candidacyId: string) => {
      const actor = actorWith("panelMember", userId);
      return can(actor, "sheet.write", candidacyFactsOf(panel, candidacyId, actor));
    };
    expect(may("chair", "x")).toBe(true);
    expect(may("recused", "x")).toBe(false);
    expect(may("recused", "y")).toBe(true);
    expect(may("silent", "y")).toBe(false);
    expect(may("stranger", "y")).toBe(false);
  });

  it("names the chair and the members to permissions", () => {
    expect(factsOf(panel)).toEqual({ memberUserIds: ["chair", "recused", "silent"], chairUserId: "chair" });
    expect(factsOf({ members: [] })).toEqual({ memberUserIds: [], chairUserId: null });
  });

  it("is revealed from the reveal on, and stays unrevealed where it was closed before", () => {
    const phases = ["forming", "desk", "revealed", "reported", "closed"] as const;
    const comparedAt = null;
    const revealedAt = new Date();
    expect(phases.map((phase) => isRevealed({ phase, comparedAt, revealedAt }))).toEqual([
      ...[false, false, true, true, true],
    ]);
    expect(isRevealed({ phase: "closed", comparedAt, revealedAt: null })).toBe(false);
  });

  it("gives the reveal each recusal", () => {
    expect(atWork(panel, []).recusals).toEqual([{ memberId: "m2", candidacyId: "x" }]);
  });
});
