import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { take } from "#app/access/transition.ts";
import {
  isLate,
  leftFor,
  nextLevels,
  PLEDGE_KINDS,
  PLEDGE_LEVELS,
  type PledgeLevel,
  pledgeOrderSchema,
  pledgeTransitions,
  promisedAgainstDelivered,
  REMINDER_DAYS,
  reminderOf,
} from "#app/cadre/state-pledge.ts";

const order = (changes: Record<string, unknown>) =>
  pledgeOrderSchema.safeParse({ intent: "advance", version: "0", ...changes }).success;

describe("a pledge's levels", () => {
  it("follow one another, ready left out where nothing has to be called up", () => {
    expect(nextLevels("pledged")).toEqual(["registered"]);
    expect(nextLevels("verified")).toEqual(["ready", "delivered"]);
    expect(nextLevels("delivered")).toEqual([]);
  });

  it("ask verified and delivered for what shows it, and ready for its days", () => {
    expect(order({ level: "registered" })).toBe(true);
    expect(order({ level: "verified" })).toBe(false);
    expect(order({ level: "verified", evidence: "Letter of 3 May." })).toBe(true);
    expect(order({ level: "ready" })).toBe(false);
    expect(order({ level: "ready", readyDays: "45" })).toBe(false);
    expect(order({ level: "ready", readyDays: "60" })).toBe(true);
  });

  it("do not call delivered what the records count fewer of", () => {
    const facts = { counted: 1, quantity: 2 };
    expect(take(pledgeTransitions.delivered, "verified", facts)).toMatchObject({
      refusal: { code: "notYetDelivered", params: { found: 1, quantity: 2 } },
    });
    expect(take(pledgeTransitions.delivered, "verified", { ...facts, counted: 2 }).ok).toBe(true);
    expect(take(pledgeTransitions.delivered, "verified", { ...facts, counted: null }).ok).toBe(true);
  });
});

describe("reminderOf", () => {
  it("comes 30 and 7 days before, 7 and 37 after", () => {
    expect(reminderOf("2027-03-31", "2027-02-01")).toEqual({ current: null, next: "2027-03-01" });
    expect(reminderOf("2027-03-31", "2027-03-01")).toEqual({ current: -30, next: "2027-03-24" });
    expect(reminderOf("2027-03-31", "2027-04-07")).toEqual({ current: 7, next: "2027-05-07" });
    expect(reminderOf("2027-03-31", "2028-01-01")).toEqual({ current: 37, next: null });
  });

  it("always leads on to a later day, and so to an end", () => {
    const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, days, (due, now) => {
        const today = now.toISOString().slice(0, 10);
        const { current, next } = reminderOf(due.toISOString().slice(0, 10), today);
        if (next !== null) expect(next > today).toBe(true);
        else expect(current).toBe(REMINDER_DAYS.at(-1));
      }),
    );
  });
});

describe("promisedAgainstDelivered", () => {
  const counts = { mentors: 3, courseSeats: 0, womenNominations: 7 };

  it("takes delivery from the records where they count it, and from verification elsewhere", () => {
    const lines = promisedAgainstDelivered(
      [
        { kind: "mentors", level: "delivered", quantity: 2 },
        { kind: "mentors", level: "pledged", quantity: 4 },
        { kind: "genderChampions", level: "delivered", quantity: 1 },
        { kind: "genderChampions", level: "verified", quantity: 5 },
        { kind: "courseSeats", level: "withdrawn", quantity: 9 },
      ],
      counts,
    );
    expect(lines).toEqual([
      { kind: "mentors", promised: 6, delivered: 3 },
      { kind: "genderChampions", promised: 6, delivered: 1 },
    ]);
  });

  it("counts nothing withdrawn, whatever was pledged", () => {
    const pledges = fc.array(
      fc.record({
        kind: fc.constantFrom(...PLEDGE_KINDS),
        level: fc.constantFrom(...PLEDGE_LEVELS),
        quantity: fc.integer({ min: 1, max: 99 }),
      }),
    );
    fc.assert(
      fc.property(pledges, (all) => {
        const live = all.filter(({ level }) => level !== "withdrawn");
        expect(promisedAgainstDelivered(all, counts)).toEqual(promisedAgainstDelivered(live, counts));
        const promised = promisedAgainstDelivered(all, counts).reduce((sum, line) => sum + line.promised, 0);
        expect(promised).toBe(live.reduce((sum, { quantity }) => sum + quantity, 0));
      }),
    );
  });
});

describe("a pledge past its day", () => {
  it("is late as long as it is owed, from the day after", () => {
    const late = (level: PledgeLevel, today: string) => isLate({ level, dueOn: "2026-11-30" }, today);
    expect(late("ready", "2026-11-30")).toBe(false);
    expect(PLEDGE_LEVELS.filter((level) => late(level, "2026-12-01"))).toEqual([
      "pledged",
      "registered",
      "verified",
      "ready",
    ]);
  });
});

describe("what is left for a pledge", () => {
  it("is what was counted since it was made, less what delivered ones took", () => {
    expect(leftFor({ own: 4, sinceFirst: 0, spent: 0 })).toBe(4);
    expect(leftFor({ own: 4, sinceFirst: 4, spent: 4 })).toBe(0);
    expect(leftFor({ own: 4, sinceFirst: 8, spent: 4 })).toBe(4);
    expect(leftFor({ own: 8, sinceFirst: 4, spent: 4 })).toBe(4);
    expect(leftFor({ own: 2, sinceFirst: 3, spent: 9 })).toBe(0);
  });

  it("never exceeds what was counted, so that all delivered together promised no more than the records hold", () => {
    const each = fc.record({ made: fc.nat(20), quantity: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(
        fc.array(each, { maxLength: 6 }),
        fc.array(fc.nat(20), { maxLength: 15 }),
        (pledges, records) => {
          const since = (made: number) => records.filter((at) => at >= made).length;
          const delivered: { made: number; quantity: number }[] = [];
          for (const { made, quantity } of pledges) {
            const first = delivered.length === 0 ? null : Math.min(...delivered.map((one) => one.made));
            const left = leftFor({
              own: since(made),
              sinceFirst: first === null ? 0 : since(first),
              spent: delivered.reduce((sum, one) => sum + one.quantity, 0),
            });
            if (left >= quantity) delivered.push({ made, quantity });
          }
          const promised = delivered.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(promised).toBeLessThanOrEqual(records.length);
        },
      ),
    );
  });
});
