import { describe, expect, it } from "vitest";
import type { Tie } from "#app/mentoring/matching/match-profile.ts";
import {
  excludingRules,
  type PairFacts,
  RULE_CODES,
  type RuleCode,
} from "#app/mentoring/matching/match-rules.ts";
import { mentee, mentor, programme } from "./match-people.ts";

const between = { mentorId: "m1", menteeId: "e1" };
const facts = (changes: Partial<PairFacts> = {}): PairFacts => ({
  mentor: mentor(),
  mentee: mentee(),
  programme,
  ties: [],
  ...changes,
});
const tie = (kind: Exclude<Tie["kind"], "supervision">) => facts({ ties: [{ ...between, kind }] });
const supervised = (lastDay: string | null) =>
  facts({ ties: [{ ...between, kind: "supervision", lastDay }] });

const broken: Record<RuleCode, PairFacts> = {
  samePerson: facts({ mentee: mentee({ personId: "p-m1" }) }),
  noCommonLanguage: facts({ mentee: mentee({ languages: [{ code: "es", level: 3 }] }) }),
  noFreePlace: facts({ mentor: mentor({ activePairs: 2 }) }),
  notAvailable: facts({ mentor: mentor({ availability: [] }) }),
  awayTooLong: facts({ mentor: mentor({ absences: [{ startsOn: "2026-06-01", endsOn: "2026-07-20" }] }) }),
  supervisedWithinFiveYears: supervised("2021-03-01"),
  declaredConflict: tie("declaredConflict"),
  endedPairing: tie("endedPairing"),
  satOnPanel: tie("satOnPanel"),
  vetted: tie("vetted"),
  sameChainOfCommand: tie("chainOfCommand"),
  nationalOfPartyToConflict: facts({ mentor: mentor({ stateCodes: ["GH", "CF"] }) }),
  sameState: facts({ mentor: mentor({ stateCodes: ["UY"] }) }),
  avoided: facts({ mentee: mentee({ avoidMentorIds: ["m1"] }) }),
  forbiddenPair: tie("forbiddenPair"),
};

describe("excludingRules", () => {
  it("lets a pair through that breaks no rule", () => {
    expect(excludingRules(facts())).toEqual([]);
  });

  it.each(RULE_CODES)("%s excludes, alone, the pair that breaks it", (code) => {
    expect(excludingRules(broken[code])).toEqual([code]);
  });

  it("names every rule that bites", () => {
    const given = { ...tie("vetted"), mentor: mentor({ activePairs: 3, stateCodes: ["UY"] }) };
    expect(excludingRules(given)).toEqual(["noFreePlace", "vetted", "sameState"]);
  });

  it("wants a working level of both sides in one language", () => {
    const basic = mentee({ languages: [{ code: "en", level: 1 }] });
    expect(excludingRules(facts({ mentee: basic }))).toEqual(["noCommonLanguage"]);
    expect(excludingRules(facts({ mentee: mentee({ languages: [] }) }))).toEqual(["noCommonLanguage"]);
  });

  it("takes one nationality for both only where both agree", () => {
    const one = mentor({ stateCodes: ["UY"], acceptsSameState: true });
    expect(excludingRules(facts({ mentor: one }))).toEqual(["sameState"]);
    expect(excludingRules(facts({ mentor: one, mentee: mentee({ acceptsSameState: true }) }))).toEqual([]);
  });

  it("counts supervision up to the fifth anniversary and while it lasts", () => {
    expect(excludingRules(supervised("2021-02-28"))).toEqual([]);
    expect(excludingRules(supervised(null))).toEqual(["supervisedWithinFiveYears"]);
  });

  it("joins spans of availability that touch, and sees a gap of one day", () => {
    const spans = (next: string) =>
      facts({
        mentor: mentor({
          availability: [
            { startsOn: next, endsOn: "2027-02-28" },
            { startsOn: "2026-03-01", endsOn: "2026-08-31" },
          ],
        }),
      });
    expect(excludingRules(spans("2026-09-01"))).toEqual([]);
    expect(excludingRules(spans("2026-09-02"))).toEqual(["notAvailable"]);
  });
});
