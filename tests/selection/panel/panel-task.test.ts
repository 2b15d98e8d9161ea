import { describe, expect, it } from "vitest";
import type { PanelState, Seat } from "#app/selection/panel/panel-facts.ts";
import {
  memberTask,
  needsMending,
  type PanelWork,
  troublesOf,
  waitsForPanel,
} from "#app/selection/panel/panel-task.ts";

const seat = (id: string, over: Partial<Seat> = {}): Seat => ({
  ...{ id, userId: `user of ${id}`, chair: false, declared: true, recusedFrom: [], ...over },
});
const chair = seat("chair", { chair: true });
const second = seat("second");
const panel = (over: Partial<PanelState> = {}): PanelState => ({
  ...{ id: "p", vacancyId: "v", phase: "desk", version: 0, vacancyState: "assessment" },
  ...{ interview: false, blind: false, calibrates: false, letters: new Map() },
  ...{ comparedAt: null, revealedAt: null, reported: false, decision: null },
  members: [chair, second, seat("third")],
  candidacyIds: ["x", "y"],
  passedOver: [],
  ...over,
});
const NOTHING: PanelWork = {
  ...{ samples: null, submitted: [], arranged: [], unheard: [], findings: [], report: null },
};
const everySheet = (of: PanelState) =>
  of.members.flatMap(({ id, recusedFrom }) =>
    of.candidacyIds
      .filter((candidacyId) => !recusedFrom.includes(candidacyId))
      .map((candidacyId) => ({ memberId: id, candidacyId })),
  );

describe("what waits for a member while the panel calibrates", () => {
  const calibrating = panel({ phase: "calibration", calibrates: true });
  it("is the declaration, the sample sheet, and then for the chair to write what was agreed", () => {
    const closed = { ...NOTHING, samples: { opened: false, submittedBy: ["third"] } };
    expect(memberTask(calibrating, { ...second, declared: false }, closed)).toEqual({ kind: "declare" });
    expect(memberTask(calibrating, second, closed)).toEqual({ kind: "calibrate" });
    expect(memberTask(calibrating, seat("third"), closed)).toBeNull();
    const open = { ...NOTHING, samples: { opened: true, submittedBy: ["third"] } };
    expect(memberTask(calibrating, chair, open)).toEqual({ kind: "agreeLevels" });
    expect(memberTask(calibrating, second, open)).toBeNull();
  });
});

describe("what waits for a member while the panel scores", () => {
  it("is the declaration, then the sheets owed, then for the chair the reveal", () => {
    expect(memberTask(panel(), { ...second, declared: false }, NOTHING)).toEqual({ kind: "declare" });
    expect(memberTask(panel(), second, NOTHING)).toEqual({ kind: "score", count: 2 });
    const submitted = everySheet(panel());
    expect(memberTask(panel(), second, { ...NOTHING, submitted })).toBeNull();
    expect(memberTask(panel(), chair, { ...NOTHING, submitted })).toEqual({ kind: "reveal" });
    expect(memberTask(panel(), chair, { ...NOTHING, submitted: submitted.slice(0, -1) })).toBeNull();
  });

  it("asks no sheet of who is recused, and no reveal of a chair who is, or below a quorum", () => {
    const recused = seat("second", { recusedFrom: ["x"] });
    const one = panel({ members: [chair, recused, seat("third")] });
    expect(memberTask(one, recused, NOTHING)).toEqual({ kind: "score", count: 1 });
    expect(memberTask(one, chair, { ...NOTHING, submitted: everySheet(one) })).toEqual({ kind: "reveal" });
    const two = panel({ members: [chair, recused, seat("third", { recusedFrom: ["x"] })] });
    expect(memberTask(two, chair, { ...NOTHING, submitted: everySheet(two) })).toBeNull();
    const own = seat("chair", { chair: true, recusedFrom: ["y"] });
    const three = panel({ members: [own, second, seat("third")] });
    expect(memberTask(three, own, { ...NOTHING, submitted: everySheet(three) })).toBeNull();
    expect([needsMending(panel()), needsMending(one), needsMending(two), needsMending(three)]).toEqual([
      ...[false, false, true, true],
    ]);
    expect(troublesOf(three)).toEqual({ chairRecused: true, belowQuorum: 0 });
    const comparing = { vacancyState: "revealed", phase: "revealed" } as const;
    expect(needsMending(panel({ members: three.members, ...comparing }))).toBe(true);
    expect(needsMending(panel({ members: two.members, ...comparing }))).toBe(false);
  });

  it("is for the chair to open the interviews once every candidate has a time, and a second round of sheets", () => {
    const compared = panel({ interview: true, phase: "compared", comparedAt: new Date() });
    expect(memberTask(compared, chair, { ...NOTHING, arranged: ["x"] })).toBeNull();
    expect(memberTask(compared, chair, { ...NOTHING, arranged: ["x", "y"] })).toEqual({ kind: "interviews" });
    expect(memberTask(compared, second, { ...NOTHING, arranged: ["x", "y"] })).toBeNull();
    const heard = panel({ interview: true, phase: "interview", comparedAt: new Date() });
    expect(memberTask(heard, second, NOTHING)).toEqual({ kind: "score", count: 2 });
    expect(memberTask(heard, chair, { ...NOTHING, submitted: everySheet(heard) })).toEqual({
      kind: "reveal",
    });
    const unheard = [{ candidacyId: "y", startsAt: new Date("2099-01-01") }];
    expect(memberTask(heard, second, { ...NOTHING, unheard })).toEqual({ kind: "score", count: 1 });
    const first = everySheet(heard).filter(({ candidacyId }) => candidacyId === "x");
    for (const seat of [second, chair])
      expect(memberTask(heard, seat, { ...NOTHING, unheard, submitted: first })).toBeNull();
  });
});

describe("what waits for a member after the reveal", () => {
  const open = panel({ phase: "revealed", vacancyState: "revealed" });
  const findings = [
    { candidacyId: "x", version: 1 },
    { candidacyId: "y", version: 2 },
  ];
  const content = {
    candidacies: findings.map(({ candidacyId, version }) => ({
      ...{ candidacyId, findingVersion: version, gender: "woman" as const },
      ...{ outcome: "suitable" as const, text: "" },
    })),
    composition: { members: open.members.map(({ id }) => ({ memberId: id, recusedFrom: 0 })) },
  };
  const made: PanelWork = {
    ...NOTHING,
    submitted: [],
    arranged: [],
    findings,
    report: { content, signedBy: ["chair"] },
  };

  it("is for the chair the findings, then the report; for all of them its signature", () => {
    expect(memberTask(open, chair, { ...made, findings: findings.slice(1), report: null })).toEqual({
      ...{ kind: "findings", count: 1 },
    });
    expect(memberTask(open, second, { ...made, findings: [], report: null })).toBeNull();
    expect(memberTask(open, chair, { ...made, report: null })).toEqual({ kind: "makeReport" });
    expect(memberTask(open, second, made)).toEqual({ kind: "signReport" });
    expect(memberTask(open, chair, made)).toBeNull();
  });

  it("is no signature under a report whose findings were changed: the chair makes it anew", () => {
    const changed = { ...made, findings: findings.map((one) => ({ ...one, version: one.version + 1 })) };
    expect(memberTask(open, second, changed)).toBeNull();
    expect(memberTask(open, chair, changed)).toEqual({ kind: "makeReport" });
    expect(memberTask(panel({ phase: "reported" }), second, made)).toBeNull();
  });
});

it("a vacancy waits for its panel when everybody is screened and somebody is in", () => {
  expect(waitsForPanel({ unscreened: 0, screenedIn: 1 })).toBe(true);
  expect(waitsForPanel({ unscreened: 1, screenedIn: 1 })).toBe(false);
  expect(waitsForPanel({ unscreened: 0, screenedIn: 0 })).toBe(false);
});
