import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cadence } from "#app/mentoring/engagement/agreement.ts";
import {
  firstSessionWait,
  type PairCourse,
  quietPairs,
  sessionRate,
} from "#app/mentoring/health/programme-health.ts";
import { feedbackSpread, SPREAD_STEP, SPREAD_VOICES } from "#app/mentoring/session/feedback-spread.ts";
import { daysAfter, monthsAfter } from "#app/platform/utc-day.ts";

const TODAY = "2027-06-15";

/** A pair appointed and begun so many days ago, with sessions held so many days after its appointment. */
const pair = (id: string, daysAgo: number, held: readonly number[], changes: Partial<PairCourse> = {}) => {
  const appointedOn = daysAfter(TODAY, -daysAgo);
  return {
    id,
    state: "active",
    waitsSince: appointedOn,
    startedOn: appointedOn,
    endsOn: monthsAfter(appointedOn, 12),
    firstDueOn: daysAfter(appointedOn, 30),
    rhythms: [],
    sessions: held.map((day) => ({
      state: "held",
      startsAt: `${daysAfter(appointedOn, day)}T10:00:00.000Z`,
    })),
    ...changes,
  } satisfies PairCourse;
};

describe("the wait for a first session", () => {
  it("is the median over pairs whose month has passed, those that have not met last", () => {
    const pairs = [pair("a", 90, [10, 40]), pair("b", 90, [20]), pair("c", 90, [31]), pair("d", 60, [])];
    expect(firstSessionWait(pairs, TODAY)).toBeNull();
    expect(firstSessionWait([...pairs, pair("e", 45, [30])], TODAY)).toEqual({
      median: 30,
      within: 3,
      of: 5,
    });
    expect(firstSessionWait([...pairs, pair("e", 45, [30]), pair("f", 45, [])], TODAY)).toEqual({
      median: 30.5,
      within: 3,
      of: 6,
    });
  });

  it("is not known while half of them have not met", () => {
    const unmet = ["d", "e", "f"].map((id) => pair(id, 60, []));
    expect(firstSessionWait([pair("a", 90, [3]), pair("b", 90, [5]), ...unmet], TODAY)?.median).toBeNull();
  });

  it("leaves out who was appointed lately, whether they met or not", () => {
    const old = ["a", "b", "c", "d", "e"].map((id) => pair(id, 90, [12]));
    const alone = firstSessionWait(old, TODAY);
    expect(firstSessionWait([...old, pair("x", 29, [1]), pair("y", 5, [])], TODAY)).toEqual(alone);
  });

  it("takes no session that was cancelled or planned, and none before the term for a wait below zero", () => {
    const cancelled = { sessions: [{ state: "cancelled", startsAt: "2027-05-01T10:00:00.000Z" }] } as const;
    const pairs = ["a", "b", "c", "d"].map((id) => pair(id, 90, [-4]));
    expect(firstSessionWait([...pairs, pair("e", 90, [], cancelled)], TODAY)).toEqual({
      median: 0,
      within: 4,
      of: 5,
    });
  });
});

describe("the rate of sessions", () => {
  it("does not let one pair's zeal make up for another's silence", () => {
    const pairs = ["b", "c", "d", "e"].map((id) => pair(id, 70, []));
    const keen = pair("a", 70, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sessionRate([keen, ...pairs], TODAY)).toEqual({ held: 2, due: 10, pairs: 5 });
    const agreed = (cadence: Cadence) => ({ rhythms: [{ from: daysAfter(TODAY, -65), cadence }] });
    const others = pairs.slice(1).map((one) => ({ ...one, ...agreed("everyTwoMonths") }));
    const often = { ...keen, ...agreed("fortnightly") };
    expect(sessionRate([often, pair("b", 70, []), ...others], TODAY)).toEqual({ held: 5, due: 10, pairs: 5 });
    expect(sessionRate([keen, ...pairs.slice(1)], TODAY)).toBeNull();
    expect(sessionRate([keen, ...pairs.slice(1), pair("f", 20, [3])], TODAY)).toBeNull();
    expect(sessionRate([keen, ...pairs.slice(1), pair("g", 70, [], { state: "ended" })], TODAY)).toBeNull();
  });
});

it("pairs are quiet after four weeks without a session, or past the day of the first, the longest first", () => {
  const pairs = [
    pair("met", 60, [50]),
    pair("silent", 90, [10]),
    pair("unmet", 100, []),
    pair("rare", 80, [40], { rhythms: [{ from: daysAfter(TODAY, -60), cadence: "everyTwoMonths" }] }),
    pair("rareAndSilent", 90, [20], {
      rhythms: [{ from: daysAfter(TODAY, -85), cadence: "everyTwoMonths" }],
    }),
    pair("new", 10, []),
    pair("ended", 90, [10], { state: "ended" }),
    pair("planned", 90, [], { sessions: [{ state: "scheduled", startsAt: "2027-06-20T10:00:00.000Z" }] }),
    pair("plannedOnce", 70, [], { sessions: [{ state: "scheduled", startsAt: "2027-05-20T10:00:00.000Z" }] }),
  ];
  expect(quietPairs(pairs, TODAY)).toEqual(
    [
      { id: "unmet", since: daysAfter(TODAY, -70) },
      { id: "silent", since: daysAfter(TODAY, -80) },
      { id: "rareAndSilent", since: daysAfter(TODAY, -70) },
      { id: "plannedOnce", since: daysAfter(TODAY, -40) },
    ].toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1)),
  );
});

describe("the spread of ratings", () => {
  const tally = ([a = 0, b = 0, c = 0, d = 0]: readonly number[], voices = 12) => {
    const counted = a + b + c + d;
    return { given: counted, counted, voices, counts: { 1: a, 2: b, 3: c, 4: d } };
  };

  it("is not shown from few people", () => {
    expect(feedbackSpread(tally([0, 7, 9, 9], SPREAD_VOICES - 1))).toBeNull();
    expect(feedbackSpread(tally([0, 7, 9, 9]))?.counts.map(({ count }) => count)).toEqual([0, 7, 9, 9]);
  });

  it("hides a small count, and another by which the sum would give it away", () => {
    const spread = feedbackSpread(tally([2, 7, 7, 9]));
    const hidden = spread?.counts.filter(({ count }) => count === null) ?? [];
    expect(spread?.of).toBe(SPREAD_STEP);
    expect(hidden.map(({ usefulness }) => usefulness)).toContain(1);
    expect(hidden.length).toBeGreaterThan(1);
  });

  it("never shows one to four, nor lets the rest be summed to a single hidden count", () => {
    const some = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(some, (given) => {
        const counts = feedbackSpread(tally(given))?.counts.map(({ count }) => count) ?? [];
        expect(counts).toHaveLength(4);
        expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
        expect(counts.filter((count) => count === null).length).not.toBe(1);
      }),
    );
  });
});
