import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptForWomen, nextSeats, type Place } from "#app/cadre/course-seats.ts";

const waits = (id: string, woman = false): Place => ({ id, woman, seated: false });
const sits = (id: string, woman = false): Place => ({ id, woman, seated: true });
const open = { seats: 4, womenPercent: 50, closed: false };
const closed = { ...open, closed: true };

describe("nextSeats", () => {
  it("keeps the seats of women free until nominations close", () => {
    expect(nextSeats(open, [waits("a"), waits("b"), waits("c"), waits("d", true)])).toEqual(["a", "b", "d"]);
  });

  it("gives them to whoever waits once nominations have closed and no woman does", () => {
    expect(nextSeats(closed, [sits("a"), sits("b"), waits("c"), waits("d")])).toEqual(["c", "d"]);
  });

  it("goes by the first woman who waits while too few are seated, then by who waited longest", () => {
    const places = [sits("a"), waits("b"), waits("c", true), waits("d", true), waits("e", true)];
    expect(nextSeats(closed, places)).toEqual(["c", "d", "b"]);
  });

  it("goes by the list alone where a course has no rule", () => {
    expect(
      nextSeats({ ...open, seats: 2, womenPercent: 0 }, [waits("a"), waits("b"), waits("c", true)]),
    ).toEqual(["a", "b"]);
  });

  it("rounds the seats kept up", () => {
    expect(keptForWomen({ seats: 5, womenPercent: 50 })).toBe(3);
    expect(keptForWomen({ seats: 5, womenPercent: 0 })).toBe(0);
  });
});

const intakes = fc.record({
  seats: fc.integer({ min: 1, max: 12 }),
  womenPercent: fc.integer({ min: 0, max: 100 }),
  closed: fc.boolean(),
});
/** People who wait, and whom the rule itself has seated before while nominations were open. */
const people = fc.array(fc.boolean(), { maxLength: 20 });

const places = (women: readonly boolean[], seated: readonly string[] = []): Place[] =>
  women.map((woman, n) => ({ id: String(n), woman, seated: seated.includes(String(n)) }));

describe("whoever is nominated and whenever", () => {
  it("seats no more than there are seats, nobody twice, and has nothing left to do", () => {
    fc.assert(
      fc.property(intakes, people, (rule, women) => {
        const next = nextSeats(rule, places(women));
        expect(next.length).toBeLessThanOrEqual(rule.seats);
        expect(new Set(next).size).toBe(next.length);
        expect(nextSeats(rule, places(women, next))).toEqual([]);
      }),
    );
  });

  it("leaves no woman waiting while fewer are seated than seats were kept, nor a seat empty after closing", () => {
    fc.assert(
      fc.property(intakes, people, (rule, women) => {
        const before = nextSeats({ ...rule, closed: false }, places(women));
        const all = [...before, ...(rule.closed ? nextSeats(rule, places(women, before)) : [])];
        const seatedWomen = all.filter((id) => women[Number(id)]).length;
        const waitingWomen = women.filter((woman, n) => woman && !all.includes(String(n))).length;
        if (waitingWomen > 0) expect(seatedWomen).toBeGreaterThanOrEqual(keptForWomen(rule));
        if (!rule.closed)
          expect(all.length - seatedWomen).toBeLessThanOrEqual(rule.seats - keptForWomen(rule));
        else expect(all.length).toBe(Math.min(rule.seats, women.length));
      }),
    );
  });
});
