import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closedYear,
  exactRows,
  type FlowCount,
  postKey,
  reachedTally,
  shareFigure,
  twelveMonthsTo,
} from "#app/gender/balance.ts";
import { balanceSystem, RELEASE_COLUMNS, releaseBalance } from "#app/gender/balance-release.ts";
import { GENDERS, tallyOf, totalOf } from "#app/gender/counts.ts";
import { protectCounts } from "#app/gender/disclosure.ts";
import { attackersBounds } from "#app/gender/disclosure-bounds.ts";
import { countFunnel, FUNNEL_STAGES } from "#app/gender/funnel.ts";

const LEVEL_OF = { srsg: ["USG", "ASG"], dsrsgPolitical: ["ASG"], forceCommander: ["D-2"] } as const;

const person = fc.constantFrom("srsg", "dsrsgPolitical", "forceCommander").chain((roleKindCode) =>
  fc.record({
    roleKindCode: fc.constant<string>(roleKindCode),
    level: fc.constantFrom<string>(...LEVEL_OF[roleKindCode]),
    regionalGroup: fc.constantFrom("African", "Asia-Pacific", "Eastern European"),
    gender: fc.constantFrom(...GENDERS),
    furthest: fc.constantFrom(...FUNNEL_STAGES),
    people: fc.integer({ min: 1, max: 9 }),
  }),
);

/** As the database gives them: no two rows alike in everything but the number. */
const counts = (most: number) =>
  fc.uniqueArray(person, {
    maxLength: most,
    selector: ({ people, ...rest }) => JSON.stringify(rest),
  });

const one = (changes: Partial<FlowCount>): FlowCount => ({
  roleKindCode: "srsg",
  level: "USG",
  regionalGroup: "African",
  gender: "woman",
  furthest: "nominated",
  people: 1,
  ...changes,
});

describe("exact figures", () => {
  it("are those of the funnel of every single candidacy", () => {
    fc.assert(
      fc.property(counts(12), (given) => {
        const candidacies = given.flatMap((count, n) =>
          Array.from({ length: count.people }, (_, m) => ({
            candidacyId: `${n}.${m}`,
            gender: count.gender,
            reached: [count.furthest],
          })),
        );
        for (const step of countFunnel(candidacies)) {
          expect(reachedTally(given, step.stage)).toEqual(step.tally);
        }
      }),
    );
  });

  it("add up to the whole in every breakdown and stage", () => {
    fc.assert(
      fc.property(counts(12), (given) => {
        const rows = exactRows(given);
        for (const breakdown of ["role", "level", "region"] as const) {
          FUNNEL_STAGES.forEach((stage, s) => {
            const sum = rows
              .filter((row) => row.breakdown === breakdown)
              .reduce((sofar, row) => sofar + (row.stages[s]?.counts.at(-1) ?? 0), 0);
            expect(sum).toBe(totalOf(reachedTally(given, stage)));
          });
        }
      }),
    );
  });

  it("count nobody where there is nobody", () => {
    expect(exactRows([])).toEqual([]);
    expect(reachedTally([], "nominated")).toEqual(tallyOf([]));
  });
});

describe("the public's release", () => {
  it("is one system, whose hidden counts nobody can bound tighter than four wide", () => {
    fc.assert(
      fc.property(counts(9), (given) => {
        const system = balanceSystem(given);
        const { shown } = protectCounts(system);
        const hidden = [...shown].filter(([, value]) => value.kind === "hidden").map(([id]) => id);
        for (const { least, greatest } of attackersBounds(system, hidden, 1)) {
          expect(greatest - least).toBeGreaterThanOrEqual(4);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("shows nothing that is not in that system, less those whose names are public", () => {
    fc.assert(
      fc.property(counts(9), (given) => {
        const { shown } = protectCounts(balanceSystem(given));
        const told = [...shown].flatMap(([id, value]) => (value.kind === "count" ? [{ id, ...value }] : []));
        const appointed = given.filter(({ furthest }) => furthest === "appointed");
        for (const row of releaseBalance(given)) {
          const named = appointed.filter((count) => keyIn(row.breakdown, count) === row.key);
          for (const { stage, counts: figures } of row.stages) {
            figures.forEach((figure, column) => {
              if (figure === null || stage === "appointed") return;
              const rest = figure - namedIn(named, RELEASE_COLUMNS[column] ?? "total");
              const sources = told.filter(({ id, value }) => value === rest && id.includes(`"${stage}"`));
              expect(rest === 0 || sources.length > 0).toBe(true);
              expect(rest > 0 && rest < 5).toBe(false);
            });
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("tells the truth wherever it tells anything", () => {
    fc.assert(
      fc.property(counts(9), (given) => {
        for (const row of releaseBalance(given)) {
          const own = given.filter((count) => keyIn(row.breakdown, count) === row.key);
          for (const { stage, counts: figures } of row.stages) {
            const tally = reachedTally(own, stage);
            const truth = [tally.woman, tally.man, tally.another + tally.notStated, totalOf(tally)];
            figures.forEach((figure, column) => {
              if (figure !== null) expect(figure).toBe(truth[column]);
            });
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("does not let the loss between two stages be subtracted", () => {
    const [whole] = releaseBalance([
      one({ people: 20, furthest: "consented" }),
      one({ people: 30, gender: "man", furthest: "consented" }),
      one({ people: 2 }),
    ]);
    const [nominated, consented] = whole?.stages.map((stage) => stage.counts) ?? [];
    expect(nominated?.[0] === null || consented?.[0] === null).toBe(true);
    expect(nominated?.[3] === null || consented?.[3] === null).toBe(true);
  });

  it("counts the appointed, whose names are public, in full", () => {
    const rows = releaseBalance([one({ furthest: "appointed" })]);
    for (const row of rows) {
      expect(row.stages.at(-1)).toEqual({ stage: "appointed", counts: [1, 0, 0, 1] });
      expect(row.stages[0]?.counts).toEqual([1, 0, 0, 1]);
    }
    const hidden = releaseBalance([
      one({ furthest: "appointed" }),
      one({ furthest: "nominated", people: 3 }),
    ]);
    expect(hidden.find(({ breakdown }) => breakdown === "all")?.stages[0]?.counts[0]).toBeNull();
  });

  it("answers a role that stands at one level only from that level's cells, so that no two can differ", () => {
    const rows = releaseBalance([
      one({ people: 9 }),
      one({ people: 12, gender: "man" }),
      one({ people: 7, roleKindCode: "forceCommander", level: "D-2", gender: "man" }),
      one({ people: 2, roleKindCode: "forceCommander", level: "D-2" }),
    ]);
    const stagesOf = (breakdown: string, key: string) =>
      rows.find((row) => row.breakdown === breakdown && row.key === key)?.stages;
    expect(stagesOf("role", "srsg")).toBeDefined();
    expect(stagesOf("role", "srsg")).toEqual(stagesOf("level", "USG"));
    expect(stagesOf("role", "forceCommander")).toEqual(stagesOf("post", postKey("forceCommander", "D-2")));
  });
});

const keyIn = (breakdown: string, count: FlowCount) =>
  ({
    all: "",
    role: count.roleKindCode,
    level: count.level,
    region: count.regionalGroup,
    post: postKey(count.roleKindCode, count.level),
  })[breakdown];

const namedIn = (named: readonly FlowCount[], column: string) => {
  const tally = reachedTally(named, "appointed");
  if (column === "total") return totalOf(tally);
  return column === "other" ? tally.another + tally.notStated : column === "woman" ? tally.woman : tally.man;
};

describe("shares and periods", () => {
  it("give no share on a base too small, or of what is withheld", () => {
    expect(shareFigure(4, 5)).toBeNull();
    expect(shareFigure(null, 40)).toBeNull();
    expect(shareFigure(0, 0, 1)).toBeNull();
    expect(shareFigure(1, 1, 1)?.share).toBe(0.5);
    const share = shareFigure(4, 6);
    expect(share?.share).toBe(0.4);
    expect(share?.low).toBeCloseTo(0.1682, 4);
    expect(share?.high).toBeCloseTo(0.6873, 4);
  });

  it("take the last reporting year that is over, the last day of June included", () => {
    expect(closedYear("2026-11-23")).toEqual({ startsOn: "2025-07-01", endsBefore: "2026-07-01" });
    expect(closedYear("2026-06-30")).toEqual({ startsOn: "2024-07-01", endsBefore: "2025-07-01" });
    expect(closedYear("2026-07-01")).toEqual({ startsOn: "2025-07-01", endsBefore: "2026-07-01" });
  });

  it("take twelve months with today", () => {
    expect(twelveMonthsTo("2026-11-23")).toEqual({ startsOn: "2025-11-23", endsBefore: "2026-11-24" });
    expect(twelveMonthsTo("2028-02-29").startsOn).toBe("2027-03-01");
  });
});
