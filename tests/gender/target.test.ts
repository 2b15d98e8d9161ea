import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  monthsUntil,
  newTargetSchema,
  standingOf,
  stateOf,
  targetChangeSchema,
  targetsInView,
} from "#app/gender/target.ts";
import { targetFigure } from "#app/gender/target-figure.ts";
import { stateWords, timeLeft } from "#app/gender/target-words.ts";
import { en, fr } from "./some-figure.ts";

const share = (value: number) => ({ measure: "shareOfWomen" as const, value });
const times = (value: number) => ({ measure: "womenTimesBaseline" as const, value });

describe("where we are against a target", () => {
  it("is told in points and in people", () => {
    expect(standingOf(share(50), { women: 7, men: 16 })).toMatchObject({ moreWomen: 5, reached: false });
    expect(standingOf(share(50), { women: 7, men: 16 })?.value).toBeCloseTo(30.43, 2);
    expect(standingOf(share(50), { women: 7, men: 16 })?.gap).toBeCloseTo(19.57, 2);
    expect(standingOf(share(20), { women: 1, men: 4 })).toMatchObject({
      moreWomen: 0,
      gap: 0,
      reached: true,
    });
    expect(standingOf(times(2), { women: 3000, men: 1, baselineWomen: 2100 })).toMatchObject({
      moreWomen: 1200,
      reached: false,
    });
  });

  it("is unknown, not zero, where nobody is counted or the baseline is not there", () => {
    expect(standingOf(share(50), { women: 0, men: 0 })).toBeNull();
    expect(standingOf(times(2), { women: 10, men: 10 })).toBeNull();
    expect(standingOf(times(2), { women: 10, men: 10, baselineWomen: 0 })).toBeNull();
    expect(stateOf(null, "2017-12-31", "2026-11-29")).toBe("unknown");
  });

  it("asks for exactly as many women as reach it, and not one fewer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat(90_000),
        fc.nat(90_000),
        (hundredths, women, men) => {
          const total = women + men;
          fc.pre(total > 0);
          const { moreWomen = -1 } = standingOf(share(hundredths / 100), { women, men }) ?? {};
          const reaches = (w: number) => w * 10_000 >= hundredths * total;
          expect(reaches(women + moreWomen)).toBe(true);
          if (moreWomen > 0) expect(reaches(women + moreWomen - 1)).toBe(false);
        },
      ),
    );
  });

  it("is missed only after its date", () => {
    const short = standingOf(share(50), { women: 1, men: 3 });
    expect(stateOf(short, "2028-12-31", "2026-11-29")).toBe("open");
    expect(stateOf(short, "2026-11-29", "2026-11-29")).toBe("open");
    expect(stateOf(short, "2026-11-28", "2026-11-29")).toBe("missed");
  });
});

describe("a new target", () => {
  const good = {
    subject: "individualPolice",
    measure: "shareOfWomen",
    counting: "stock",
    value: "30",
    due: "2028-12-31",
    source: "A strategy of the test",
    reason: "Agreed in the test with everybody",
  };
  const refusedAt = (changes: object) =>
    newTargetSchema.safeParse({ ...good, ...changes }).error?.issues.map(({ path }) => path.join("."));

  it("is taken when it can be measured", () => {
    expect(newTargetSchema.parse(good)).toMatchObject({ value: 30 });
    const multiple = { measure: "womenTimesBaseline", value: "2", baselineYear: "2015" };
    expect(newTargetSchema.parse({ ...good, ...multiple })).toMatchObject({ baselineYear: 2015 });
  });

  it("is refused beside the field that is wrong", () => {
    expect(refusedAt({ value: "101" })).toEqual(["value"]);
    expect(refusedAt({ value: "12.345" })).toEqual(["value"]);
    expect(refusedAt({ counting: "flow" })).toEqual(["counting"]);
    expect(refusedAt({ subject: "nominations" })).toEqual(["counting"]);
    expect(refusedAt({ measure: "womenTimesBaseline" })).toEqual(["baselineYear"]);
    expect(refusedAt({ measure: "womenTimesBaseline", baselineYear: "2028" })).toEqual(["baselineYear"]);
    expect(refusedAt({ due: "2028-02-30" })).toEqual(["due"]);
    expect(refusedAt({ reason: "because" })).toEqual(["reason"]);
  });

  it("is withdrawn only when the box is ticked", () => {
    const change = { version: "1", value: "30", source: "A strategy", reason: "Agreed in the test anew" };
    expect(targetChangeSchema.parse(change).withdrawn).toBe(false);
    expect(targetChangeSchema.parse({ ...change, withdrawn: "on" }).withdrawn).toBe(true);
  });
});

it("shows of a strategy the first that was set, the step before, the next and the last", () => {
  const step = (year: number) => ({
    ...({ subject: "militaryContingents", measure: "shareOfWomen", counting: "stock" } as const),
    ...{ value: year - 2013, baselineYear: null, due: `${year}-12-31`, source: "steps" },
  });
  const steps = [2021, 2024, 2025, 2026, 2027, 2028].map(step);
  expect(targetsInView(steps, "2026-11-29").map(({ due }) => due.slice(0, 4))).toEqual([
    "2021",
    "2025",
    "2026",
    "2028",
  ]);
  expect(targetsInView(steps.slice(0, 1), "2026-11-29")).toHaveLength(1);
});

describe("what of the time is left", () => {
  it("is told in whole months, and that a date is past", () => {
    const left = (due: string) => timeLeft(en.t, due, "2026-11-29");
    expect(["2026-11-28", "2026-11-29", "2026-12-28", "2026-12-29"].map(left)).toEqual([
      ...["date past", "less than a month left", "less than a month left", "1 month left"],
    ]);
    expect(["2027-11-29", "2028-12-31", "2030-01-29"].map(left)).toEqual([
      ...["1 year left", "2 years and 1 month left", "3 years and 2 months left"],
    ]);
    expect(timeLeft(fr.t, "2028-12-31", "2026-11-29")).toBe("restent 2 ans et 1 mois");
  });

  it("is as many months as can be gone on from a day without passing the other", () => {
    const day = fc
      .integer({ min: 0, max: 12_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [today, due] = one <= other ? [one, other] : [other, one];
        let months = 0;
        const after = (count: number) => {
          const month = Number(today.slice(5, 7)) - 1 + count;
          const year = Number(today.slice(0, 4)) + Math.floor(month / 12);
          return `${year}-${String((month % 12) + 1).padStart(2, "0")}${today.slice(7)}`;
        };
        while (after(months + 1) <= due) months += 1;
        expect(monthsUntil(due, today)).toBe(months);
      }),
    );
  });
});

describe("targets as a figure", () => {
  const target = (value: number, women: number, men: number) => {
    const one = {
      id: `${value}`,
      subject: "heads",
      measure: "shareOfWomen",
      counting: "stock",
      value,
    } as const;
    const standing = standingOf(one, { women, men });
    return {
      ...one,
      ...{
        due: "2028-12-31",
        baselineYear: null,
        source: "Invented",
        version: 1,
        withdrawn: false,
        standing,
      },
      ...{ as: { on: "2026-11-29" }, state: stateOf(standing, "2028-12-31", "2026-11-29") },
    };
  };

  it("tells who is counted, and the gap in points and in people; nothing where it cannot be told", () => {
    const targets = [target(50, 7, 16), target(20, 5, 5), target(30, 0, 0)];
    const figure = targetFigure(en.t, en.format, {
      ...{ id: "targets", title: "Targets", targets, exact: false, taken: "2026-11-29" },
    });
    const cells = (row: number) => figure.rows[row]?.cells.filter((_, at) => [2, 3, 5, 6, 7].includes(at));
    expect(cells(0)).toEqual([7, 16, 19.6, 5, "Not yet reached"]);
    expect(cells(1)).toEqual([5, 5, 0, 0, "Reached"]);
    expect(cells(2)).toEqual([null, null, null, null, "Cannot be measured"]);
    expect(figure.rows[0]?.cells[4]).toMatchObject({ share: 7 / 23 });
    expect(figure.chart).toMatchObject({ targets: { "50": 0.5, "20": 0.2, "30": 0.3 } });
  });

  it("does not say of one reached now that it was reached by its date, which is past", () => {
    const stateOn = (on: string) => stateWords(en.t, { state: "reached", due: "2025-12-31" }, on);
    expect(stateOn("2025-12-31")).toBe("Reached");
    expect(stateOn("2026-01-01")).toBe("At the target now, past its date");
    const figure = (taken: string) =>
      targetFigure(en.t, en.format, {
        ...{ id: "targets", title: "Targets", targets: [target(20, 5, 5)], exact: false, taken },
      }).rows[0]?.cells[7];
    expect([figure("2028-12-31"), figure("2029-01-01")]).toEqual([
      stateOn("2025-12-31"),
      stateOn("2026-01-01"),
    ]);
  });

  it("asks, of every number of people, for the fewest women that reach it", () => {
    for (let total = 1; total <= 40; total += 1)
      for (let women = 0; women <= total; women += 1)
        for (const value of [12.5, 20, 33.33, 50, 100]) {
          let more = 0;
          while ((women + more) * 10_000 < Math.round(value * 100) * total) more += 1;
          expect(target(value, women, total - women).standing?.moreWomen).toBe(more);
        }
  });
});
