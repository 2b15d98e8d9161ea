import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  directProposalSchema,
  levelOn,
  READINESS_LEVELS,
  REMINDER_DAYS,
  RENEWAL_DAYS,
  readinessSchema,
  reminderDue,
  standingOf,
} from "#app/cadre/readiness.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";

const DAY_MS = 86_400_000;
const dayText = fc
  .integer({ min: Date.UTC(2000, 0, 1) / DAY_MS, max: Date.UTC(2090, 0, 1) / DAY_MS })
  .map((days) => new Date(days * DAY_MS).toISOString().slice(0, 10));
const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

describe("standingOf", () => {
  it("holds through its last day, and wants renewal in the ninety days before", () => {
    expect(standingOf("2026-11-23", "2026-11-23")).toBe("expiring");
    expect(standingOf("2026-11-22", "2026-11-23")).toBe("expired");
    expect(standingOf(plusDays("2026-11-23", RENEWAL_DAYS), "2026-11-23")).toBe("expiring");
    expect(standingOf(plusDays("2026-11-23", RENEWAL_DAYS + 1), "2026-11-23")).toBe("valid");
  });

  it("only gets worse as the days go by", () => {
    const order = ["valid", "expiring", "expired"];
    fc.assert(
      fc.property(dayText, dayText, fc.nat({ max: 400 }), (expires, today, later) => {
        const now = order.indexOf(standingOf(expires, today));
        expect(order.indexOf(standingOf(expires, plusDays(today, later)))).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe("levelOn", () => {
  it("is the finding's level to its last day, and never anything past it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...READINESS_LEVELS), dayText, dayText, (level, expiresOn, today) => {
        expect(levelOn({ level, expiresOn }, today)).toBe(today <= expiresOn ? level : null);
      }),
    );
  });
});

describe("reminderDue", () => {
  it("names the last reminder whose day has come", () => {
    const due = (left: number) => reminderDue(plusDays("2026-11-23", left), "2026-11-23");
    expect([91, 90, 31, 30, 8, 7, 0, -1].map(due)).toEqual([null, 90, 90, 30, 30, 7, 7, null]);
  });

  it("goes from the first to the last as the days go by, each at most once", () => {
    fc.assert(
      fc.property(dayText, (expires) => {
        const days = Array.from({ length: 130 }, (_, n) => plusDays(expires, n - 120));
        const told = days.flatMap((day) => reminderDue(expires, day) ?? []);
        expect([...new Set(told)]).toEqual([...REMINDER_DAYS]);
        expect(told).toEqual(told.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("monthsAfter", () => {
  it("gives the same day of the month, or the month's last", () => {
    expect(monthsAfter("2026-11-23", 36)).toBe("2029-11-23");
    expect(monthsAfter("2026-01-31", 1)).toBe("2026-02-28");
    expect(monthsAfter("2028-02-29", 36)).toBe("2031-02-28");
    expect(monthsAfter("2026-12-31", 2)).toBe("2027-02-28");
  });

  it("moves by whole months and never into the next one", () => {
    fc.assert(
      fc.property(dayText, fc.nat({ max: 120 }), (day, months) => {
        const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        const after = monthsAfter(day, months);
        expect(month(after) - month(day)).toBe(months);
        expect(Number(after.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
        expect(Number(after.slice(8))).toBeGreaterThanOrEqual(Math.min(28, Number(day.slice(8))));
      }),
    );
  });
});

describe("the forms", () => {
  const finding = { roleKindCode: "srsg", level: "now", evidence: "Led the talks of 2019 and of 2022." };
  const proposal = {
    ...finding,
    givenName: " Amina ",
    familyName: "Diallo",
    email: "Amina@Example.org",
    gender: "woman",
    nationality: "SN",
  };

  it("take a finding with evidence, trimmed, and refuse one without", () => {
    expect(readinessSchema.parse({ ...finding, evidence: `  ${finding.evidence} ` }).evidence).toBe(
      finding.evidence,
    );
    for (const evidence of ["", " ".repeat(40), "too short", "x".repeat(1001)]) {
      expect(readinessSchema.safeParse({ ...finding, evidence }).success).toBe(false);
    }
    expect(readinessSchema.safeParse({ ...finding, level: "soon" }).success).toBe(false);
  });

  it("take a proposal with the address in small letters", () => {
    expect(directProposalSchema.parse(proposal)).toMatchObject({
      email: "amina@example.org",
      givenName: "Amina",
    });
    for (const changes of [{ email: "amina" }, { nationality: "SEN" }, { gender: "x" }, { givenName: " " }]) {
      expect(directProposalSchema.safeParse({ ...proposal, ...changes }).success).toBe(false);
    }
  });
});
