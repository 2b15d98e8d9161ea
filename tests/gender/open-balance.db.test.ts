import { randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { makePledge } from "#app/cadre/keep-pledge.server.ts";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { OPEN_CHARTS } from "#app/gender/open-figures.ts";
import { publishBalance } from "#app/gender/publish-balance.server.ts";
import { paths } from "#app/paths.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as page } from "#app/routes/public.balance._index.tsx";
import { loader as documentation } from "#app/routes/public.balance.data.tsx";
import { loader as embedding } from "#app/routes/public.balance.embed.tsx";
import { loader as csv } from "#app/routes/public.balance[.]csv.tsx";
import { loader as json } from "#app/routes/public.balance[.]json.tsx";
import { loader as schema } from "#app/routes/public.balance[.]schema[.]json.tsx";
import { loader as picture } from "#app/routes/public.balance[.]svg.tsx";
import { aDecidedVacancy } from "#tests/support/decided-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, anOpenCall } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

/** A moment of its own for each test: what one has had collected is then older than a minute for the next. */
let hour = 0;
const later = () => new Date(Date.UTC(2041, 8, 1, hour++));
const on = <T>(moment: Date, work: () => Promise<T>) => at(moment, work);
const seconds = (moment: Date, more: number) => new Date(moment.getTime() + more * 1000);
const FORMATS = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uri: /^https?:\/\//,
};

beforeAll(async () => {
  await aDecidedVacancy("2041-03-01T12:00:00Z", 3, 20);
});

describe("the public data", () => {
  it("follow the schema that they name, which is served", async () => {
    const moment = later();
    const data = await (await on(moment, () => json(asked(paths.openJson())))).json();
    const served = await (await on(moment, () => schema(asked(paths.openSchema())))).json();
    expect(data.schema).toBe(served.$id);
    expect(new URL(data.schema).pathname).toBe(paths.openSchema());
    const valid = new Ajv2020({ formats: FORMATS, allErrors: true }).compile(served);
    expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
  });

  it("tell of candidates nothing but the cells of the kept release, in JSON and in the table", async () => {
    const moment = later();
    const release = await on(moment, publishBalance);
    const cells = release.rows.flatMap(({ stages }) => stages.flatMap(({ counts }) => counts));
    expect(cells).toContain(null);
    const data = await (await on(moment, () => json(asked(paths.openJson())))).json();
    type Told = Record<"women" | "men" | "other" | "total", { value: number | null; reason: string | null }>;
    const stages: Told[] = data.year.lines.flatMap((line: { stages: Told[] }) => line.stages);
    const told = stages.flatMap(({ women, men, other, total }) => [women, men, other, total]);
    expect(told.map(({ value }) => value)).toEqual(cells);
    for (const { value, reason } of told) expect(reason).toBe(value === null ? "suppressed" : null);
    const sheet: Record<string, string>[] = parse(
      await (await on(moment, () => csv(asked(paths.openSheet())))).text(),
      {
        columns: true,
        bom: true,
      },
    );
    const rows = sheet.filter((row) => row.table === "year" && row.figure !== "share");
    expect(rows.map(({ value }) => (value === "" ? null : Number(value)))).toEqual(cells);
  });

  it("count leaders, open calls and pledges as their rows have them", async () => {
    const moment = new Date();
    const { reference } = await anOpenCall("UNMISS");
    const ghana = await aFocalPoint("GH");
    const pledge = { kind: "genderChampions", quantity: 2, dueOn: "2030-01-01", words: "" } as const;
    const { pledgeId } = must(await makePledge(ghana, { ...pledge, submissionKey: randomUUID() }));
    must(await makePledge(ghana, { ...pledge, quantity: 5, submissionKey: randomUUID() }));
    await database().statePledge.update({ where: { id: pledgeId }, data: { level: "delivered" } });
    const data = await (await on(seconds(moment, 3600), () => json(asked(paths.openJson())))).json();
    expect(data.pledges).toEqual([
      {
        ...{ kind: "genderChampions", states: 1, promised: 2, delivered: 2 },
        pledges: { registered: 0, verified: 0, ready: 0, delivered: 1 },
      },
    ]);
    const open = await database().call.findMany({ where: { state: "open" } });
    const taking = open.filter((call) => call.closesAt && call.closesAt > seconds(moment, 3600));
    expect(data.calls.total).toBe(taking.length);
    expect(data.calls.listed.map((call: { reference: string }) => call.reference)).toContain(reference);
    const day = new Date(data.leaders.on);
    const inPost = await database().appointment.findMany({
      where: { startsOn: { lte: day }, endsOn: { gte: day }, acting: false },
      select: { person: { select: { gender: true } } },
    });
    const women = data.leaders.levels.reduce((sum: number, level: { women: number }) => sum + level.women, 0);
    expect(women).toBe(inPost.filter(({ person }) => person.gender === "woman").length);
  });
});

describe("an answer that everybody may keep", () => {
  const answers = [
    ["json", json, paths.openJson()],
    ["csv", csv, paths.openSheet()],
    ["schema", schema, paths.openSchema()],
  ] as const;

  it.each(answers)(
    "%s: sets no cookie, opens to any site, and is known again by tag and by date",
    async (_, loader, path) => {
      const moment = later();
      const ask = (headers = {}) => on(moment, () => loader(asked(path, new Headers(headers))));
      const first = await ask();
      expect(first.status).toBe(200);
      expect(first.headers.getSetCookie()).toEqual([]);
      expect(first.headers.get("access-control-allow-origin")).toBe("*");
      expect(first.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(first.headers.get("cache-control")).toBe("public, max-age=60");
      const etag = first.headers.get("etag") ?? "";
      const modified = first.headers.get("last-modified") ?? "";
      for (const headers of [{ "if-none-match": etag }, { "if-modified-since": modified }]) {
        const again = await ask(headers);
        expect([again.status, await again.text()]).toEqual([304, ""]);
        expect(again.headers.get("etag")).toBe(etag);
        expect(again.headers.get("access-control-allow-origin")).toBe("*");
      }
      expect((await ask({ "if-none-match": 'W/"another"' })).status).toBe(200);
    },
  );

  it("is told apart by language where it has words, and says on what it hangs", async () => {
    const moment = later();
    const ask = (lang: string) =>
      on(moment, () =>
        schema(
          asked(paths.openSchema(), new Headers({ "accept-language": lang, cookie: "cadre.language=en" })),
        ),
      );
    const [english, french] = [await ask("en"), await ask("fr")];
    expect(french.headers.get("content-language")).toBe("fr");
    expect(french.headers.get("vary")).toBe("accept-language");
    expect(french.headers.get("etag")).not.toBe(english.headers.get("etag"));
    expect(await french.text()).not.toBe(await english.text());
  });

  it("is collected once for all that ask at once, and again after a minute, never older", async () => {
    const moment = later();
    const burst = await countQueries(() =>
      on(moment, () => Promise.all(Array.from({ length: 40 }, () => json(asked(paths.openJson()))))),
    );
    const alone = await countQueries(() => on(later(), () => json(asked(paths.openJson()))));
    expect(burst.queries).toBe(alone.queries);
    expect(alone.queries).toBeLessThanOrEqual(20);
    const fresh = later();
    await on(fresh, collectOpenBalance);
    const old = await countQueries(() => on(seconds(fresh, 59), () => json(asked(paths.openJson()))));
    expect([old.queries, old.value.headers.get("cache-control")]).toEqual([0, "public, max-age=1"]);
    const anew = await countQueries(() => on(seconds(fresh, 60), () => json(asked(paths.openJson()))));
    expect(anew.queries).toBeGreaterThan(0);
  });

  it("keeps its tag and its date while nothing has changed, and has others once something has", async () => {
    const moment = later();
    const tags = async (after: number) => {
      const { headers } = await on(seconds(moment, after), () => json(asked(paths.openJson())));
      return [headers.get("etag"), headers.get("last-modified")];
    };
    const first = await tags(0);
    expect(await tags(120)).toEqual(first);
    const pledge = { kind: "nationalActionPlan", quantity: 1, dueOn: "2042-01-01", words: "" } as const;
    const { pledgeId } = must(
      await makePledge(await aFocalPoint("FI"), { ...pledge, submissionKey: randomUUID() }),
    );
    await database().statePledge.update({ where: { id: pledgeId }, data: { level: "registered" } });
    const changed = await tags(240);
    expect(changed[0]).not.toBe(first[0]);
    expect(changed[1]).not.toBe(first[1]);
  });

  it("is not kept where it could not be made", async () => {
    const { $queryRaw: ask } = database();
    const broken = Object.assign(database(), { $queryRaw: () => Promise.reject(new Error("gone")) });
    const moment = later();
    await expect(on(moment, collectOpenBalance)).rejects.toThrow("gone");
    Object.assign(broken, { $queryRaw: ask });
    expect((await on(moment, collectOpenBalance)).value.data.version).toBe("1");
  });
});

describe("the charts for other sites", () => {
  const chart = (name: string, lang = "en", headers = {}) =>
    picture(asked(paths.openFigure(name, lang), new Headers(headers)));

  it.each(OPEN_CHARTS)(
    "%s: is a picture with its note inside, that any site may show and that runs and fetches nothing",
    async (name) => {
      const answer = await on(later(), () => chart(name));
      expect(answer.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.getSetCookie()).toEqual([]);
      const text = await answer.text();
      expect(text).toContain("Everybody may see this figure.");
      expect(text).not.toMatch(/<script|<image|<foreignObject|href=/);
    },
  );

  it("say withheld where a count is, and never zero", async () => {
    const moment = later();
    const data = await (await on(moment, () => json(asked(paths.openJson())))).json();
    const whole = data.year.lines.find((line: { breakdown: string }) => line.breakdown === "all");
    const withheld = whole.stages.filter(
      (stage: { women: { value: number | null } }) => stage.women.value === null,
    );
    expect(withheld.length).toBeGreaterThan(0);
    const text = await (await on(moment, () => chart("stages"))).text();
    expect(text.match(/Women withheld/g)?.length).toBeGreaterThanOrEqual(withheld.length);
  });

  it("are in the language of the address or of the browser, known again in each, and else not there", async () => {
    const moment = later();
    const ask = (path: string, headers = {}) => on(moment, () => picture(asked(path, new Headers(headers))));
    const french = await ask(paths.openFigure("levels"), { "accept-language": "fr-CH, en;q=0.5" });
    expect([french.headers.get("content-language"), french.headers.get("vary")]).toEqual([
      "fr",
      "accept-language",
    ]);
    expect(await french.text()).toContain("Femmes");
    const etag = french.headers.get("etag") ?? "";
    expect((await ask(paths.openFigure("levels", "fr"), { "if-none-match": etag })).status).toBe(304);
    expect((await ask(paths.openFigure("levels", "en"), { "if-none-match": etag })).status).toBe(200);
    await expect(ask(paths.openFigure("salaries"))).rejects.toMatchObject({ status: 404 });
  });

  it("stand on a page with what to copy, whose alternative text holds every row", async () => {
    const shown = await on(later(), () => embedding(asked(paths.openEmbedding())));
    expect(shown.data.charts.map(({ chart: name }) => name)).toEqual([...OPEN_CHARTS]);
    for (const { alternative, address, title } of shown.data.charts) {
      expect(alternative.startsWith(title)).toBe(true);
      expect(URL.canParse(address)).toBe(true);
    }
  });
});

describe("the public page", () => {
  it("shows what the data show, and asks the database nothing where they were just collected", async () => {
    const moment = later();
    const { value } = await on(moment, collectOpenBalance);
    const { value: shown, queries } = await countQueries(() =>
      on(moment, () => page(asked(paths.openBalance()))),
    );
    expect(queries).toBe(0);
    expect(shown.data.year.rows).toEqual(value.facts.release.rows);
    expect(shown.data.levels).toEqual(value.data.leaders.levels);
    expect(shown.data.signedIn).toBe(false);
    const headers = new Headers(shown.init?.headers);
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    expect(headers.get("etag")).toMatch(/^W\/"/);
  });

  it("lets nobody keep what it shows to somebody signed in, which is no more", async () => {
    const officer = await browserOf(await anAccount("secretariat", "Officer"));
    const moment = later();
    const shown = await page(asked(paths.openBalance(), officer));
    expect(new Headers(shown.init?.headers).get("etag")).toBeNull();
    const open = await on(moment, () => page(asked(paths.openBalance())));
    expect(Object.keys(open.data).toSorted()).toEqual(Object.keys(shown.data).toSorted());
  });

  it("describes every field of the data in the reader's language", async () => {
    const told = async (lang: string) =>
      (await documentation(asked(`${paths.openData()}?lang=${lang}`))).data.fields;
    const [english, french] = [await told("en"), await told("fr")];
    expect(english.map(({ path }) => path)).toEqual(french.map(({ path }) => path));
    for (const [n, { words }] of french.entries()) expect(words).not.toBe(english[n]?.words);
  });
});
