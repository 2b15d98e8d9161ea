import { describe, expect, it } from "vitest";
import { slotOfferSchema } from "#app/mentoring/session/slot-offer.ts";

const posted = (slots: Record<string, string>) => ({
  timeZone: "Europe/Paris",
  durationMinutes: "60",
  channel: "video",
  ...slots,
});
const problems = (slots: Record<string, string>) =>
  slotOfferSchema
    .safeParse(posted(slots))
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("slotOfferSchema", () => {
  it("gives the instants in the order of time, each with its field, and passes over fields left empty", () => {
    const { slots } = slotOfferSchema.parse(posted({ slot1: "2027-07-02T15:00", slot4: "2027-02-02T15:00" }));
    expect(slots).toEqual([
      { startsAt: new Date("2027-02-02T14:00:00Z"), field: "slot4" },
      { startsAt: new Date("2027-07-02T13:00:00Z"), field: "slot1" },
    ]);
  });

  it("refuses none, one that stands there before, and hours that clocks skip or show twice", () => {
    expect(problems({})).toEqual([["slot1", "required"]]);
    expect(problems({ slot1: "2027-02-02T15:00", slot2: "2027-02-02T15:00" })).toEqual([
      ["slot2", "slotTwice"],
    ]);
    expect(problems({ slot1: "2027-02-02T15:00", slot2: "2027-03-28T02:30" })).toEqual([
      ["slot2", "skippedTime"],
    ]);
    expect(problems({ slot1: "2027-10-31T02:30" })).toEqual([["fold", "timeTwice"]]);
    expect(problems({ slot1: "2027-10-31T02:30", fold: "later" })).toBeUndefined();
    expect(problems({ slot1: "2027-02-30T15:00" })).toEqual([["slot1", "date"]]);
  });
});
