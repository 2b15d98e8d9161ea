import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { take } from "#app/access/transition.ts";
import { messages as english } from "#app/i18n/messages/en/catalogue.ts";
import { translator } from "#app/i18n/translate.ts";
import { addressedTo, callPhase, graceEnd, takesNominations } from "#app/selection/call/call.ts";
import { callDraftSchema } from "#app/selection/call/call-draft.ts";
import { callDefaults } from "#app/selection/call/call-fields.ts";
import { callTransitions } from "#app/selection/call/call-lifecycle.ts";
import { amendmentSchema, extensionSchema } from "#app/selection/call/call-notice.ts";
import { callReference, callTitle } from "#app/selection/call/call-title.ts";
import { listRuleOf, timeLeft, timeLeftWords } from "#app/selection/call/call-words.ts";
import { LIST_RULES } from "#app/selection/nomination/list-rule.ts";
import { wordsFor, wordsFrom } from "#app/selection/words-present.ts";

const t = translator("en", english);
const day = (text: string) => new Date(`${text}Z`);

describe("where a call stands", () => {
  const opensAt = day("2026-11-01T10:00");
  const closesAt = day("2026-12-01T22:00");
  const call = { state: "open" as const, opensAt, closesAt, takesUntil: graceEnd(closesAt, 60) };

  it.each([
    ["2026-11-01T09:59:59", "announced"],
    ["2026-11-01T10:00:00", "open"],
    ["2026-12-01T21:59:59", "open"],
    ["2026-12-01T22:00:00", "grace"],
    ["2026-12-01T22:59:59", "grace"],
    ["2026-12-01T23:00:00", "past"],
  ])("at %s is %s", (moment, phase) => {
    expect(callPhase(call, day(moment))).toBe(phase);
  });

  it("takes nominations from its opening to the end of its grace, and at no other moment", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 0, max: 1440 }),
        (minutes, grace) => {
          const moment = new Date(closesAt.getTime() + minutes * 60_000);
          const takesUntil = graceEnd(closesAt, grace);
          const taken = takesNominations(callPhase({ ...call, takesUntil }, moment));
          expect(taken).toBe(moment >= opensAt && moment < takesUntil);
        },
      ),
    );
    expect(callPhase({ ...call, state: "closed" }, opensAt)).toBe("closed");
  });

  it("is told by what is left, in two measures", () => {
    expect(timeLeft(opensAt, closesAt)).toEqual({ days: 30, hours: 12, minutes: 0 });
    expect(timeLeftWords(t, opensAt, closesAt)).toBe("30 days and 12 hours left");
    expect(timeLeftWords(t, day("2026-12-01T21:00:30"), closesAt)).toBe("0 hours and 59 minutes left");
    expect(timeLeft(closesAt, opensAt)).toEqual({ days: 0, hours: 0, minutes: 0 });
  });

  it("is addressed to every state where it names none", () => {
    expect(addressedTo([], "GH")).toBe(true);
    expect(addressedTo(["NP"], "GH")).toBe(false);
    expect(addressedTo(["NP", "GH"], "GH")).toBe(true);
  });
});

describe("the form of a call", () => {
  const vacancyId = "01890000-0000-7000-8000-000000000001";
  const posted = {
    kind: "vacancies",
    vacancyIds: [vacancyId],
    listRule: "none",
    addressed: "every",
    closesAt: "2026-12-01T17:00",
    timeZone: "America/New_York",
    graceMinutes: "60",
    decisionDueOn: "2027-02-01",
  };
  const issuesOf = (changes: object) =>
    callDraftSchema
      .safeParse({ ...posted, ...changes })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  it("reads hours by the clock of the zone they are stated in", () => {
    const draft = callDraftSchema.parse(posted);
    expect(draft.closesAt.toISOString()).toBe("2026-12-01T22:00:00.000Z");
    expect(callDraftSchema.parse({ ...posted, timeZone: "Asia/Kathmandu" }).closesAt.toISOString()).toBe(
      "2026-12-01T11:15:00.000Z",
    );
  });

  it("refuses the hour that clocks leave out in spring and the one they repeat in autumn", () => {
    const spring = { closesAt: "2027-03-14T02:30", decisionDueOn: "2027-06-01" };
    expect(issuesOf(spring)).toEqual(["closesAt: noSuchTime"]);
    expect(issuesOf({ closesAt: "2027-11-07T01:30", decisionDueOn: "2028-01-01" })).toEqual([
      "closesAt: noSuchTime",
    ]);
    expect(issuesOf({ opensAt: "2026-11-01T01:30" })).toEqual(["opensAt: noSuchTime"]);
    expect(issuesOf({ ...spring, timeZone: "Africa/Accra" })).toEqual([]);
  });

  it("refuses what does not go together, beside its field", () => {
    expect(issuesOf({ opensAt: "2026-12-01T17:00" })).toEqual(["closesAt: closesBeforeOpening"]);
    expect(issuesOf({ decisionDueOn: "2026-12-01" })).toEqual(["decisionDueOn: decisionBeforeClose"]);
    expect(issuesOf({ addressed: "chosen" })).toEqual(["states: choose"]);
    expect(issuesOf({ listRule: "own" })).toEqual(["most: number"]);
    expect(issuesOf({ listRule: "own", most: "2", leastWomen: "3" })).toEqual(["leastWomen: womenPastMost"]);
    expect(issuesOf({ timeZone: "Mars/Olympus" })).toContain("timeZone: timeZoneUnknown");
  });

  it("shows a stored draft as it was typed", () => {
    const draft = callDraftSchema.parse({ ...posted, addressed: "chosen", states: ["NP", "GH", "NP"] });
    expect(draft.targetedStateCodes).toEqual(["GH", "NP"]);
    const fields = callDefaults(
      "vacancies",
      {
        version: 3,
        title: null,
        description: null,
        requirements: [],
        roleKindCodes: [],
        ...draft,
        opensAt: null,
        closesAt: draft.closesAt.toISOString(),
        vacancies: [{ id: vacancyId, decisionDueOn: "2027-02-01" }],
      },
      null,
    );
    expect(fields).toMatchObject({ ...posted, addressed: "chosen", states: ["GH", "NP"], version: "3" });
  });

  it("of a call for the cadre asks for words in one language at least", () => {
    const { vacancyIds, decisionDueOn, ...common } = posted;
    const global = {
      ...common,
      kind: "global",
      roleKindCodes: ["srsg"],
      seniorYears: "15",
      fieldMissions: "0",
    };
    const missing = callDraftSchema.safeParse(global).error?.issues.map(({ path }) => path.join("."));
    expect(missing).toEqual(["titleEn", "descriptionEn"]);
    const draft = callDraftSchema.parse({ ...global, titleFr: "Appel", descriptionFr: "Un appel." });
    expect(draft.content).toMatchObject({ kind: "global", title: { fr: "Appel" } });
  });
});

describe("a notice", () => {
  const key = "01890000-0000-4000-8000-000000000001";
  it("of an extension reads its hour by the call's own clock, and refuses one that is not", () => {
    const schema = extensionSchema("Europe/Paris");
    const texts = { submissionKey: key, textEn: "Ten more days.", decisionDueOn: "2027-08-01" };
    expect(schema.parse({ ...texts, closesAt: "2027-01-15T18:00" }).closesAt.toISOString()).toBe(
      "2027-01-15T17:00:00.000Z",
    );
    const gap = schema.safeParse({ ...texts, closesAt: "2027-03-28T02:30" });
    expect(gap.error?.issues.map(({ message }) => message)).toEqual(["noSuchTime"]);
  });

  it("is given in one language at least, and in enough words", () => {
    const issues = (texts: object) =>
      amendmentSchema
        .safeParse({ kind: "addendum", submissionKey: key, ...texts })
        .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(issues({})).toEqual(["textEn: required"]);
    expect(issues({ textFr: "Court" })).toEqual(["textFr: tooShort"]);
    expect(issues({ textFr: "Assez long pour dire quelque chose." })).toBeUndefined();
  });
});

describe("the road of a call", () => {
  const now = day("2026-11-25T10:00");
  it("is not published without vacancies, on older needs, or for fewer days than a call lasts", () => {
    const facts = {
      global: false,
      vacancies: 1,
      needsNewer: null,
      opensAt: now,
      closesAt: day("2026-12-25T10:00"),
      now,
    };
    const refused = (changes: object) => {
      const answer = take(callTransitions.publish, "draft", { ...facts, ...changes });
      return answer.ok ? null : answer.refusal.code;
    };
    expect(refused({})).toBeNull();
    expect(refused({ vacancies: 0 })).toBe("callWithoutVacancy");
    expect(refused({ vacancies: 0, global: true })).toBeNull();
    expect(refused({ needsNewer: "V-1" })).toBe("needsNewerThanDraft");
    expect(refused({ closesAt: null })).toBe("closingTimeMissing");
    expect(refused({ closesAt: day("2026-11-24T10:00") })).toBe("closingTimePast");
    expect(refused({ closesAt: day("2026-12-02T09:59") })).toBe("callTooShort");
    expect(refused({ opensAt: day("2026-12-20T10:00") })).toBe("callTooShort");
  });
});

describe("what a call is called", () => {
  const post = (acronym: string) => ({
    roleKind: { nameEn: "Force Commander", nameFr: "Commandant(e) de la force" },
    mission: { acronym },
  });
  it("follows its posts or its own title, in the reader's language where it has one", () => {
    expect(callTitle("fr", { title: null, vacancies: [post("UNDOF"), post("UNMISS")] })).toBe(
      "Commandant(e) de la force, UNDOF; Commandant(e) de la force, UNMISS",
    );
    expect(callTitle("fr", { title: { en: "Global call" }, vacancies: [] })).toBe("Global call");
    expect(callReference("global", 2026, 0)).toBe("2026-global-1");
    expect(callReference("vacancies", 2026, 3)).toBe("2026-call-4");
  });

  it("says which language its words are in", () => {
    expect(wordsFor("en", { fr: "Appel" })).toEqual({ text: "Appel", language: "fr" });
    expect(wordsFor("fr", { en: "Call", fr: "Appel" })).toEqual({ text: "Appel", language: "fr" });
    expect(wordsFrom("", "")).toBeNull();
  });
});

describe("every list rule", () => {
  it("is explained in a sentence", () => {
    for (const rule of LIST_RULES) {
      const numbers = rule === "own" ? { most: 1, womenAtLeastMen: true } : null;
      expect(listRuleOf(t, rule, numbers)).toMatch(/\.$/);
    }
  });
});
