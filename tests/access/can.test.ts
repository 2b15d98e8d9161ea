import { describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role } from "#app/access/actor.ts";
import { backTo } from "#app/access/back.ts";
import { actingState, can } from "#app/access/can.ts";
import { pairSide } from "#app/access/mentoring-permissions.ts";
import type { PanelCandidacyFacts } from "#app/access/panel-permissions.ts";

const actor = (role: Role, over: Partial<Actor> = {}): Actor => ({
  userId: "u1",
  personId: "p1",
  name: "Somebody",
  role,
  stateCode: null,
  roles: [{ role, stateCode: null }],
  locale: "en",
  timeZone: "UTC",
  ...over,
});
const panel: PanelCandidacyFacts = {
  memberUserIds: ["u1", "u2"],
  chairUserId: "u2",
  recusedUserIds: [],
  declared: true,
};
const allowed = (ask: (role: Role) => boolean) => ROLES.filter(ask);

describe("what each role may do", () => {
  it("lets only the secretariat state needs, publish, set panels, run the matching and appoint", () => {
    for (const action of [
      "account.create",
      "account.changeRoles",
      "needs.set",
      "vacancy.publish",
      "vacancy.close",
      "panel.set",
      "match.run",
      "appointment.make",
    ] as const) {
      expect(allowed((role) => can(actor(role), action))).toEqual(["secretariat"]);
    }
  });

  it("shows exact figures, where scores part, and what is sensitive, to those who oversee and not to who decides", () => {
    for (const action of ["gender.readExact", "gender.readGaps", "gender.readSensitive"] as const) {
      expect(allowed((role) => can(actor(role), action)).toSorted()).toEqual(["auditor", "secretariat"]);
    }
  });

  it("lets nobody see exact figures who may not see gender identities apart: their pages show both", () => {
    const exact = allowed((role) => can(actor(role), "gender.readExact"));
    const apart = allowed((role) => can(actor(role), "gender.readSensitive"));
    expect(exact.filter((role) => !apart.includes(role))).toEqual([]);
  });

  it("lets the auditor write nothing", () => {
    const auditor = actor("auditor", { stateCode: "FR" });
    expect(can(auditor, "nomination.submit", { stateCode: "FR" })).toBe(false);
    expect(can(auditor, "screening.record")).toBe(false);
    expect(can(auditor, "sheet.write", panel)).toBe(false);
    expect(can(auditor, "report.sign", panel)).toBe(false);
    expect(can(auditor, "candidacy.withdraw", { personId: "p1" })).toBe(false);
    expect(can(auditor, "proposal.answer", { mentorPersonId: "p1", menteePersonId: "p2" })).toBe(false);
  });

  it("keeps a focal point to its own state", () => {
    const france = actor("focalPoint", { stateCode: "FR" });
    expect(can(france, "nomination.submit", { stateCode: "FR" })).toBe(true);
    expect(can(france, "nomination.submit", { stateCode: "GH" })).toBe(false);
    expect(can(france, "nomination.read", { stateCode: "GH" })).toBe(false);
  });

  it("shows a call addressed to certain states to those, to its nominees and to those who oversee", () => {
    const targeted = { published: true, targetedStateCodes: ["FR"], nominee: false };
    const [france, ghana] = ["FR", "GH"].map((stateCode) => actor("focalPoint", { stateCode }));
    if (!france || !ghana) throw new Error("no focal points");
    expect(can(france, "call.read", targeted)).toBe(true);
    expect(can(ghana, "call.read", targeted)).toBe(false);
    expect(can(ghana, "call.outline", targeted)).toBe(false);
    expect(can(actor("candidate"), "call.read", targeted)).toBe(false);
    expect(can(actor("candidate"), "call.outline", targeted)).toBe(true);
    expect(can(actor("candidate"), "call.read", { ...targeted, nominee: true })).toBe(true);
    expect(allowed((role) => can(actor(role), "call.read", targeted))).toEqual(["secretariat", "auditor"]);
  });

  it("shows a call to every state to everybody, a draft to those who oversee alone", () => {
    const open = { published: true, targetedStateCodes: [], nominee: false };
    const ghana = actor("focalPoint", { stateCode: "GH" });
    expect(can(ghana, "call.read", open)).toBe(true);
    expect(can(actor("mentor"), "call.read", open)).toBe(true);
    const draft = { ...open, published: false, nominee: true };
    expect(allowed((role) => can(actor(role, { stateCode: "GH" }), "call.read", draft))).toEqual([
      "secretariat",
      "auditor",
    ]);
    expect(can(ghana, "call.outline", draft)).toBe(false);
    expect(allowed((role) => can(actor(role), "call.manage"))).toEqual(["secretariat"]);
  });

  it("shows a candidate only their own case", () => {
    expect(can(actor("candidate"), "candidacy.follow", { personId: "p1" })).toBe(true);
    expect(can(actor("candidate"), "candidacy.follow", { personId: "p2" })).toBe(false);
    expect(can(actor("candidate", { personId: null }), "candidacy.follow", { personId: "p2" })).toBe(false);
  });

  it("gives a panel member the file only after declaring, and never when recused", () => {
    const member = actor("panelMember");
    expect(can(member, "sheet.write", panel)).toBe(true);
    expect(can(member, "sheet.write", { ...panel, declared: false })).toBe(false);
    const file = { ...panel, decision: null };
    expect(can(member, "dossier.read", file)).toBe(true);
    expect(can(member, "dossier.read", { ...file, recusedUserIds: ["u1"] })).toBe(false);
    expect(can(member, "dossier.read", { ...file, memberUserIds: ["u2"] })).toBe(false);
  });

  it("gives a decision maker the file of who is recommended: while the decision waits, and after their own", () => {
    const decider = actor("decisionMaker", { userId: "u9" });
    const reads = (decision: { decidedByUserId: string | null } | null, memberUserIds = ["u1"]) =>
      can(decider, "dossier.read", { ...panel, memberUserIds, decision });
    expect(reads(null)).toBe(false);
    expect(reads({ decidedByUserId: null })).toBe(true);
    expect(reads({ decidedByUserId: "u9" })).toBe(true);
    expect(reads({ decidedByUserId: "u8" })).toBe(false);
    expect(reads({ decidedByUserId: null }, ["u1", "u9"])).toBe(false);
    for (const role of ["focalPoint", "candidate", "vettingOfficer", "mentor"] as const)
      expect(can(actor(role), "dossier.read", { ...panel, decision: { decidedByUserId: null } })).toBe(false);
  });

  it("leaves reveal, findings and the report to the chair", () => {
    expect(can(actor("panelMember"), "panel.reveal", panel)).toBe(false);
    expect(can(actor("panelMember", { userId: "u2" }), "panel.reveal", panel)).toBe(true);
  });

  it("hides the ranking from everybody until the reveal, the secretariat included", () => {
    for (const role of ROLES)
      expect(can(actor(role), "ranking.read", { ...panel, revealed: false })).toBe(false);
    expect(allowed((role) => can(actor(role), "ranking.read", { ...panel, revealed: true }))).toEqual([
      "secretariat",
      "panelMember",
      "auditor",
    ]);
  });

  it("judges by the role worn, not by those held", () => {
    const both = actor("panelMember", { roles: ROLES.map((role) => ({ role, stateCode: null })) });
    expect(can(both, "needs.set")).toBe(false);
    expect(can(both, "role.wear", { role: "secretariat" })).toBe(true);
    expect(can(actor("panelMember"), "role.wear", { role: "secretariat" })).toBe(false);
  });
});

describe("returning to where one came from", () => {
  it("stays on this site", () => {
    expect(backTo("/vacancies?page=2")).toBe("/vacancies?page=2");
    for (const outside of [
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "",
      null,
    ]) {
      expect(backTo(outside)).toBe("/");
    }
  });
});

describe("whom an actor acts for", () => {
  it("is a focal point's own state, and nobody's for everybody else, whatever else they hold", () => {
    expect(actingState(actor("focalPoint", { stateCode: "FR" }))).toBe("FR");
    expect(ROLES.filter((role) => actingState(actor(role, { stateCode: "FR" })) !== null)).toEqual([
      "focalPoint",
    ]);
    expect(actingState(null)).toBeNull();
  });

  it("is one side of a pair for a mentor and a mentee alone", () => {
    expect(ROLES.flatMap((role) => pairSide(actor(role)) ?? [])).toEqual(["mentor", "mentee"]);
  });
});

describe("whose own lists there are", () => {
  it.each([
    ["case.listOwn", ["candidate"]],
    ["membership.readOwn", ["candidate"]],
    ["mentor.readOwn", ["mentor"]],
    ["engagement.listOwn", ["mentor", "mentee"]],
    ["panel.list", ["secretariat", "panelMember", "auditor"]],
    ["panel.listOwn", ["panelMember"]],
    ["decision.await", ["decisionMaker"]],
    ["withdrawal.readReason", ["secretariat"]],
  ] as const)("%s is for %j", (action, roles) => {
    expect(allowed((role) => can(actor(role), action)).toSorted()).toEqual([...roles].toSorted());
  });

  it("has none of cases for who is no person, and severity for the chair, or an officer off the panel", () => {
    expect(can(actor("candidate", { personId: null }), "case.listOwn")).toBe(false);
    const severity = (role: Role, userId: string) => can(actor(role, { userId }), "severity.read", panel);
    expect(severity("panelMember", "u2")).toBe(true);
    expect(severity("panelMember", "u1")).toBe(false);
    expect(severity("secretariat", "u9")).toBe(true);
    expect(severity("secretariat", "u1")).toBe(false);
    expect(severity("auditor", "u9")).toBe(false);
  });
});
