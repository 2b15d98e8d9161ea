import { describe, expect, it } from "vitest";
import {
  declarationSchema,
  derivedConflicts,
  type MemberTies,
  type PersonTies,
} from "#app/selection/conflict/conflict.ts";

const member = (changes: Partial<MemberTies> = {}): MemberTies => ({
  userId: "member",
  name: "Ama Mensah",
  nationalities: ["GH"],
  career: [],
  ...changes,
});
const candidacy = (changes: Partial<PersonTies> = {}): PersonTies => ({
  personId: "person",
  name: "Bina Rai",
  nationalities: ["NP"],
  nominations: [{ stateCode: "NP", nominatedById: "somebody" }],
  career: [],
  ...changes,
});
const TODAY = "2026-11-28";
const sources = (a: MemberTies, b: PersonTies) => derivedConflicts(a, b, TODAY).map(({ source }) => source);
const post = (employer: string, startYear: number, endYear: number | null, supervisor = "") => ({
  employer,
  startYear,
  endYear,
  supervisor,
});

describe("derivedConflicts", () => {
  it("finds none between strangers", () => {
    expect(derivedConflicts(member(), candidacy(), TODAY)).toEqual([]);
  });

  it("finds any shared nationality, and a nomination by the member's own state", () => {
    expect(sources(member(), candidacy({ nationalities: ["NP", "GH"] }))).toEqual(["nationality"]);
    expect(sources(member({ nationalities: ["FI", "NP"] }), candidacy())).toEqual([
      "nationality",
      "nominatingState",
    ]);
    const ofGhana = { nominations: [{ stateCode: "GH", nominatedById: "somebody" }] };
    expect(sources(member(), candidacy(ofGhana))).toEqual(["nominatingState"]);
  });

  it("finds that the member nominated the candidate as a focal point, whatever the state", () => {
    for (const stateCode of ["NP", null]) {
      const own = { nominations: [{ stateCode, nominatedById: "member" }] };
      expect(sources(member(), candidacy(own))).toEqual(["nominatedBy"]);
    }
  });

  it("finds one employer in overlapping years, however it is spelled", () => {
    const ours = member({ career: [post("Ministère de la Défense", 2001, 2005)] });
    const theirs = (from: number, to: number | null) =>
      candidacy({ career: [post("ministere de la  defense", from, to)] });
    expect(derivedConflicts(ours, theirs(2004, null), TODAY)[0]?.detail).toBe(
      "Ministère de la Défense, 2004–2005",
    );
    expect(sources(ours, theirs(2005, 2006))).toEqual(["sharedEmployer"]);
    expect(sources(ours, theirs(2006, 2010))).toEqual([]);
    expect(sources(ours, theirs(1990, 2000))).toEqual([]);
  });

  it("suspects a supervisor by name, either way round, for five years after the post", () => {
    const under = candidacy({ career: [post("OSCE", 2010, 2021, "ama  MENSAH")] });
    expect(derivedConflicts(member(), under, TODAY)).toEqual([
      {
        ...{ userId: "member", personId: "person", source: "supervisor", standing: "suspected" },
        ...{ detail: "OSCE, 2010–2021", expiresOn: "2026-12-31" },
      },
    ]);
    expect(derivedConflicts(member(), under, "2027-01-01")).toEqual([]);
    expect(sources(member({ career: [post("OSCE", 2019, null, "Bina Rai")] }), candidacy())).toEqual([
      "supervisor",
    ]);
    expect(sources(member({ name: "" }), candidacy({ career: [post("OSCE", 2019, null)] }))).toEqual([]);
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
