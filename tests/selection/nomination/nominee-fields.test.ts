import { describe, expect, it } from "vitest";
import { formValuesOf } from "#app/selection/nomination/nominee-fields.ts";
import { EMPTY_FILE, rowsAsked, savedDraftSchema } from "#app/selection/nomination/nominee-file.ts";
import { judgeRequirement } from "#app/selection/screening/requirements.ts";

const asked = (search: string) => rowsAsked(new URLSearchParams(search));
const post = {
  ...{ title: "Envoy", employer: "A ministry", supervisor: "", from: "2015-03", to: "" },
  ...{ peopleLed: "", budget: "" },
};

describe("the rows of a nominee's form", () => {
  it("are as many as were asked for, and never fewer than those written in with some to spare", () => {
    const posts = (search: string, written: number) =>
      formValuesOf(
        { ...EMPTY_FILE, posts: Array.from({ length: written }, () => post) },
        1,
        [],
        asked(search),
      ).posts;
    expect(posts("", 0)).toHaveLength(4);
    expect(posts("posts=7", 0)).toHaveLength(7);
    expect(posts("posts=3", 6)).toHaveLength(8);
    expect(posts("posts=7", 1)[0]).toEqual(post);
    expect(posts("posts=7", 1)[6]).toMatchObject({ title: "", from: "" });
  });

  it("are bounded by what a draft can hold, whatever the address says", () => {
    expect(asked("posts=100000&missions=-3&education=x&courses=2.9")).toEqual({
      ...{ posts: 60, missions: 0, education: 0, courses: 2 },
    });
  });

  it("grow in a list of the form alone", () => {
    const draft = { ...EMPTY_FILE, version: "1" };
    expect(savedDraftSchema.safeParse({ ...draft, addRow: "posts" }).success).toBe(true);
    expect(savedDraftSchema.safeParse({ ...draft, addRow: "statement" }).success).toBe(false);
  });
});

describe("a rank that a nominator stated", () => {
  it("decides where no post names one", () => {
    const facts = {
      ...{ seniorYears: null, fieldMissions: null, deployableDays: null, languages: null },
      ...{ nationalities: [], attested: null, currentPost: "Chief of staff", posts: [] },
    };
    const rank = { kind: "rank", atLeast: "brigadierGeneral" } as const;
    expect(judgeRequirement(rank, facts)).toBe("cannotTell");
    expect(judgeRequirement(rank, { ...facts, rank: "Major General" })).toBe("met");
    expect(judgeRequirement(rank, { ...facts, rank: "Colonel" })).toBe("notMet");
  });
});
