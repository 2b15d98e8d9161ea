import { createHash, randomUUID } from "node:crypto";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { advancePledge, makePledge } from "#app/cadre/keep-pledge.server.ts";
import { makeYearReport } from "#app/gender/make-year-report.server.ts";
import { publishBalanceOf } from "#app/gender/publish-balance.server.ts";
import { listReportYears } from "#app/gender/year-report.queries.server.ts";
import { paths } from "#app/paths.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as list } from "#app/routes/accountability.report._index.tsx";
import { loader as page } from "#app/routes/accountability.report.$year.tsx";
import { loader as json } from "#app/routes/accountability.report.$year[.]json.tsx";
import { loader as pdf } from "#app/routes/accountability.report.$year[.]pdf.tsx";
import { aDecidedVacancy } from "#tests/support/decided-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";
import { asked } from "#tests/support/signed-in.ts";

const AFTER = new Date("2052-09-01T00:00:00Z");
const onceClosed = <T>(work: () => Promise<T>) => at(AFTER, work);
const ask = (path: string, year: number, headers = {}) =>
  asked(path, new Headers(headers), { year: String(year) });
let officer: Actor;

/** Somebody in the post of a vacancy for a term. */
async function inPost(vacancyId: string, gender: "woman" | "man", startsOn: string, endsOn: string) {
  const { postId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
  const person = {
    givenName: "A",
    familyName: "Leader",
    email: `${startsOn}-${vacancyId}@example.org`,
    gender,
  };
  const { id: personId } = await database().person.create({ data: { ...person, nationalities: ["GH"] } });
  const term = { startsOn: new Date(startsOn), endsOn: new Date(endsOn) };
  await database().appointment.create({ data: { personId, postId, ...term } });
}

beforeAll(async () => {
  officer = await anAccount("secretariat", "Officer");
  const first = await aDecidedVacancy("2051-03-01T12:00:00Z", 12, 20);
  const second = await aDecidedVacancy("2052-03-01T12:00:00Z", 9, 3);
  await inPost(first.vacancyId, "man", "2050-09-01", "2051-12-31");
  await inPost(second.vacancyId, "man", "2050-09-01", "2052-12-31");
  await inPost(first.vacancyId, "woman", "2052-01-01", "2053-12-31");
  const ghana = await aFocalPoint("GH");
  const pledge = { kind: "mentors", quantity: 3, dueOn: "2060-01-01", words: "" } as const;
  await at(new Date("2051-05-01"), async () => {
    const { pledgeId } = must(await makePledge(ghana, { ...pledge, submissionKey: randomUUID() }));
    const step = { version: 0, level: "registered", evidence: "", readyDays: undefined } as const;
    must(await advancePledge(officer, { pledgeId, step }));
  });
});

describe("the report of a closed year", () => {
  it("counts leaders as their terms have them, beside the year before", async () => {
    const { content } = (await onceClosed(() => makeYearReport(officer, 2051))) ?? {};
    const line = (section: string, key: string) =>
      content?.lines.find((one) => one.section === section && one.key === key);
    expect(line("leadersByList", "headsAndDeputies")).toMatchObject({
      ...{ now: { women: 1, men: 1, other: 0 }, before: { women: 0, men: 2, other: 0 } },
    });
    expect(line("appointed", "headsAndDeputies")).toMatchObject({
      ...{ now: { women: 1, men: 0, other: 0 }, before: { women: 0, men: 2, other: 0 } },
    });
    const parity = content?.targets.find(({ subject }) => subject === "headsAndDeputies");
    expect(parity?.standing).toEqual({ value: 50, women: 1, men: 1, moreWomen: 0 });
  });

  it("tells of candidates what the releases of the two years hold, cell by cell", async () => {
    const report = await onceClosed(() => makeYearReport(officer, 2051));
    const [now, before] = await onceClosed(() =>
      Promise.all([publishBalanceOf("2051-07-01"), publishBalanceOf("2050-07-01")]),
    );
    for (const [release, side] of [
      [now, "now"],
      [before, "before"],
    ] as const) {
      const whole = release?.rows.find(({ breakdown }) => breakdown === "all");
      expect(whole?.stages.length).toBeGreaterThan(3);
      for (const { stage, counts } of whole?.stages ?? []) {
        const told = report?.content.lines.find((one) => one.section === "stages" && one.key === stage);
        expect([told?.[side]?.women, told?.[side]?.men, told?.[side]?.other]).toEqual(counts.slice(0, 3));
      }
    }
    expect(JSON.stringify(report?.content)).toContain("null");
  });

  it("tells pledges as they stood at the end of the year", async () => {
    const { content } = (await onceClosed(() => makeYearReport(officer, 2051))) ?? {};
    const stood = { states: 1, pledges: 1, promised: 3, delivered: 0 };
    expect(content?.pledges).toEqual([{ kind: "mentors", now: stood, before: stood }]);
  });

  it("is made once, whoever and however many ask, stays as it is, and stands in the record", async () => {
    const asking = await onceClosed(() => Promise.all([1, 2, 3].map(() => makeYearReport(officer, 2050))));
    for (const one of asking) expect(one).toEqual(asking[0]);
    await aDecidedVacancy("2051-04-01T12:00:00Z", 30, 30);
    const later = await onceClosed(() => makeYearReport(null, 2050));
    expect(later).toEqual(asking[0]);
    const events = await database().recordEvent.findMany({
      where: { kind: "yearReport.made", subjectId: "2050" },
    });
    expect(events).toHaveLength(1);
    expect(events[0]?.actorId).toBe(officer.userId);
    expect(events[0]?.canonical).toContain(later?.contentHash ?? "none");
  });

  it("compares with the report of the year before where that is kept, whatever was entered since", async () => {
    const kept = await onceClosed(() => makeYearReport(officer, 2050));
    await database().yearReport.deleteMany({ where: { year: 2051 } });
    await database().appointment.updateMany({
      where: { startsOn: new Date("2050-09-01") },
      data: { endsOn: new Date("2051-01-31") },
    });
    const anew = await onceClosed(() => makeYearReport(null, 2051));
    for (const line of anew?.content.lines ?? []) {
      const own = kept?.content.lines.find(
        ({ section, key }) => section === line.section && key === line.key,
      );
      if (line.before) expect(line.before).toEqual(own?.now);
    }
    expect(anew?.content.lines.some(({ before }) => before !== null)).toBe(true);
    const [event] = await database().recordEvent.findMany({
      where: { kind: "yearReport.made", subjectId: "2051" },
      orderBy: { sequence: "desc" },
    });
    expect(event?.actorId).toBeNull();
  });

  it("is not there for a year that runs, has not begun, or of which there is nothing", async () => {
    for (const year of [2052, 2053, 1990, 0])
      expect(await onceClosed(() => makeYearReport(officer, year))).toBeNull();
    const august = new Date("2053-08-31T23:59:59Z");
    expect(await at(august, () => makeYearReport(officer, 2052))).toBeNull();
    await expect(onceClosed(() => page(ask("/x", 2052)))).rejects.toMatchObject({ status: 404 });
    await expect(onceClosed(() => pdf(asked("/x", undefined, { year: "20512" })))).rejects.toMatchObject({
      status: 404,
    });
  });

  it("is listed with the day on which it was made; a kept one stays beyond the years offered", async () => {
    const { years } = await onceClosed(() => list(asked(paths.yearReports())));
    expect(years[0]).toMatchObject({ year: 2051, madeOn: expect.any(String) });
    const muchLater = await listReportYears("2090-09-01");
    expect(muchLater.map(({ year }) => year)).toContain(2051);
    expect(muchLater.filter(({ madeOn }) => madeOn === null)).toHaveLength(20);
  });
});

describe("what is taken of it", () => {
  it("has the hash that the page shows, for whoever hashes its figures", async () => {
    const shown = await onceClosed(() => page(ask(paths.yearReport(2051), 2051)));
    const answer = await onceClosed(() => json(ask(paths.yearReportJson(2051), 2051)));
    const hash = createHash("sha256")
      .update(await answer.text())
      .digest("hex");
    expect(hash).toBe(shown.data.contentHash);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ["en", "Women and men in the leadership of peace operations, 2051–2052", "withheld"],
    ["fr", "Femmes et hommes à la tête des opérations de paix, 2051-2052", "masqué"],
  ])("prints in %s what its page says, as text, tagged, on A4", async (lang, title, withheld) => {
    const answer = await onceClosed(() => pdf(ask(paths.yearReportPdf(2051, lang), 2051)));
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const { text } = await extractText(document, { mergePages: true });
    const flat = text.replaceAll(/\s+/g, "");
    const says = (words: string) => expect(flat).toContain(words.replaceAll(/\s+/g, ""));
    says(title);
    says(withheld);
    const shown = await onceClosed(() => page(ask(`${paths.yearReport(2051)}?lang=${lang}`, 2051)));
    for (const { title: heading, rows } of shown.data.tables) {
      says(heading);
      for (const { cells } of rows) for (const cell of cells) says(cell);
    }
    says(shown.data.contentHash);
    expect((await getMeta(document)).info).toMatchObject({ Title: title });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const first = await document.getPage(1);
    expect(first.view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const roles = new Set<string>();
    const walk = (node: { role?: string; children?: readonly unknown[] } | null) => {
      if (node?.role) roles.add(node.role);
      for (const child of node?.children ?? []) walk(child as typeof node);
    };
    for (let number = 1; number <= document.numPages; number += 1)
      walk(await (await document.getPage(number)).getStructTree());
    expect([...roles]).toEqual(expect.arrayContaining(["H1", "H2", "Table", "TR", "TH", "TD"]));
  });

  it("is known again by its tag, and asks one question of the database once it is kept", async () => {
    const first = await onceClosed(() => pdf(ask(paths.yearReportPdf(2051, "en"), 2051)));
    const etag = first.headers.get("etag") ?? "";
    const again = await onceClosed(() =>
      pdf(ask(paths.yearReportPdf(2051, "en"), 2051, { "if-none-match": etag })),
    );
    expect(again.status).toBe(304);
    const { queries } = await countQueries(() => onceClosed(() => page(ask(paths.yearReport(2051), 2051))));
    expect(queries).toBe(1);
  });
});
