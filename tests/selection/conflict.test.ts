import { describe, expect, it } from "vitest";
import {
  type CandidacyTies,
  declarationSchema,
  derivedConflicts,
  type MemberTies,
} from "#app/selection/conflict.ts";

const member = (changes: Partial<MemberTies> = {}): MemberTies => ({
  userId: "member",
  nationality: "GH",
  career: [],
  ...changes,
});
const candidacy = (changes: Partial<CandidacyTies> = {}): CandidacyTies => ({
  candidacyId: "candidacy",
  nationalities: ["NP"],
  nominatingState: "NP",
  nominatedById: "somebody",
  career: [],
  ...changes,
});
const sources = (a: MemberTies, b: CandidacyTies) => derivedConflicts(a, b).map(({ source }) => source);
const post = (employer: string, startYear: number, endYear: number | null) => ({
  employer,
  startYear,
  endYear,
});

describe("derivedConflicts", () => {
  it("finds none between strangers", () => {
    expect(derivedConflicts(member(), candidacy())).toEqual([]);
  });

  it("finds any shared nationality, and a nomination by the member's own state", () => {
    expect(sources(member(), candidacy({ nationalities: ["NP", "GH"] }))).toEqual(["nationality"]);
    expect(sources(member(), candidacy({ nominatingState: "GH" }))).toEqual(["nominatingState"]);
  });

  it("finds that the member nominated the candidate as a focal point, whatever the state", () => {
    expect(sources(member(), candidacy({ nominatedById: "member" }))).toEqual(["nominatingState"]);
  });

  it("finds one employer in overlapping years, however it is spelled", () => {
    const ours = member({ career: [post("Ministère de la Défense", 2001, 2005)] });
    const theirs = (from: number, to: number | null) =>
      candidacy({ career: [post("ministere de la  defense", from, to)] });
    expect(derivedConflicts(ours, theirs(2004, null))[0]?.detail).toBe("Ministère de la Défense, 2004–2005");
    expect(sources(ours, theirs(2005, 2006))).toEqual(["sharedEmployer"]);
    expect(sources(ours, theirs(2006, 2010))).toEqual([]);
    expect(sources(ours, theirs(1990, 2000))).toEqual([]);
  });

  it("does not take two nameless employers for one", () => {
    const nameless = { career: [post(" – ", 2000, null)] };
    expect(sources(member(nameless), candidacy(nameless))).toEqual([]);
  });
});

describe("declarationSchema", () => {
  const candidacyId = "0199d2c4-0000-7000-8000-000000000001";
  const parse = (row: object) => declarationSchema.safeParse({ declarations: [{ candidacyId, ...row }] });

  it("takes silence for no answer, never for none", () => {
    expect(parse({}).success).toBe(false);
    expect(parse({ answer: "none" }).success).toBe(true);
  });

  it("asks of a conflict its kind and some words", () => {
    expect(parse({ answer: "conflict" }).error?.issues.map(({ path }) => path.at(-1))).toEqual([
      "kind",
      "note",
    ]);
    expect(parse({ answer: "conflict", kind: "family", note: "A cousin of mine." }).success).toBe(true);
  });
});
