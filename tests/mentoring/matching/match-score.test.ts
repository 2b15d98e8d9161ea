import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dailyOverlap, overlapTable, utcOffset } from "#app/mentoring/matching/match-hours.ts";
import { DEFAULT_WEIGHTS, SCORE_PARTS, scorePair } from "#app/mentoring/matching/match-score.ts";
import { mentee, mentor } from "./match-people.ts";

describe("scorePair", () => {
  it("shows each part and takes their weighted mean", () => {
    const { parts, total } = scorePair(mentor(), mentee({ preferredMentorIds: ["m9", "m1"] }), 120);
    expect(parts).toEqual({ role: 100, mission: 40, needs: 67, language: 67, hours: 50, preferences: 80 });
    expect(total).toBe(25 * 100 + 20 * 40 + 25 * 67 + 10 * 67 + 10 * 50 + 10 * 80);
  });

  it("leaves out what nobody stated instead of counting it as nothing", () => {
    const { parts, total } = scorePair(mentor(), mentee({ needs: [] }), 240);
    expect(parts).toMatchObject({ needs: null, preferences: null });
    expect(total).toBe(Math.round((100 * (25 * 100 + 20 * 40 + 10 * 67 + 10 * 100)) / 65));
  });

  it.each([
    [{ missionCodes: ["MINUSCA"] }, 100],
    [{ regions: ["centralAfrica"] }, 80],
    [{ mandateTypes: [] }, 0],
  ])("gives %j %i points for the mission", (changes, points) => {
    expect(scorePair(mentor(changes), mentee(), 0).parts.mission).toBe(points);
  });

  it("gives half for another post of the same component", () => {
    const role = { code: "deputyForceCommander", component: "military" };
    expect(scorePair(mentor(), mentee({ role }), 0).parts.role).toBe(50);
    expect(scorePair(mentor(), mentee({ role: { code: "x", component: "police" } }), 0).parts.role).toBe(0);
  });

  it("weighs both sides' wishes", () => {
    const wishing = mentor({
      preferences: { roleKindCodes: ["policeCommissioner"], mandateTypes: [], languageCodes: [] },
    });
    const wished = mentee({ preferredMentorIds: ["m1"] });
    expect(scorePair(wishing, wished, 0).parts.preferences).toBe(50);
    expect(scorePair(wishing, mentee(), 0).parts.preferences).toBe(0);
  });

  it("stays a whole number of hundredths between 0 and 10,000, and grows with no part falling", () => {
    const weight = fc.integer({ min: 0, max: 50 });
    const weights = fc
      .tuple(weight, weight, weight, weight, weight, weight)
      .filter((all) => all.some((one) => one > 0))
      .map(([role, mission, needs, language, hours, preferences]) => ({
        role,
        mission,
        needs,
        language,
        hours,
        preferences,
      }));
    fc.assert(
      fc.property(weights, fc.nat({ max: 1440 }), fc.nat({ max: 300 }), (given, overlap, more) => {
        const first = scorePair(mentor(), mentee(), overlap, given).total;
        expect(Number.isInteger(first) && first >= 0 && first <= 10_000).toBe(true);
        expect(scorePair(mentor(), mentee(), overlap + more, given).total).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  it("refuses weights that are no whole numbers or all nothing", () => {
    const none = Object.fromEntries(SCORE_PARTS.map((part) => [part, 0]));
    expect(() => scorePair(mentor(), mentee(), 0, { ...DEFAULT_WEIGHTS, ...none })).toThrow(RangeError);
    expect(() => scorePair(mentor(), mentee(), 0, { ...DEFAULT_WEIGHTS, role: 0.5 })).toThrow(RangeError);
  });
});

describe("hours across zones", () => {
  const nineToFive = { from: 540, to: 1020 };

  it("knows zones off the hour and clocks that change", () => {
    expect(utcOffset("Asia/Kathmandu", "2026-01-15")).toBe(345);
    expect(utcOffset("America/New_York", "2026-01-15")).toBe(-300);
    expect(utcOffset("America/New_York", "2026-07-15")).toBe(-240);
    expect(() => utcOffset("Mars/Olympus", "2026-01-15")).toThrow(RangeError);
  });

  it("finds the overlap, also across midnight, whoever is named first", () => {
    expect(dailyOverlap(nineToFive, nineToFive, [0, 120])).toBe(360);
    expect(dailyOverlap(nineToFive, nineToFive, [-300, 60])).toBe(120);
    expect(dailyOverlap({ from: 1200, to: 1440 }, { from: 480, to: 600 }, [-300, 480])).toBe(60);
    const zone = fc.integer({ min: -720, max: 840 });
    const hours = fc
      .tuple(fc.nat({ max: 1440 }), fc.nat({ max: 1440 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(hours, hours, zone, zone, (a, b, x, y) => {
        const minutes = [...Array(1440).keys()].filter((utc) => {
          const within = (h: typeof a, offset: number) => {
            const local = (utc + offset + 2880) % 1440;
            return local >= h.from && local < h.to;
          };
          return within(a, x) && within(b, y);
        });
        expect(dailyOverlap(a, b, [x, y])).toBe(minutes.length);
        expect(dailyOverlap(b, a, [y, x])).toBe(minutes.length);
      }),
    );
  });

  it("takes the worse of two days of the year", () => {
    const table = overlapTable(
      [{ timeZone: "America/New_York", hours: nineToFive }],
      [{ timeZone: "Africa/Accra", hours: nineToFive }],
      ["2026-01-15", "2026-07-15"],
    );
    expect(table).toEqual([[180]]);
  });
});
