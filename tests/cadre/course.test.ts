import { describe, expect, it } from "vitest";
import { courseSchema } from "#app/cadre/course.ts";

const entry = {
  ...{ title: "Senior Mission Leaders Course", host: "Peace Operations Centre", venue: "Accra" },
  ...{ languageCode: "en", level: "heads", seats: 20, womenPercent: 40, source: "" },
  ...{ startsOn: "2027-02-12", endsOn: "2027-02-23", closesOn: "2027-01-13" },
};
const wrong = (changes: Partial<typeof entry>) =>
  courseSchema
    .safeParse({ ...entry, ...changes })
    .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe("a course as it is entered", () => {
  it("ends after it starts, within a year, and takes nominations before it", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ endsOn: "2027-02-11" })).toEqual([["endsOn", "endsBeforeStart"]]);
    expect(wrong({ endsOn: "2028-02-12" })).toEqual([]);
    expect(wrong({ endsOn: "2028-02-13" })).toEqual([["endsOn", "courseTooLong"]]);
    expect(wrong({ closesOn: "2027-02-12" })).toEqual([["closesOn", "closesAfterStart"]]);
  });
});
