import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yearsCovered } from "#app/selection/nomination/career-date.ts";
import { highestLevel, highestRank } from "#app/selection/nomination/grade.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";
import { evidenceFor } from "#app/selection/screening/requirement-evidence.ts";
import { type CandidateFacts, judgeRequirement } from "#app/selection/screening/requirements.ts";

const post = (
  startYear: number,
  endYear: number | null,
  title = "Adviser",
  mission: string | null = null,
) => ({
  ...{ title, employer: "A ministry", startYear, endYear, mission },
});
const facts = (changes: Partial<CandidateFacts> = {}): CandidateFacts => ({
  ...{ seniorYears: 15, fieldMissions: 2, deployableDays: 90, nationalities: ["GH"], attested: true },
  ...{ languages: [{ code: "fr", level: 2 }], currentPost: "Director (D-2)", posts: [] },
  ...changes,
});

describe("a level or a rank in the words of a file", () => {
  it("is read as it is written in English and French, the highest where several are named", () => {
    expect(highestLevel(["Chief, D1", "Director (D-2), political affairs"])?.grade).toBe("D-2");
    expect(highestLevel(["Assistant Secretary-General for Africa"])?.grade).toBe("ASG");
    expect(highestLevel(["Secrétaire général adjoint aux opérations"])?.grade).toBe("USG");
    expect(highestLevel(["Sous-Secrétaire générale"])?.grade).toBe("ASG");
    expect(highestRank(["Brigadier General", "Colonel"])?.grade).toBe("brigadierGeneral");
    expect(highestRank(["Général de division"])?.grade).toBe("majorGeneral");
    expect(highestRank(["Lieutenant General (retired)"])?.grade).toBe("lieutenantGeneral");
    expect(highestRank(["Lt. Col."])?.grade).toBe("lieutenantColonel");
  });

  it("is none where none is named: a secretary-general or a manager in general is no general", () => {
    for (const words of [
      "Secretary-General of the league",
      "General manager",
      "Attorney General",
      "Ambassador",
    ])
      expect(highestRank([words]), words).toBeNull();
    expect(highestLevel(["Ambassador", ""])).toBeNull();
  });

  it("decides what the file says of the requirement, and cannot tell where there is none", () => {
    const level: Requirement = { kind: "level", atLeast: "D-2" };
    expect(judgeRequirement(level, facts())).toBe("met");
    expect(judgeRequirement(level, facts({ currentPost: "Chief (D-1)" }))).toBe("notMet");
    expect(judgeRequirement(level, facts({ currentPost: "Ambassador" }))).toBe("cannotTell");
    const rank: Requirement = { kind: "rank", atLeast: "majorGeneral" };
    expect(judgeRequirement(rank, facts({ posts: [post(2010, 2014, "Lieutenant General")] }))).toBe("met");
    expect(judgeRequirement(rank, facts())).toBe("cannotTell");
  });
});

describe("the evidence quoted from the file", () => {
  it("sets what is stated beside what the posts cover, the latest posts first", () => {
    const posts = [post(2005, 2010), post(2012, null), post(2000, 2004), post(1990, 1999)];
    const quoted = evidenceFor({ kind: "seniorYears", years: 15 }, facts({ posts }), "2026-11-25");
    expect(quoted.slice(0, 2)).toEqual([
      { kind: "seniorYears", years: 15 },
      { kind: "postsCover", years: 5 + 14 + 4 + 9 },
    ]);
    expect(quoted.slice(2).map((one) => (one.kind === "post" ? one.post.startYear : 0))).toEqual([
      2012, 2005, 2000,
    ]);
  });

  it("quotes posts in missions alone for field service, and the very words that name a level", () => {
    const posts = [post(2005, 2010), post(2012, 2015, "Head of office", "UNMISS")];
    expect(evidenceFor({ kind: "fieldMissions", missions: 1 }, facts({ posts }), "2026-11-25")).toEqual([
      { kind: "fieldMissions", missions: 2 },
      { kind: "post", post: posts[1] },
    ]);
    expect(evidenceFor({ kind: "level", atLeast: "D-1" }, facts(), "2026-11-25")).toEqual([
      { kind: "words", words: "Director (D-2)" },
    ]);
  });

  it("says that there is nothing where the file is silent, of every kind", () => {
    const silent = facts({
      ...{ seniorYears: null, fieldMissions: null, deployableDays: null, languages: null },
      ...{ nationalities: [], attested: false, currentPost: null },
    });
    const kinds: Requirement[] = [
      { kind: "seniorYears", years: 1 },
      { kind: "level", atLeast: "D-1" },
      { kind: "rank", atLeast: "colonel" },
      { kind: "fieldMissions", missions: 1 },
      { kind: "language", code: "fr", name: { en: "French", fr: "français" }, level: 2 },
      { kind: "deployable", days: 30 },
      { kind: "notHostNational", states: ["CF"] },
      { kind: "attestation" },
    ];
    for (const requirement of kinds)
      expect(evidenceFor(requirement, silent, "2026-11-25"), requirement.kind).toEqual([{ kind: "nothing" }]);
  });

  it("counts a year once, however many posts cover it", () => {
    const year = fc.integer({ min: 1980, max: 2026 });
    fc.assert(
      fc.property(fc.array(fc.tuple(year, year), { maxLength: 8 }), (spans) => {
        const posts = spans.map(([a, b]) => post(Math.min(a, b), Math.max(a, b)));
        const together = yearsCovered(posts, "2026-11-25");
        const apart = posts.map((one) => yearsCovered([one], "2026-11-25"));
        expect(together).toBeLessThanOrEqual(apart.reduce((sum, years) => sum + years, 0));
        expect(together).toBeGreaterThanOrEqual(Math.max(0, ...apart));
        expect(yearsCovered([...posts, ...posts], "2026-11-25")).toBe(together);
      }),
    );
  });
});
