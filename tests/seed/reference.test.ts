import { describe, expect, it } from "vitest";
import { GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { LANGUAGES, LEVELS, ROLE_KINDS } from "#prisma/seed/reference/role-kinds.ts";
import { memberStates, missions, targets } from "#prisma/seed/reference-data.ts";

const states = memberStates();

describe("the states", () => {
  it("are the 193 Member States and the two observers", () => {
    expect(states.filter(({ status }) => status === "member")).toHaveLength(193);
    expect(
      states
        .filter(({ status }) => status === "observer")
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["PS", "VA"]);
    expect(new Set(states.map(({ code }) => code)).size).toBe(195);
  });

  it("have a name in each of the six languages, in its script", () => {
    for (const state of states) {
      expect(state.nameAr, state.code).toMatch(/\p{Script=Arabic}/u);
      expect(state.nameZh, state.code).toMatch(/\p{Script=Han}/u);
      expect(state.nameRu, state.code).toMatch(/\p{Script=Cyrillic}/u);
      for (const name of [state.nameEn, state.nameFr, state.nameEs])
        expect(name).toMatch(/\p{Script=Latin}/u);
    }
  });

  it("are named as the United Nations names them", () => {
    const named = (code: string) => states.find((state) => state.code === code);
    expect(named("KR")?.nameEn).toBe("Republic of Korea");
    expect(named("TR")?.nameEn).toBe("Türkiye");
    expect(named("CD")?.nameFr).toBe("République démocratique du Congo");
    expect(named("IR")?.nameEs).toBe("Irán (República Islámica del)");
    expect(named("CI")?.nameEn).toBe("Côte d'Ivoire");
    expect(
      states.filter(({ nameEn }) => /^(North|South) Korea$|^Vietnam$|^Cape Verde$/.test(nameEn)),
    ).toEqual([]);
  });

  it("belong to the five regional groups, observers to none or one", () => {
    const groups = new Set(
      states.filter(({ status }) => status === "member").map(({ regionalGroup }) => regionalGroup),
    );
    expect(groups.size).toBe(5);
  });
});

describe("the missions", () => {
  it("end after they start, and their host states are states", () => {
    const codes = new Set(states.map(({ code }) => code));
    for (const mission of missions()) {
      if (mission.endsOn) expect(mission.endsOn > mission.startsOn, mission.acronym).toBe(true);
      expect(mission.nameFr.length).toBeGreaterThan(10);
      const foreign = mission.hostCodes.filter((code) => !codes.has(code) && code !== "EH" && code !== "XK");
      expect(foreign, mission.acronym).toEqual([]);
    }
  });

  it("work in languages that are listed", () => {
    const known = new Set<string>(LANGUAGES.map(({ code }) => code));
    expect(
      missions()
        .flatMap(({ workingLanguages }) => workingLanguages)
        .filter((code) => !known.has(code)),
    ).toEqual([]);
  });
});

describe("role kinds and targets", () => {
  it("know heads, deputies, and levels from USG to D-1", () => {
    expect(ROLE_KINDS).toHaveLength(8);
    expect(ROLE_KINDS.filter(({ isHead }) => isHead).map(({ code }) => code)).toEqual(["srsg", "headOfSpm"]);
    for (const { levels } of ROLE_KINDS) expect(levels.every((level) => LEVELS.includes(level))).toBe(true);
  });

  it("hold the communiqué's targets with their dates and sources", () => {
    const observers = targets().find(({ subject }) => subject === "staffAndObservers");
    expect(observers).toMatchObject({ value: 15, measure: "shareOfWomen" });
    expect(observers?.due).toBe("2017-12-31");
    expect(targets().every(({ source }) => source.length > 5)).toBe(true);
  });
});

describe("the default rubric", () => {
  it("has fifteen criteria in three groups that make a hundred", () => {
    expect(DEFAULT_CRITERIA).toHaveLength(15);
    expect(new Set(DEFAULT_CRITERIA.map(({ code }) => code)).size).toBe(15);
    expect(Object.values(GROUP_SHARES).reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(
      DEFAULT_CRITERIA.filter(({ minimumLevel }) => minimumLevel !== null).map(({ code }) => code),
    ).toEqual(["C1", "C4", "C6"]);
  });

  it("says in both languages what each of the four levels looks like", () => {
    for (const { code, anchors, name, definition } of DEFAULT_CRITERIA) {
      expect(
        anchors.map(({ level }) => level),
        code,
      ).toEqual([1, 2, 3, 4]);
      for (const words of [name, definition, ...anchors]) {
        expect(words.en.length, code).toBeGreaterThan(7);
        expect(words.fr.length, code).toBeGreaterThan(7);
        expect(words.en).not.toBe(words.fr);
      }
    }
  });
});
