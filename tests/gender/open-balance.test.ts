import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LeaderCount } from "#app/gender/balance.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { LEVELS_FROM_THE_HIGHEST } from "#app/gender/leaders.ts";
import { openBalanceSchema } from "#app/gender/open-balance.ts";
import { type OpenFacts, openBalance } from "#app/gender/open-balance-facts.ts";
import { jsonSchema, openFields } from "#app/gender/open-balance-schema.ts";
import { OPEN_COLUMNS, openSheet } from "#app/gender/open-balance-sheet.ts";
import { describeField } from "#app/gender/open-balance-words.ts";
import { standingOf } from "#app/gender/target.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { translator } from "#app/i18n/translate.ts";

const KINDS = [
  { code: "srsg", isHead: true, isDeputy: false, nameEn: "Special Representative", nameFr: "Représentant" },
  { code: "fc", isHead: false, isDeputy: false, nameEn: "Force Commander", nameFr: "Commandant" },
];
const whole = { en: "All", fr: "Ensemble" };

const facts = (given: Partial<OpenFacts> = {}): OpenFacts => ({
  on: "2026-11-29",
  leaders: [],
  kinds: KINDS,
  release: { startsOn: "2025-07-01", endsBefore: "2026-07-01", rows: [] },
  targets: [],
  calls: { total: 0, listed: [] },
  pledges: [],
  regionNames: {},
  whole,
  addresses: { schema: "https://example.org/s.json", documentation: "https://example.org/data" },
  ...given,
});

const leaderCounts: fc.Arbitrary<LeaderCount[]> = fc.array(
  fc.record({
    roleKindCode: fc.constantFrom("srsg", "fc"),
    level: fc.constantFrom(...LEVELS_FROM_THE_HIGHEST),
    acting: fc.boolean(),
    gender: fc.constantFrom(...GENDERS),
    people: fc.integer({ min: 1, max: 40 }),
  }),
);
const cell = fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 300 })), { nil: null });
const rows = fc.array(
  fc.record({
    breakdown: fc.constantFrom("all" as const, "role" as const, "level" as const, "region" as const),
    key: fc.constantFrom("", "srsg", "USG", "African"),
    stages: fc.array(
      fc.record({
        stage: fc.constantFrom("nominated" as const, "appointed" as const),
        counts: fc.tuple(cell, cell, cell, cell),
      }),
    ),
  }),
);

const validator = async (language: "en" | "fr") => {
  const messages = await loadMessages(language);
  const schema = jsonSchema(
    "https://example.org/s.json",
    "t",
    describeField(translator(language, messages), messages),
  );
  return { schema, valid: new Ajv2020({ strict: true, formats: FORMATS, allErrors: true }).compile(schema) };
};
/** What the schema names; Ajv brings none of its own. */
const FORMATS = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uri: /^https?:\/\//,
};

describe("the public figures for machines", () => {
  it("follow their schema, whatever is counted and withheld", async () => {
    const { valid } = await validator("en");
    fc.assert(
      fc.property(leaderCounts, rows, (leaders, released) => {
        const data = openBalance(
          facts({ leaders, release: { startsOn: "2025-07-01", endsBefore: "2026-07-01", rows: released } }),
        );
        expect(openBalanceSchema.safeParse(data).success).toBe(true);
        expect(valid(JSON.parse(JSON.stringify(data))), JSON.stringify(valid.errors)).toBe(true);
      }),
    );
  });

  it("are refused by the schema where a withheld count stands as zero, or a figure with a reason", async () => {
    const { valid } = await validator("en");
    const withheld = openBalance(
      facts({
        release: {
          ...{ startsOn: "2025-07-01", endsBefore: "2026-07-01" },
          rows: [
            {
              ...{ breakdown: "all", key: "" },
              stages: [{ stage: "nominated", counts: [null, 20, 0, null] }],
            },
          ],
        },
      }),
    );
    expect(valid(withheld)).toBe(true);
    const text = JSON.stringify(withheld);
    expect(
      valid(
        JSON.parse(text.replaceAll('"value":null,"reason":"suppressed"', '"value":0,"reason":"suppressed"')),
      ),
    ).toBe(false);
    expect(
      valid(JSON.parse(text.replaceAll('"value":null,"reason":"suppressed"', '"value":null,"reason":null'))),
    ).toBe(false);
    expect(valid({ ...withheld, names: ["somebody"] })).toBe(false);
  });

  it("tell each cell of the release as it was released, and no share that rests on a withheld count or fewer than ten", () => {
    fc.assert(
      fc.property(rows, (released) => {
        const { year } = openBalance(
          facts({ release: { startsOn: "2025-07-01", endsBefore: "2026-07-01", rows: released } }),
        );
        expect([year.from, year.to]).toEqual(["2025-07-01", "2026-06-30"]);
        const told = year.lines.flatMap(({ stages }) =>
          stages.map(({ women, men, other, total }) => [women, men, other, total].map(({ value }) => value)),
        );
        expect(told).toEqual(released.flatMap(({ stages }) => stages.map(({ counts }) => counts)));
        for (const { share, women, men } of year.lines.flatMap(({ stages }) => stages)) {
          if (women.value === null || men.value === null) expect(share.reason).toBe("suppressed");
          else if (women.value + men.value === 0) expect(share.reason).toBe("nobody");
          else if (women.value + men.value < 10) expect(share.reason).toBe("tooFew");
          else expect(share.value).toBe(women.value / (women.value + men.value));
        }
      }),
    );
  });

  it("count leaders by level exactly, acting ones apart", () => {
    fc.assert(
      fc.property(leaderCounts, (leaders) => {
        const { levels, lists } = openBalance(facts({ leaders })).leaders;
        const own = leaders.filter(({ acting }) => !acting);
        const sum = (some: readonly LeaderCount[]) => some.reduce((all, { people }) => all + people, 0);
        for (const { level, women, men, other } of levels)
          expect(women + men + other).toBe(sum(own.filter((one) => one.level === level)));
        const acting = lists.find(({ list }) => list === "acting");
        expect((acting?.women ?? 0) + (acting?.men ?? 0) + (acting?.other ?? 0)).toBe(
          sum(leaders) - sum(own),
        );
        expect(levels.map(({ level }) => level)).toEqual(
          LEVELS_FROM_THE_HIGHEST.filter((level) => own.some((one) => one.level === level)),
        );
      }),
    );
  });

  it("say of a target why it has no standing: withheld, not published, or not known", () => {
    const target = {
      ...{ id: "t", version: 1, withdrawn: false, value: 50, baselineYear: null, due: "2028-12-31" },
      ...{ measure: "shareOfWomen" as const, counting: "flow" as const, source: "A source" },
      ...{ standing: null, as: null, state: "unknown" as const },
    };
    const released = [{ breakdown: "all", key: "", stages: [] }] as const;
    const reasonOf = (
      subject: "nominations" | "cadre" | "heads",
      rows: typeof released | readonly [] = released,
    ) => {
      const release = { startsOn: "2025-07-01", endsBefore: "2026-07-01", rows };
      return openBalance(facts({ release, targets: [{ ...target, subject }] })).targets[0]?.standing;
    };
    expect(reasonOf("nominations")).toEqual({ value: null, reason: "suppressed" });
    expect(reasonOf("nominations", [])).toEqual({ value: null, reason: "notKnown" });
    expect(reasonOf("cadre")).toEqual({ value: null, reason: "notPublished" });
    expect(reasonOf("heads")).toEqual({ value: null, reason: "notKnown" });
  });
});

describe("the table of the same figures", () => {
  it("has a value or a reason in every line, never both, and every cell of the release", () => {
    fc.assert(
      fc.property(leaderCounts, rows, (leaders, released) => {
        const release = { startsOn: "2025-07-01", endsBefore: "2026-07-01", rows: released };
        const [head, ...lines] = openSheet(openBalance(facts({ leaders, release })));
        expect(head).toEqual([...OPEN_COLUMNS]);
        for (const line of lines) {
          expect(line).toHaveLength(OPEN_COLUMNS.length);
          expect((line[7] === "") !== (line[8] === ""), line.join()).toBe(true);
        }
        const counts = lines
          .filter((line) => line[0] === "year" && line[6] !== "share")
          .map((line) => (line[7] === "" ? null : Number(line[7])));
        expect(counts).toEqual(released.flatMap(({ stages }) => stages.flatMap(({ counts: all }) => all)));
      }),
      { numRuns: 30 },
    );
  });
});

describe("targets in the table", () => {
  const target = (due: string, value: number): OpenFacts["targets"][number] => {
    const counted = { women: 29, men: 291 };
    const standing = standingOf({ measure: "shareOfWomen", value }, counted);
    return {
      ...({ subject: "militaryContingents", measure: "shareOfWomen", counting: "stock" } as const),
      ...{ id: due, version: 1, withdrawn: false, baselineYear: null, source: "A strategy" },
      ...{ due, value, standing, as: { on: "2026-10-31" }, state: "open" },
    };
  };

  it("are told apart by their dates in every line, with the people that are missing", () => {
    const targets = [target("2026-12-31", 13), target("2028-12-31", 15)];
    const [head = [], ...lines] = openSheet(openBalance(facts({ targets })));
    const column = (line: readonly string[], name: string) => line[head.indexOf(name)];
    const own = lines.filter((line) => line[0] === "target");
    expect(own.map((line) => `${column(line, "due")} ${column(line, "figure")}`)).toEqual(
      ["2026-12-31", "2028-12-31"].flatMap((due) =>
        ["shareOfWomen", "shareOfWomenNow", "women", "men", "moreWomen", "state"].map(
          (one) => `${due} ${one}`,
        ),
      ),
    );
    const missing = own.filter((line) => column(line, "figure") === "moreWomen");
    expect(missing.map((line) => column(line, "value"))).toEqual(["13", "19"]);
  });
});

describe.each(["en", "fr"] as const)("the schema in %s", (language) => {
  it("is JSON Schema 2020-12, and describes every field", async () => {
    const { schema } = await validator(language);
    expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect(openFields().length).toBeGreaterThan(60);
    const text = JSON.stringify(schema);
    expect(text).not.toContain("undefined");
  });
});
