import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CompactFacts,
  type CompactMoment,
  type CompactSide,
  type CompactStanding,
  compactFigures,
  compactWaits,
  conversationDays,
  notesWritten,
  refuseDay,
  refuseNaming,
  refuseSequence,
  refuseSignature,
  withoutNominees,
} from "#app/cadre/compact.ts";
import { EMPTY_TALLY, type Tally } from "#app/gender/counts.ts";

const of = (woman: number, man: number): Tally => ({ ...EMPTY_TALLY, woman, man });
const facts = (changes: Partial<CompactFacts> = {}): CompactFacts => ({
  ...{ team: of(1, 3), nominated: of(10, 30), recommended: EMPTY_TALLY, conversations: 1, parityPercent: 50 },
  ...changes,
});
const figure = (code: string, given = facts()) =>
  compactFigures(given).find(({ indicator }) => indicator === code);

describe("compactFigures", () => {
  it("sets what is counted against the target, small teams too, for their names are public", () => {
    expect(figure("team")).toMatchObject({ target: 50, standing: "measured", actual: 25 });
    expect(figure("nominated")).toMatchObject({ target: 50, standing: "measured", actual: 25 });
    expect(figure("conversations")).toMatchObject({ target: 2, actual: 1, unit: "count" });
  });

  it("says what is missing, and never as zero", () => {
    expect(figure("recommended")).toMatchObject({ standing: "nothing", actual: null });
    expect(figure("team", facts({ team: EMPTY_TALLY }))).toMatchObject({ standing: "nothing", actual: null });
    expect(figure("conductTraining")).toMatchObject({ standing: "notMeasured", actual: null, target: null });
    expect(figure("team", facts({ parityPercent: null }))?.target).toBeNull();
  });

  it("shows no share of nominees that is of fewer than ten or tells a count from 1 to 4", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (woman, man) => {
        const shown = figure("nominated", facts({ nominated: of(woman, man) }));
        const small = (count: number) => count >= 1 && count <= 4;
        if (small(woman) || small(man) || woman + man < 10) expect(shown?.actual).toBeNull();
        else expect(shown?.actual).toBeCloseTo((100 * woman) / (woman + man));
      }),
    );
  });
});

describe("the figures of who may not see exact ones", () => {
  it("leave out both of nominees, whatever they are, and nothing else", () => {
    const all = compactFigures(facts({ recommended: of(0, 0) }));
    const told = withoutNominees(all);
    for (const [at, one] of told.entries()) {
      const ofNominees = one.indicator === "nominated" || one.indicator === "recommended";
      if (ofNominees) expect(one).toMatchObject({ standing: "hidden", actual: null });
      else expect(one).toEqual(all[at]);
    }
    expect(told).toHaveLength(all.length);
  });
});

describe("refuseSignature", () => {
  const note = (side: CompactSide, moment: CompactMoment = "endYear", heldOn = "2026-11-20") => ({
    ...{ side, moment, heldOn, version: 0 },
  });
  const ended = [note("leader"), note("supervisor")];
  const standing = { leaderSigned: false, supervisorSigned: false, noted: ended };
  const refusal = (changes: Partial<CompactStanding>, side: CompactSide = "leader") =>
    refuseSignature({ ...standing, ...changes }, side)?.code ?? null;

  it("wants both notes on the end of the year, and each side once", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ noted: [note("leader")] })).toBe("conversationMissing");
    expect(refusal({ leaderSigned: true })).toBe("compactSigned");
    expect(refusal({ leaderSigned: true }, "supervisor")).toBeNull();
  });

  it("wants the two to agree on what was held, and on which day", () => {
    const half = note("leader", "midYear", "2026-06-30");
    expect(refusal({ noted: [...ended, half] })).toBe("conversationHalf");
    const other = note("supervisor", "midYear", "2026-07-01");
    expect(refusal({ noted: [...ended, half, other] })).toBe("conversationDays");
    expect(refusal({ noted: [...ended, half, { ...other, heldOn: half.heldOn }] })).toBeNull();
    expect(refusal({ noted: [note("leader", "endYear", "1900-01-01"), note("supervisor")] })).toBe(
      "conversationDays",
    );
  });
});

describe("notesWritten", () => {
  it("grows with every note, first or anew, of one side or of both", () => {
    const noted = [
      { side: "leader", moment: "midYear", heldOn: "2026-06-30", version: 2 },
      { side: "supervisor", moment: "midYear", heldOn: "2026-06-30", version: 0 },
    ] as const;
    expect([notesWritten({ noted }), notesWritten({ noted }, "leader")]).toEqual([4, 3]);
    expect(notesWritten({ noted: [] })).toBe(0);
  });
});

describe("refuseSequence", () => {
  it("has the end of the year spoken of after its middle, or on the same day", () => {
    const at = (moment: CompactMoment, heldOn: string, other: CompactMoment) =>
      refuseSequence(
        { noted: [{ side: "leader", moment: other, heldOn: "2026-06-30", version: 0 }] },
        { moment, heldOn },
      )?.code ?? null;
    expect(at("endYear", "2026-06-29", "midYear")).toBe("endBeforeMidYear");
    expect(at("endYear", "2026-06-30", "midYear")).toBeNull();
    expect(at("midYear", "2026-07-01", "endYear")).toBe("endBeforeMidYear");
    expect(at("midYear", "2026-01-01", "midYear")).toBeNull();
  });
});

describe("the days of a conversation", () => {
  const term = { year: 2026, termEndsOn: "2027-07-01" };
  const on = (moment: CompactMoment, heldOn: string, today = "2027-06-01", given = term) =>
    refuseDay({ moment, heldOn }, { ...given, today })?.code ?? null;

  it("are any of the year for the one at mid-year", () => {
    expect(["2026-01-01", "2026-12-31"].map((day) => on("midYear", day))).toEqual([null, null]);
    expect(["1900-01-01", "2025-12-31", "2027-01-01"].map((day) => on("midYear", day))).toEqual(
      Array.from({ length: 3 }, () => "midYearHeldOutside"),
    );
  });

  it("are the last three months and the three after them for the one at the end of the year", () => {
    expect(["2026-10-01", "2026-12-31", "2027-03-31"].map((day) => on("endYear", day))).toEqual([
      null,
      null,
      null,
    ]);
    expect(["2026-01-15", "2026-09-30", "2027-04-01"].map((day) => on("endYear", day))).toEqual(
      Array.from({ length: 3 }, () => "endYearHeldOutside"),
    );
    expect(on("endYear", "2026-11-30", "2026-11-29")).toBe("heldLater");
  });

  it("begin three months before the term ends where it ends within the year", () => {
    const ending = { year: 2026, termEndsOn: "2026-05-31" };
    expect(conversationDays("endYear", ending)).toEqual({ first: "2026-02-28", last: "2027-03-31" });
    expect(conversationDays("endYear", { ...ending, termEndsOn: "2026-02-10" }).first).toBe("2026-01-01");
    expect(on("endYear", "2026-02-27", "2026-06-01", ending)).toBe("endYearHeldOutside");
  });
});

describe("compactWaits", () => {
  const term = { year: 2026, termEndsOn: "2027-07-01", today: "2026-11-29" };
  const note = (side: CompactSide, moment: CompactMoment = "endYear") => ({
    ...{ side, moment, heldOn: "2026-11-20", version: 0 },
  });
  const waits = (
    noted: CompactStanding["noted"],
    changes: Partial<typeof term> & Partial<CompactStanding> = {},
  ) =>
    compactWaits({ leaderSigned: false, supervisorSigned: false, noted, ...changes }, "leader", {
      ...term,
      ...changes,
    });

  it("asks for the end of the year once it can be spoken of", () => {
    expect(waits([])).toEqual({ what: "endYear", dueOn: "2027-03-31" });
    expect(waits([], { today: "2026-09-30" })).toBeNull();
  });

  it("asks for what the other side alone has noted, and then for the signature", () => {
    expect(waits([note("supervisor", "midYear")], { today: "2026-07-01" })).toEqual({
      what: "note",
      dueOn: null,
    });
    expect(waits([note("leader")])).toBeNull();
    expect(waits([note("leader"), note("supervisor")])?.what).toBe("sign");
    expect(waits([note("leader"), note("supervisor")], { leaderSigned: true })).toBeNull();
  });
});

describe("refuseNaming", () => {
  it("lets nobody stand in the place of who has signed", () => {
    expect(refuseNaming({ supervisorSigned: false })).toBeNull();
    expect(refuseNaming({ supervisorSigned: true })?.code).toBe("supervisorSigned");
  });
});
