import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  criteriaOf,
  hasInterviewCriteria,
  movePhase,
  nextPhase,
  openRounds,
  PANEL_PHASES,
  type PanelPhase,
  PHASE_RIGHTS,
  PHASES_AT_WORK,
  phasesOf,
  planDays,
  roundOf,
  SHEET_STAGES,
  standingEntries,
} from "#app/selection/panel/phase.ts";

const phase = fc.constantFrom(...PANEL_PHASES);
const plan = fc.record({ interview: fc.boolean() });

/** The phase that a panel is in after as many of some moves as were permitted. */
const walk = (moves: readonly PanelPhase[], interview: boolean) => {
  const road: PanelPhase[] = ["forming"];
  for (const to of moves) {
    const moved = movePhase(road.at(-1) ?? "forming", to, { interview });
    if (moved.ok) road.push(moved.value);
  }
  return road;
};

describe("the phases of a panel", () => {
  it("follow one another in the stated order, one at a time, whatever is tried", () => {
    fc.assert(
      fc.property(fc.array(phase, { maxLength: 40 }), fc.boolean(), (moves, interview) => {
        const road = walk(moves, interview);
        const phases = phasesOf({ interview });
        const last = road.at(-1);
        const open = last === "closed" ? road.slice(0, -1) : road;
        expect(open).toEqual(phases.slice(0, open.length));
      }),
    );
  });

  it("leave the interviews out where none are held, and go through both reveals where they are", () => {
    expect(phasesOf({ interview: false })).toEqual(["forming", "desk", "revealed", "reported", "closed"]);
    expect(phasesOf({ interview: true, calibrates: true })).toEqual([...PANEL_PHASES]);
    expect(phasesOf({ interview: false, calibrates: true })).toContain("calibration");
    expect(nextPhase("forming", { interview: false, calibrates: true })).toBe("calibration");
    expect(nextPhase("forming", { interview: true })).toBe("desk");
    expect(nextPhase("desk", { interview: false })).toBe("revealed");
    expect(nextPhase("desk", { interview: true })).toBe("compared");
    expect(nextPhase("interview", { interview: false })).toBeNull();
    expect(nextPhase("closed", { interview: true })).toBeNull();
  });

  it("can be closed from anywhere, once", () => {
    fc.assert(
      fc.property(phase, plan, (from, how) => {
        const closed = movePhase(from, "closed", how);
        expect(closed.ok).toBe(from !== "closed");
        if (!closed.ok) expect(closed.refusal.code).toBe("wrongPhase");
      }),
    );
  });

  it("never let a round be written whose sheets are open", () => {
    for (const { scores, opens } of Object.values(PHASE_RIGHTS))
      expect(scores === null || !opens.includes(scores)).toBe(true);
  });

  it("open more and more, and moderate only when everything is open", () => {
    const rights = phasesOf({ interview: true })
      .filter((one) => one !== "closed")
      .map((one) => PHASE_RIGHTS[one]);
    rights.slice(1).forEach(({ opens }, n) => {
      expect(opens.length).toBeGreaterThanOrEqual(rights[n]?.opens.length ?? 0);
    });
    for (const { moderates, opens } of rights) if (moderates) expect(opens).toEqual(SHEET_STAGES);
    expect(PHASES_AT_WORK).toEqual(["calibration", "desk", "compared", "interview", "revealed"]);
  });

  it("keep open what was opened before a panel was closed, and nothing else", () => {
    const at = new Date();
    const closed = { phase: "closed" } as const;
    expect(openRounds({ ...closed, comparedAt: null, revealedAt: null })).toEqual([]);
    expect(openRounds({ ...closed, comparedAt: at, revealedAt: null })).toEqual(["desk"]);
    expect(openRounds({ ...closed, comparedAt: at, revealedAt: at })).toEqual(SHEET_STAGES);
  });
});

const criteria = [
  { id: "d", stage: "desk" },
  { id: "b", stage: "both" },
  { id: "i", stage: "interview" },
] as const;

describe("the criteria of a round", () => {
  it("are its own and those of both; all of them where there are no interviews", () => {
    const ids = (round: "desk" | "interview", interview: boolean) =>
      criteriaOf(criteria, round, { interview }).map(({ id }) => id);
    expect(ids("desk", true)).toEqual(["d", "b"]);
    expect(ids("interview", true)).toEqual(["b", "i"]);
    expect(ids("desk", false)).toEqual(["d", "b", "i"]);
  });

  it("cover the rubric between them", () => {
    const stages = fc.array(fc.constantFrom("desk", "interview", "both"), { minLength: 1 });
    fc.assert(
      fc.property(stages, fc.boolean(), (drawn, interview) => {
        const rubric = drawn.map((stage) => ({ stage }));
        const desk = criteriaOf(rubric, "desk", { interview });
        const later = interview ? criteriaOf(rubric, "interview", { interview }) : [];
        expect(new Set([...desk, ...later]).size).toBe(rubric.length);
        expect(hasInterviewCriteria(rubric)).toBe(drawn.some((stage) => stage !== "desk"));
      }),
    );
  });

  it("are the interviews' from the interviews on", () => {
    expect(roundOf("desk", { interview: true })).toBe("desk");
    expect(roundOf("compared", { interview: true })).toBe("desk");
    expect(roundOf("interview", { interview: true })).toBe("interview");
    expect(roundOf("revealed", { interview: true })).toBe("interview");
    expect(roundOf("revealed", { interview: false })).toBe("desk");
  });
});

describe("standingEntries", () => {
  const entry = (criterionId: string, level: number | null) => ({ criterionId, level });

  it("takes the interview's answer on a criterion of both, the desk's where that observed nothing", () => {
    const desk = [entry("d", 2), entry("b", 2), entry("c", 3), entry("n", null)];
    const later = [entry("b", 4), entry("c", null), entry("i", 1), entry("n", null)];
    expect(
      Object.fromEntries(standingEntries(desk, later).map((one) => [one.criterionId, one.level])),
    ).toEqual({
      ...{ d: 2, b: 4, c: 3, i: 1, n: null },
    });
  });

  it("answers each criterion once, and never says not observed where one of the two observed", () => {
    const sheet = fc.uniqueArray(
      fc.record({
        criterionId: fc.constantFrom("a", "b", "c", "d"),
        level: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      { selector: ({ criterionId }) => criterionId },
    );
    fc.assert(
      fc.property(sheet, sheet, (desk, later) => {
        const standing = standingEntries(desk, later);
        const ids = standing.map(({ criterionId }) => criterionId);
        const all = [...desk, ...later];
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(new Set(all.map(({ criterionId }) => criterionId)));
        for (const { criterionId, level } of standing) {
          const given = all.filter((one) => one.criterionId === criterionId).map((one) => one.level);
          expect(level === null).toBe(given.every((one) => one === null));
        }
      }),
    );
  });
});

const REASON = "Two candidates are on mission until then.";

describe("planDays", () => {
  const days = (opensOn: string, closesOn: string) => ({ phase: "desk" as const, opensOn, closesOn });
  const later = (opensOn: string, closesOn: string) => ({ phase: "interview" as const, opensOn, closesOn });
  const nothing = { before: [], opened: new Set<PanelPhase>(), closed: new Set<PanelPhase>() };
  const code = (...asked: Parameters<typeof planDays>) => {
    const answer = planDays(...asked);
    return answer.ok ? answer.value.map((one) => one.phase) : answer.refusal.code;
  };

  it("sets days for the first time without a reason, in their order", () => {
    expect(code([days("", "2027-03-01"), later("2027-03-05", "")], "", nothing)).toEqual([
      "desk",
      "interview",
    ]);
    expect(code([days("", "2027-03-01"), later("2027-02-05", "")], "", nothing)).toBe("phaseOrder");
    expect(code([days("2027-03-02", "2027-03-01")], "", nothing)).toBe("phaseOrder");
  });

  it("moves days that stood with a reason alone", () => {
    const set = { ...nothing, before: [days("", "2027-03-01")] };
    expect(code([days("", "2027-03-08")], "", set)).toBe("moveReasonMissing");
    expect(code([days("", "2027-03-08")], REASON, set)).toEqual(["desk"]);
    expect(code([days("", "2027-03-01")], "", set)).toEqual([]);
  });

  it("does not rewrite what is past", () => {
    const begun = {
      ...nothing,
      before: [days("2027-02-01", "2027-03-01")],
      opened: new Set<PanelPhase>(["desk"]),
    };
    expect(code([days("2027-02-02", "2027-03-01")], REASON, begun)).toBe("phasePast");
    expect(code([days("2027-02-01", "2027-03-09")], REASON, begun)).toEqual(["desk"]);
    const ended = { ...begun, closed: new Set<PanelPhase>(["desk"]) };
    expect(code([days("2027-02-01", "2027-03-09")], REASON, ended)).toBe("phasePast");
  });
});
