import { describe, expect, it } from "vitest";
import { leadersByRoleAndLevel } from "#app/gender/leader-figures.ts";
import { leaderLists, leadersByPost } from "#app/gender/leaders.ts";
import { en } from "./some-figure.ts";

const kinds = [{ code: "forceCommander", isHead: false, isDeputy: false }];
const leader = (level: string, people: number) => ({
  ...{ roleKindCode: "forceCommander", level, acting: false, gender: "man" as const, people },
});

describe("leaders by role and level", () => {
  it("tells a role at two levels apart by its label, since a picture has labels alone", () => {
    const inPost = [leader("ASG", 4), leader("D-2", 2)];
    const figure = leadersByRoleAndLevel(en.t, {
      ...{ on: "2026-11-29", taken: "2026-11-29", target: null, lists: leaderLists(inPost, kinds) },
      ...{ byPost: leadersByPost(inPost, kinds), roleName: () => "Force Commander" },
    });
    expect(figure.rows.map(({ label }) => label).toSorted()).toEqual([
      "Force Commander, ASG",
      "Force Commander, D-2",
    ]);
  });
});
