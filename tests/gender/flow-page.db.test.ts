import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#app/access/actor.ts";
import type { Part } from "#app/gender/case-part.ts";
import type { Basis } from "#app/gender/case-view.ts";
import { type Figure, shareCell } from "#app/gender/figure.ts";
import { readCrossing } from "#app/gender/flow-figures.queries.server.ts";
import { crossingQuerySchema, DIMENSIONS, type Dimension, dimensionsFor } from "#app/gender/flow-query.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as balancePage } from "#app/routes/balance._index.tsx";
import { loader as crossingsPage } from "#app/routes/balance.crossings.tsx";
import { loader as figureFile } from "#app/routes/balance.figures.$figure.$format.tsx";
import { fillFlows } from "#tests/bench/flow-world.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount, aScreenedVacancy } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";
import { cameTo, type RawCase, rawCases, stageBefore } from "./raw-cases.ts";

const TODAY = "2032-06-15T12:00:00Z";
const RANKS = ["Major General", "Colonel", null] as const;
const SERVICES = ["military", "police", "civilian", null] as const;
const GENDERS = ["woman", "man", "another", "notStated"] as const;

/** A vacancy of so many cases of every kind, opened on a day, the n-th having come n stages far. */
async function aVariedVacancy(openedOn: string, decidedOn: string | null, size: number) {
  const states = ["GH", "FR", "NP", "UY", "FI"];
  const { vacancyId, candidacyIds } = await aScreenedVacancy(
    Array.from({ length: size }, (_, n) => ({
      gender: GENDERS[n % 4] ?? "man",
      state: states[n % 5] ?? "GH",
    })),
  );
  const { callId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
  const opensAt = new Date(openedOn);
  const closesAt = new Date(opensAt.getTime() + 30 * 86_400_000);
  await database().call.update({
    where: { id: callId ?? "" },
    data: { opensAt, closesAt, takesUntil: closesAt },
  });
  for (const [n, candidacyId] of candidacyIds.entries()) {
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    await database().person.update({
      where: { id: personId },
      data: { rank: RANKS[n % 3], service: SERVICES[n % 4], birthYear: n % 4 === 3 ? null : 1950 + 7 * n },
    });
    await database().stageEvent.createMany({
      data: FUNNEL_STAGES.slice(0, 1 + (n % 8)).map((stage) => ({ candidacyId, stage })),
    });
  }
  await database().panel.create({ data: { vacancyId } });
  if (decidedOn)
    await database().decision.create({
      data: {
        ...{ vacancyId, candidacyId: candidacyIds[0] ?? "", reportId: randomUUID(), decidedById: "x" },
        ...{ reasons: "The strongest mediator of those recommended.", decidedAt: new Date(decidedOn) },
      },
    });
  return vacancyId;
}

beforeAll(async () => {
  await aVariedVacancy("2032-01-10T00:00:00Z", "2032-05-01T00:00:00Z", 9);
  await aVariedVacancy("2031-02-10T23:59:59Z", "2031-09-01T00:00:00Z", 8);
  await aVariedVacancy("2032-06-15T00:00:00Z", null, 5);
});

const readers = new Map<Role, Headers>();
async function headersOf(role: Role) {
  const known =
    readers.get(role) ??
    (await browserOf(await anAccount(role, role, role === "focalPoint" ? { stateCode: "GH" } : {})));
  readers.set(role, known);
  return known;
}
type Query = Readonly<Record<string, string>>;
const open = async <T>(
  page: (args: ReturnType<typeof asked>) => Promise<T>,
  path: string,
  query: Query,
  role: Role = "auditor",
) => {
  const headers = await headersOf(role);
  return at(new Date(TODAY), () => page(asked(`${path}?${new URLSearchParams(query)}`, headers)));
};
const crossing = (query: Query, role?: Role) => open(crossingsPage, "/balance/crossings", query, role);

/** A figure's rows by what they are of, as text: counts, the share, rates in percent and losses. */
function told(figure: Figure) {
  return new Map(
    figure.rows.map(({ key, cells }) => [
      key,
      figure.columns.map(({ kind }, n) =>
        kind === "share" ? (shareCell(cells[n])?.share ?? null) : cells[n],
      ),
    ]),
  );
}

/** The same from the tables: who is told apart by the dimensions given, at the stage or at every one. */
function recounted(
  raw: readonly RawCase[],
  dimensions: readonly Dimension[],
  stage: string,
  of: { basis: Basis; from: string; to: string },
) {
  const within = raw.filter(({ days }) => {
    const day = days[of.basis];
    return day !== null && day >= of.from && day <= of.to;
  });
  const rows = new Map<string, unknown[]>();
  const lines = new Map<string, RawCase[]>();
  for (const one of within) {
    const key = JSON.stringify(dimensions.filter((d) => d !== "stage").map((d) => one.words[d as Part]));
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  for (const [key, cases] of lines)
    for (const at of dimensions.includes("stage") ? FUNNEL_STAGES : [stage]) {
      const number = (gender: string, where: string | undefined, decided = false) =>
        where === undefined
          ? 0
          : cases.filter(
              (one) => one.gender === gender && cameTo(one, where) && (!decided || one.days.decided !== null),
            ).length;
      const here = GENDERS.map((gender) => number(gender, at));
      const [women = 0, men = 0] = here;
      // Nobody is lost in a vacancy that runs.
      const settled = (where: string | undefined) => GENDERS.map((gender) => number(gender, where, true));
      const [before, came] = [settled(stageBefore(at)), settled(at)];
      const lost = GENDERS.map((_, n) => (stageBefore(at) ? (before[n] ?? 0) - (came[n] ?? 0) : 0));
      const arrows = [
        ...[0, 1].map((n) => (before[n] ? (100 * (came[n] ?? 0)) / (before[n] ?? 1) : null)),
        ...[lost[0], lost[1], (lost[2] ?? 0) + (lost[3] ?? 0)],
      ];
      const words = JSON.parse(key) as string[];
      const keys = !dimensions.includes("stage")
        ? words
        : dimensions[0] === "stage"
          ? [at, ...words]
          : [...words, at];
      const withArrows = dimensions.includes("stage") || stage !== "nominated";
      rows.set(JSON.stringify(keys), [
        ...here,
        women + men === 0 ? null : women / (women + men),
        ...(withArrows ? arrows : []),
      ]);
    }
  return rows;
}

const near = (rows: ReadonlyMap<string, readonly unknown[]>) =>
  new Map(
    [...rows].map(([key, cells]) => [
      key,
      cells.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(9)) : cell)),
    ]),
  );

/** Every page of a crossing. */
async function allPages(query: Query) {
  const rows = new Map<string, unknown[]>();
  for (let page = 1; ; page += 1) {
    const { crossing: shown } = await crossing({ ...query, page: String(page) });
    if (!shown) throw new Error("Not answered.");
    for (const [key, cells] of told(shown.figure)) rows.set(key, cells);
    if (rows.size >= shown.total || shown.figure.rows.length === 0) return { rows, total: shown.total };
  }
}

describe("a crossing", () => {
  it("of any two breakdowns tells on every page what the tables hold, figure by figure", async () => {
    const raw = await rawCases();
    const periods = [
      { basis: "opened", from: "2031-06-16", to: "2032-06-15" },
      { basis: "opened", from: "2030-01-01", to: "2031-02-10" },
      { basis: "decided", from: "2031-09-01", to: "2032-05-01" },
    ] as const;
    let n = 0;
    for (const first of DIMENSIONS)
      for (const second of [undefined, ...DIMENSIONS]) {
        if (first === second) continue;
        const stage = FUNNEL_STAGES[n % 8] ?? "nominated";
        const of = periods[n % 3] ?? periods[0];
        n += 1;
        const { rows, total } = await allPages({ first, ...(second ? { second } : {}), stage, ...of });
        const expected = recounted(raw, [first, ...(second ? [second] : [])], stage, of);
        expect(total).toBe(expected.size);
        expect(near(rows), `${first} ${second} ${stage}`).toEqual(near(expected));
      }
    expect(n).toBe(DIMENSIONS.length ** 2);
  }, 240_000);

  it("is of the last twelve months by role where nothing is asked", async () => {
    const { values, crossing: shown } = await crossing({});
    expect(values).toMatchObject({ first: "role", stage: "nominated", from: "2031-06-15", to: "2032-06-15" });
    expect(shown?.figure.rows).toHaveLength(1);
    expect(shown?.figure.counting).toEqual({ kind: "flow", from: "2031-06-15", to: "2032-06-15" });
  });

  it("says beside the field what does not fit, and shows nothing then", async () => {
    for (const [query, field, message] of [
      [{ from: "2032-01-02", to: "2032-01-01" }, "to", "untilBeforeFrom"],
      [{ from: "soon" }, "from", "date"],
      [{ first: "role", second: "role" }, "second", "dimensionTwice"],
      [{ first: "shoe size" }, "first", "choose"],
      [{ stage: "married" }, "stage", "choose"],
    ] as const) {
      const { crossing: shown, reply } = await crossing(query);
      expect(shown).toBeNull();
      expect(reply.lastResult.error?.[field]).toEqual([message]);
    }
  });

  it("keeps ages, and identities apart, from who may not read them, and is nobody's who sees no exact figures", async () => {
    expect(dimensionsFor(false)).not.toContain("ageBand");
    expect(crossingQuerySchema("2032-06-15", false).safeParse({ first: "ageBand" }).success).toBe(false);
    const ask = { t: translator("en", await loadMessages("en")), format: formatter("en", "UTC") };
    const byLevel = crossingQuerySchema("2032-06-15", false).parse({ first: "level" });
    const together = await readCrossing({ ...ask, today: "2032-06-15", sensitive: false }, byLevel, 1);
    const apart = (await crossing({ first: "level" })).crossing?.figure;
    expect(together.figure.columns.map(({ key }) => key)).toEqual(["woman", "man", "other", "share"]);
    expect(apart?.columns.map(({ key }) => key)).toEqual(["woman", "man", "another", "notStated", "share"]);
    for (const role of ["decisionMaker", "focalPoint", "candidate", "panelMember"] as const)
      await expect(crossing({}, role)).rejects.toMatchObject({ status: 404 });
    const take = (query: Query, role: Role) =>
      open(
        ({ request }) => figureFile({ request, params: { figure: "crossing", format: "csv" }, context: {} }),
        "/balance/figures/crossing/csv",
        query,
        role,
      );
    await expect(take({}, "decisionMaker")).rejects.toMatchObject({ status: 404 });
    await expect(take({}, "focalPoint")).rejects.toMatchObject({ status: 404 });
    const file = await take({ first: "ageBand", from: "2030-01-01" }, "auditor");
    expect(await file.text()).toContain("40 to 49");
    const taken = await database().recordEvent.count({ where: { kind: "balanceFigure.exported" } });
    expect(taken).toBe(1);
  });
});

describe("what is taken from a crossing", () => {
  it("is every row as a sheet, whatever page of it is shown, and that page as a picture", async () => {
    const query = { first: "state", second: "stage", from: "2030-01-01", page: "2" };
    const { crossing: shown } = await crossing(query);
    expect(shown?.total).toBeGreaterThan(shown?.figure.rows.length ?? 0);
    const file = (format: string) =>
      open(
        ({ request }) => figureFile({ request, params: { figure: "crossing", format }, context: {} }),
        `/balance/figures/crossing/${format}`,
        query,
      );
    const lines: string[][] = parse(await (await file("csv")).text(), {
      bom: true,
      relax_column_count: true,
    });
    const heading = lines.findIndex(([first]) => first === shown?.figure.rowHeading);
    expect(lines.slice(heading + 1)).toHaveLength(shown?.total ?? 0);
    expect(lines.slice(0, heading).join()).not.toContain("Rows ");
    const picture = await (await file("svg")).text();
    const described = (label: string) => picture.includes(`${label.split(" · ")[0]}`);
    expect(shown?.figure.rows.every(({ label }) => described(label))).toBe(true);
    expect(picture).toContain(`of ${shown?.total}`);
  });
});

describe("the page of gender balance", () => {
  it("tells the way from stage to stage and the years as the tables hold them", async () => {
    const raw = await rawCases();
    const of = { basis: "opened", from: "2031-01-01", to: "2032-06-15" } as const;
    for (const by of [undefined, "region", "service"] as const) {
      const { flow } = await open(balancePage, "/balance", { ...of, ...(by ? { by } : {}) });
      const expected = recounted(raw, by ? [by, "stage"] : ["stage"], "nominated", of);
      const shown = near(told(flow?.funnel ?? fail()));
      for (const [key, cells] of shown) expect(cells).toEqual(near(expected).get(key));
      expect(shown.size).toBe(Math.min(120, expected.size));
      const years = told(flow?.trend ?? fail());
      for (const [year, shares] of years) {
        const own = raw.filter(
          ({ days: { opened } }) =>
            opened && opened >= year && opened < `${Number(year.slice(0, 4)) + 1}-07-01`,
        );
        const share = (stage: string) => {
          const here = own.filter((one) => cameTo(one, stage));
          const women = here.filter(({ gender }) => gender === "woman").length;
          const both = women + here.filter(({ gender }) => gender === "man").length;
          return both === 0 ? null : women / both;
        };
        expect(shares).toEqual(FUNNEL_STAGES.map(share));
      }
      expect(years.size).toBeGreaterThan(1);
    }
  });

  it("counts by any period and by either day, the breakdowns and the list of vacancies alike", async () => {
    const raw = await rawCases();
    for (const of of [
      { basis: "opened", from: "2031-02-10", to: "2031-02-10" },
      { basis: "decided", from: "2031-09-01", to: "2032-04-30" },
    ] as const) {
      const page = await open(balancePage, "/balance", of);
      const inIt = raw.filter(
        ({ days }) => (days[of.basis] ?? "") >= of.from && (days[of.basis] ?? "9") <= of.to,
      );
      const whole = page.figures.rows.find(({ breakdown }) => breakdown === "all");
      for (const { stage, counts } of whole?.stages ?? []) {
        const here = GENDERS.map(
          (gender) => inIt.filter((one) => one.gender === gender && cameTo(one, stage)).length,
        );
        expect(counts).toEqual([...here, here.reduce((sum, one) => sum + one, 0)]);
      }
      expect(page.counted.total).toBe(new Set(inIt.map(({ vacancyId }) => vacancyId)).size);
    }
  });

  it("keeps the period and the reason beside the field where the days are the wrong way round", async () => {
    const { flow } = await open(balancePage, "/balance", { from: "2032-01-02", to: "2032-01-01" });
    expect(flow?.reply.lastResult.error?.to).toEqual(["untilBeforeFrom"]);
  });
});

function fail(): never {
  throw new Error("No figure.");
}

describe("with many cases", () => {
  const statements: { query: string; params: string }[] = [];
  const BIG = /Seq Scan on "(Candidacy|StageEvent|BalanceFact|Person|Nomination)"/;

  beforeAll(async () => {
    await fillFlows(20_000);
    database().$on("query", ({ query, params }) => void statements.push({ query, params }));
  }, 120_000);

  const pages: readonly (() => Promise<unknown>)[] = [
    () => open(balancePage, "/balance", { from: "2020-01-01", by: "state" }),
    () => crossing({ first: "state", second: "ageBand", from: "2020-01-01" }),
  ];

  it("no page scans the tables of cases", async () => {
    for (const page of pages) await page();
    statements.length = 0;
    for (const page of pages) await page();
    const selects = statements.splice(0).filter(({ query }) => /^\s*(select|with)/i.test(query));
    expect(selects.length).toBeGreaterThan(10);
    for (const { query, params } of selects) {
      const given: unknown[] = JSON.parse(params);
      const literal = (value: unknown) => {
        const text = Array.isArray(value) ? `{${value.join(",")}}` : String(value);
        return value === null ? "null" : `'${text.replaceAll("'", "''")}'`;
      };
      const whole = given.reduceRight<string>(
        (text, value, n) => text.replaceAll(`$${n + 1}`, literal(value)),
        query,
      );
      const plan = await database().$queryRawUnsafe<readonly { "QUERY PLAN": string }[]>(`explain ${whole}`);
      expect(plan.map((row) => row["QUERY PLAN"]).join("\n"), query).not.toMatch(BIG);
    }
  });

  it("a page sends few statements, and one more where something has changed, which reads all of that", async () => {
    const sent = async () => {
      const [balance, crossed] = [await countQueries(pages[0] ?? fail), await countQueries(pages[1] ?? fail)];
      return [balance.queries, crossed.queries];
    };
    const before = await sent();
    const { candidacyId } = await database().balanceFact.findFirstOrThrow({
      where: { furthest: "nominated" },
    });
    await database().stageEvent.create({ data: { candidacyId, stage: "consented" } });
    const [balance = 0, crossed] = before;
    expect(await sent()).toEqual([balance + 1, crossed]);
    expect(before[0]).toBeLessThanOrEqual(24);
    expect(before[1]).toBeLessThanOrEqual(12);
  });
});
