import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachedTally } from "#app/gender/balance.ts";
import { AGE_BANDS, type Asked, ageBand, PARTS, type Part, stretchAt } from "#app/gender/case-part.ts";
import { KeptCases, packCases } from "#app/gender/case-store.ts";
import { GENDERS, type Tally, totalOf } from "#app/gender/counts.ts";
import { crossCases, flowCounts } from "#app/gender/crossing.ts";
import { rowAt } from "#app/gender/crossing-row.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";
import { type SomeVacancy, someVacancies, storeOf } from "./some-cases.ts";

const regionOf = (state: string) => ({ GH: "African", FR: "Western", NP: "Asian" })[state] ?? "";
const period = { startsOn: "2021-07-01", endsBefore: "2024-07-01" };
const asked = (basis: Asked["basis"], bounded: boolean): Asked => ({
  ...{ basis, regionOf },
  ...(bounded ? { period } : {}),
});

/** The word of a case in a part, said once more and in no haste. */
function wordOf(part: Part, vacancy: SomeVacancy, one: SomeVacancy["cases"][number]): string {
  const year = vacancy.openedAt === null ? null : new Date(vacancy.openedAt).getUTCFullYear();
  const age = year === null || one.born === 0 ? null : year - one.born;
  const band = AGE_BANDS.find((_, n) => age !== null && (n === 4 || age < 40 + n * 10)) ?? "";
  const words: Record<Part, string> = {
    ...{ role: vacancy.roleKindCode, level: vacancy.level, mission: vacancy.mission, panel: vacancy.panel },
    ...{ rank: one.rank, service: one.service, state: one.state, region: regionOf(one.state) },
    ageBand: age === null ? "" : band,
  };
  return words[part];
}

function recount(
  vacancies: readonly SomeVacancy[],
  parts: readonly Part[],
  { basis, period: within }: Asked,
) {
  const people = new Map<string, Record<string, number>>();
  for (const vacancy of vacancies) {
    const moment = basis === "decided" ? vacancy.decidedAt : vacancy.draft ? null : vacancy.openedAt;
    if (moment === null) continue;
    const day = new Date(moment).toISOString().slice(0, 10);
    if (within && (day < within.startsOn || day >= within.endsBefore)) continue;
    for (const one of vacancy.cases) {
      const key = JSON.stringify(parts.map((part) => wordOf(part, vacancy, one)));
      const line = people.get(key) ?? {};
      for (const stage of FUNNEL_STAGES.slice(0, FUNNEL_STAGES.indexOf(one.furthest) + 1)) {
        const cell = `${stage} ${one.gender}`;
        line[cell] = (line[cell] ?? 0) + 1;
      }
      people.set(key, line);
    }
  }
  return people;
}

const cellsOf = (reached: readonly Tally[]) =>
  Object.fromEntries(
    reached.flatMap((tally, n) =>
      GENDERS.flatMap((gender) =>
        tally[gender] > 0 ? [[`${FUNNEL_STAGES[n]} ${gender}`, tally[gender]]] : [],
      ),
    ),
  );

describe("a crossing", () => {
  it("agrees with a recount, person by person, for any parts and any period", () => {
    fc.assert(
      fc.property(
        someVacancies,
        fc.subarray([...PARTS], { maxLength: 3 }),
        fc.constantFrom("opened", "decided"),
        fc.boolean(),
        (vacancies, parts, basis, bounded) => {
          const question = asked(basis, bounded);
          const { lines, total } = crossCases(storeOf(vacancies), parts, question);
          const expected = recount(vacancies, parts, question);
          expect(total).toBe(expected.size);
          expect(new Map(lines.map(({ keys, reached }) => [JSON.stringify(keys), cellsOf(reached)]))).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives page by page what it gives at once, in the order asked for", () => {
    fc.assert(
      fc.property(someVacancies, fc.integer({ min: 1, max: 4 }), (vacancies, most) => {
        const store = storeOf(vacancies);
        const question = asked("opened", false);
        const arrange = (_: unknown, words: readonly string[]) => words.toSorted().toReversed();
        const whole = crossCases(store, ["state", "role"], question, { arrange });
        const paged = Array.from({ length: Math.ceil(whole.total / most) }, (_, n) =>
          crossCases(store, ["state", "role"], question, { arrange, from: n * most, most }),
        );
        expect(paged.flatMap(({ lines }) => lines)).toEqual(whole.lines);
        const words = whole.lines.map(({ keys }) => keys.join("\n"));
        expect(words).toEqual(words.toSorted().toReversed());
      }),
    );
  });

  it("puts in order and counts where millions of lines are possible and few are there", () => {
    const vacancies = Array.from({ length: 2100 }, (_, n) => ({
      ...{ draft: false, openedAt: Date.parse("2022-01-01") + n, decidedAt: null, roleKindCode: "srsg" },
      ...{ level: "USG", mission: "UNA", panel: `V-${(n * 7919) % 2100}` },
      cases: ["woman" as const, "man" as const].map((gender) => ({
        ...{ gender, furthest: "nominated" as const, state: "GH", service: "", born: 0 },
        rank: `rank ${(n * 104729) % 2100}`,
      })),
    }));
    const question = asked("opened", true);
    const { lines, total } = crossCases(storeOf(vacancies), ["panel", "rank"], question);
    const expected = recount(vacancies, ["panel", "rank"], question);
    expect(total).toBe(2100);
    expect(lines.map(({ keys }) => JSON.stringify(keys))).toEqual([...expected.keys()].toSorted());
    for (const { keys, reached } of lines)
      expect(cellsOf(reached)).toEqual(expected.get(JSON.stringify(keys)));
  });

  it("loses at each stage exactly those of decided vacancies who did not come further, and nobody at the first", () => {
    fc.assert(
      fc.property(someVacancies, (vacancies) => {
        const { lines } = crossCases(storeOf(vacancies), ["region"], asked("opened", false));
        for (const line of lines) {
          FUNNEL_STAGES.forEach((stage, n) => {
            const { tally, rate, loss } = rowAt(line, stage);
            expect(tally).toEqual(line.reached[n]);
            const [before, here] = [line.settled[n - 1], line.settled[n]];
            if (!before) expect(totalOf(loss)).toBe(0);
            for (const gender of GENDERS) {
              if (before) expect((here?.[gender] ?? 0) + loss[gender]).toBe(before[gender]);
              expect(rate[gender]).toBe(before?.[gender] ? (here?.[gender] ?? 0) / before[gender] : null);
            }
          });
        }
      }),
    );
  });

  it("tells apart those of decided vacancies, as a recount without the others does", () => {
    fc.assert(
      fc.property(someVacancies, (vacancies) => {
        const decided = vacancies.filter(({ decidedAt }) => decidedAt !== null);
        const { lines } = crossCases(storeOf(vacancies), ["state"], asked("opened", false));
        const told = lines.map(({ keys, settled }) => [JSON.stringify(keys), cellsOf(settled)] as const);
        expect(new Map(told.filter(([, cells]) => Object.keys(cells).length > 0))).toEqual(
          recount(decided, ["state"], asked("opened", false)),
        );
      }),
    );
  });

  it("as counts of who came exactly so far holds the same people", () => {
    fc.assert(
      fc.property(someVacancies, (vacancies) => {
        const { lines } = crossCases(storeOf(vacancies), ["role", "level", "region"], asked("opened", false));
        const counts = flowCounts(lines);
        FUNNEL_STAGES.forEach((stage, n) => {
          const tally = reachedTally(counts, stage);
          for (const gender of GENDERS)
            expect(tally[gender]).toBe(
              lines.reduce((sum, { reached }) => sum + (reached[n]?.[gender] ?? 0), 0),
            );
        });
      }),
    );
  });
});

describe("what cases are told apart by", () => {
  it("puts an age of the year of opening in its band, and none where either is not stated", () => {
    const opened = Date.parse("2026-03-01");
    expect(
      [1996, 1987, 1986, 1977, 1976, 1967, 1966, 1957, 1956, 1930].map((born) => ageBand(born, opened)),
    ).toEqual([
      ...["under40", "under40", "40to49", "40to49", "50to59", "50to59", "60to69", "60to69"],
      ...["70andOver", "70andOver"],
    ]);
    expect([ageBand(0, opened), ageBand(1970, null)]).toEqual(["", ""]);
  });

  it("takes reporting years from July and quarters from January", () => {
    expect(stretchAt("year", Date.parse("2026-06-30T23:59:59Z")).startsOn).toBe("2025-07-01");
    expect(stretchAt("year", Date.parse("2026-07-01")).startsOn).toBe("2026-07-01");
    expect(
      ["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(
        (day) => stretchAt("quarter", Date.parse(day)).startsOn,
      ),
    ).toEqual(["2026-01-01", "2026-01-01", "2026-04-01", "2026-10-01"]);
  });

  it("refuses a line that is no case", () => {
    expect(() => packCases("woman|nowhere|GH|||0", new KeptCases())).toThrow(RangeError);
    expect(() => packCases("woman|nominated|GH||", new KeptCases())).toThrow(RangeError);
  });
});
