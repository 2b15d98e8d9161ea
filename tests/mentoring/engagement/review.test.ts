import { describe, expect, it } from "vitest";
import { EXTENSION_MONTHS, laterEnd, refuseExtension } from "#app/mentoring/engagement/extension.ts";
import { isReviewOpen, reviewDays } from "#app/mentoring/engagement/review.ts";

describe("reviewDays", () => {
  it("are three and six months after the first day, and the last day (METHOD §7)", () => {
    expect(reviewDays("2027-01-15", "2028-01-15")).toEqual([
      { moment: "early", dueOn: "2027-04-15" },
      { moment: "middle", dueOn: "2027-07-15" },
      { moment: "end", dueOn: "2028-01-15" },
    ]);
  });

  it("leave out what would come after the last day", () => {
    expect(reviewDays("2027-01-15", "2027-05-01").map(({ moment }) => moment)).toEqual(["early", "end"]);
  });
});

describe("isReviewOpen", () => {
  const open = (today: string, ending: "complete" | "early" | "mentorLeft" | null = null) =>
    isReviewOpen({ dueOn: "2027-07-15", ending }, today);

  it("from two weeks before it is due until sixty days after", () => {
    expect(["2027-06-30", "2027-07-01", "2027-09-13", "2027-09-14"].map((day) => open(day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("for a pair that was completed, for none that ended early", () => {
    expect(open("2027-07-15", "complete")).toBe(true);
    expect(open("2027-07-15", "early")).toBe(false);
    expect(open("2027-07-15", "mentorLeft")).toBe(false);
  });
});

describe("refuseExtension", () => {
  const facts = {
    ...{ state: "active" as const, endsOn: "2028-01-15", wanted: "2028-07-15" },
    ...{ agreed: 0, mentorUntil: "2028-07-15" },
  };
  const code = (changes: Partial<Parameters<typeof refuseExtension>[0]>) =>
    refuseExtension({ ...facts, ...changes })?.code ?? null;

  it("lets a pair go on as long as the mentor is there, twice", () => {
    expect(code({})).toBeNull();
    expect(code({ agreed: 1 })).toBeNull();
    expect(code({ agreed: 2 })).toBe("extendedOften");
    expect(code({ wanted: "2028-07-16" })).toBe("mentorAwayThen");
    expect(code({ state: "ended" })).toBe("pairEnded");
  });

  it("later is later, by every number of months offered", () => {
    for (const months of EXTENSION_MONTHS) expect(laterEnd("2028-01-31", months) > "2028-01-31").toBe(true);
    expect(laterEnd("2028-01-31", 1)).toBe("2028-02-29");
  });
});
