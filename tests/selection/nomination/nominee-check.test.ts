import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFile, documentsNeeded, type FileTerms } from "#app/selection/nomination/nominee-check.ts";
import { differencesOf } from "#app/selection/nomination/nominee-draft.ts";
import { type DraftFile, draftFileSchema, EMPTY_FILE } from "#app/selection/nomination/nominee-file.ts";
import { someFile } from "#tests/support/nominee-story.ts";

const civilian = { id: "c", component: "civilian" as const };
const military = { id: "m", component: "military" as const };
const terms: FileTerms = { today: "2026-11-25", vacancies: [civilian], self: false };

const gapsOf = (changes: Partial<DraftFile>, documents = ["cv"], of = terms) => {
  const checked = checkFile(someFile(changes), documents, of);
  return checked.ok ? [] : checked.gaps.map(({ field, code }) => `${field}: ${code}`);
};

describe("a nominee's file", () => {
  it("with nothing missing is complete, and its rows are read as figures", () => {
    const checked = checkFile(someFile(), ["cv"], terms);
    expect(checked.ok && checked.file.posts).toEqual([
      {
        ...{
          title: "Head of office",
          employer: "A ministry",
          supervisor: "The Minister",
          startYear: 2015,
          startMonth: null,
        },
        ...{ endYear: null, endMonth: null, peopleLed: 300, budgetThousands: 4500 },
      },
    ]);
    expect(checked.ok && checked.file.missions).toMatchObject([{ from: "2012", to: "2014" }]);
  });

  it("that is empty lacks everything, each field named once, in codes that have words", () => {
    const checked = checkFile(EMPTY_FILE, [], terms);
    if (checked.ok) throw new Error("complete");
    const fields = checked.gaps.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    for (const field of ["givenName", "email", "birthDate", "gender", "nationalities", "languages", "posts"])
      expect(fields).toContain(field);
    for (const { code } of checked.gaps) expect(code).toMatch(/^[a-zA-Z.]+$/);
  });

  it("names the row and the cell that is amiss", () => {
    expect(gapsOf({ missions: [{ mission: "UNMISS", role: "", from: "2014-06", to: "2014-05" }] })).toEqual([
      "missions[0].to: endsBeforeStart",
      "missions[0].role: required",
    ]);
    expect(gapsOf({ education: [] })).toEqual(["education: educationMissing"]);
    expect(gapsOf({ birthDate: "2020-01-01" })).toEqual(["birthDate: birthDate"]);
  });

  it("counts the words of the vision: 500 are taken, 501 are not", () => {
    expect(gapsOf({ visionStatement: "word ".repeat(500) })).toEqual([]);
    expect(gapsOf({ visionStatement: "word ".repeat(501) })).toEqual(["visionStatement: tooManyWords"]);
  });

  it("certifies each point, or discloses in words", () => {
    expect(gapsOf({ noConviction: "" })).toEqual(["disclosure: disclosureMissing"]);
    expect(gapsOf({ noConviction: "", disclosure: "A fine of 1999 for an accident." })).toEqual([]);
  });

  it("for a seconded post needs the service, the profile and the certificate", () => {
    const of = { ...terms, vacancies: [military] };
    expect(gapsOf({}, ["cv"], of)).toEqual([
      "service: service.military",
      "document.personalHistory: missing.personalHistory",
      "document.nationalCertificate: missing.nationalCertificate",
    ]);
    expect(documentsNeeded([civilian, military])).toEqual(["cv", "personalHistory", "nationalCertificate"]);
    expect(documentsNeeded([])).toEqual(["cv"]);
  });

  it("for one of several posts says which", () => {
    const of = { ...terms, vacancies: [civilian, military] };
    expect(gapsOf({}, ["cv"], of)[0]).toBe("vacancies: choose");
    expect(gapsOf({ vacancies: ["c"] }, ["cv"], of)).toEqual([]);
  });

  it("of somebody who nominates themself needs no state's words", () => {
    const own = { statement: "", noConviction: "", noViolation: "", noAllegation: "" };
    expect(gapsOf(own, ["cv"], { ...terms, self: true })).toEqual([]);
  });
});

describe("two texts of one file", () => {
  it("differ where they differ, and nowhere against themselves", () => {
    const own = someFile({ rank: "Minister", languages: [{ code: "en", level: "3" }] });
    const theirs = { ...own, rank: "Secretary", languages: [...own.languages, { code: "fr", level: "" }] };
    expect(differencesOf(own, theirs)).toEqual([{ field: "rank", own: "Minister", theirs: "Secretary" }]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (rank, disclosure) => {
        const one = draftFileSchema.parse({ rank: rank.slice(0, 100), disclosure });
        expect(differencesOf(one, one)).toEqual([]);
        const fields = differencesOf(one, { ...one, rank: `${one.rank}x` }).map(({ field }) => field);
        expect(fields).toEqual(["rank"]);
      }),
    );
  });
});
