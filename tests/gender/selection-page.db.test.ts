import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "#app/access/actor.ts";
import { EXACT_COLUMNS } from "#app/gender/balance.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as figureFile } from "#app/routes/balance.figures.$figure.$format.tsx";
import { loader as selectionPage } from "#app/routes/balance.selection._index.tsx";
import { loader as vacancyPage } from "#app/routes/balance.vacancies.$vacancyId.tsx";
import { readPanelGaps } from "#app/selection/ranking/panel-gaps.queries.server.ts";
import { decidedVacancy, nominees } from "#tests/support/decided-vacancy.ts";
import { anOpenPanel, aRevealedPanel, scoreAll } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { moveCall } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const reader = async (role: Role, changes: Partial<Actor> = {}) =>
  browserOf(await anAccount(role, role, changes));
const page = async (search: string, headers: Headers) =>
  at(new Date("2061-01-01"), () => selectionPage(asked(`/balance/selection${search}`, headers)));
const YEAR = "?basis=decided&from=2060-01-01&to=2060-12-31";

/** Women and men at each stage from the rows themselves, one candidacy at a time. */
async function recount(from: string, before: string) {
  const candidacies = await database().candidacy.findMany({
    where: {
      state: { not: "merged" },
      vacancy: { decision: { decidedAt: { gte: new Date(from), lt: new Date(before) } } },
    },
    select: {
      person: { select: { gender: true } },
      stages: { select: { stage: true } },
    },
  });
  return FUNNEL_STAGES.map((stage) =>
    (["woman", "man"] as const).map(
      (gender) =>
        candidacies.filter(({ person, stages }) => {
          const furthest = Math.max(0, ...stages.map((one) => FUNNEL_STAGES.indexOf(one.stage)));
          return person.gender === gender && furthest >= FUNNEL_STAGES.indexOf(stage);
        }).length,
    ),
  );
}

/** A panel with so many women and men in turn, its call opened on a day. */
async function revealed(opensAt: string, each: number) {
  const story = await aRevealedPanel(
    Array.from({ length: 2 * each }, (_, n) =>
      n % 2 === 0 ? { gender: "woman" as const, state: "GH" } : { gender: "man" as const, state: "FR" },
    ),
  );
  await moveCall(story.vacancyId, { opensAt: new Date(opensAt), closesAt: new Date(`${opensAt}T12:00:00Z`) });
  return story;
}

const opened = (year: number) => ({
  basis: "opened" as const,
  startsOn: `${year}-01-01`,
  endsBefore: `${year + 1}-01-01`,
});

/** Stories of a dozen candidates write some hundreds of rows. */
const LONG = { timeout: 120_000 };

describe("the selection page's pooled figures", LONG, () => {
  it("are what the rows themselves say, of the vacancies of the period and no others", async () => {
    await decidedVacancy("2060-03-01T12:00:00Z", nominees(6, 14));
    await decidedVacancy("2060-12-31T23:30:00Z", nominees(9, 8));
    await decidedVacancy("2059-12-31T23:30:00Z", nominees(3, 3));
    await decidedVacancy("2061-01-01T00:00:00Z", nominees(4, 4));
    const { stages, valid } = await page(YEAR, await reader("secretariat"));
    expect(valid).toBe(true);
    expect(stages.map(({ counts }) => counts.slice(0, 2))).toEqual(await recount("2060-01-01", "2061-01-01"));
    expect(stages[0]?.counts).toEqual([15, 22, 0, 0, 37]);
    await revealed("2060-06-01", 3);
    const opened = await page(YEAR.replace("decided", "opened"), await reader("secretariat"));
    expect(opened.stages[0]?.counts.slice(0, 2)).toEqual([3, 3]);
    expect(opened.steps[0]?.counts.at(-1)).toBe(0);
    const narrowed = await page(`${YEAR}&role=srsg&level=USG`, await reader("auditor"));
    expect(narrowed.stages).toEqual(stages);
    const other = await page(`${YEAR}&role=forceCommander`, await reader("secretariat"));
    expect(other.stages[0]?.counts.at(-1)).toBe(0);
  });

  it("are asked for with what was typed kept, and a period that cannot be is refused beside its field", async () => {
    const found = await page("?from=2060-05-01&to=2060-04-01", await reader("secretariat"));
    expect(found.valid).toBe(false);
    expect(found.reply.lastResult?.error).toMatchObject({ to: ["untilBeforeFrom"] });
    expect(found.reply.lastResult?.initialValue).toMatchObject({ from: "2060-05-01", to: "2060-04-01" });
    expect(found.gaps).toBeNull();
  });

  it("are taken along as a file by who sees them, which goes on record, and by nobody else", async () => {
    const [figure, format] = ["selection-steps", "csv"];
    const file = async (search: string, headers: Headers) =>
      at(new Date("2061-01-01"), () =>
        figureFile(asked(`/balance/figures/${figure}/${format}${search}`, headers, { figure, format })),
      );
    const auditor = await reader("auditor");
    const { stages, within } = await page(YEAR, auditor);
    const text = await (await file(YEAR, auditor)).text();
    const lines: string[][] = parse(text, { bom: true, relax_column_count: true });
    const line = lines.find(([first]) => first === "Nominated → Consented");
    const [before, after] = stages.map(({ counts }) => counts);
    expect(line?.slice(1, 5).map(Number)).toEqual([before?.[0], after?.[0], before?.[1], after?.[1]]);
    const at0 = lines.find(([first]) => first === "Step")?.indexOf("Within vacancies, points") ?? -1;
    const [step] = within;
    expect(line?.slice(at0, at0 + 3).map(Number)).toEqual(
      [step?.difference, step?.limits?.[0], step?.limits?.[1]].map(
        (share) => Math.round(1e8 * (share ?? Number.NaN)) / 1e6,
      ),
    );
    expect(text).toContain("Vacancies decided between");
    const opened = await (await file(YEAR.replace("decided", "opened"), auditor)).text();
    expect(opened).toContain("comparisons are of the decided ones alone");
    expect(await database().recordEvent.count({ where: { kind: "balanceFigure.exported" } })).toBe(2);
    await expect(file("?from=1990-01-01", await reader("secretariat"))).rejects.toMatchObject({
      status: 404,
    });
    for (const other of [await reader("decisionMaker"), await reader("focalPoint", { stateCode: "GH" })]) {
      await expect(file(YEAR, other)).rejects.toMatchObject({ status: 404 });
    }
  });

  it("take as many statements whatever their number, and one more the first time that they have changed", async () => {
    const headers = await reader("secretariat");
    const before = await countQueries(() => page(YEAR, headers));
    await decidedVacancy("2060-05-01T12:00:00Z", nominees(3, 3));
    expect((await countQueries(() => page(YEAR, headers))).queries).toBe(before.queries + 1);
    expect((await countQueries(() => page(YEAR, headers))).queries).toBe(before.queries);
    expect(before.queries).toBeLessThanOrEqual(14);
  });
});

describe("gaps in scores", LONG, () => {
  it("are found over revealed panels from the sheets themselves, and of no panel that is not revealed", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const one = await revealed("2071-03-01", 6);
    const found = await readPanelGaps(officer, opened(2071));
    expect(found).toMatchObject({ panels: 1, apart: 0, cut: false });
    expect(found?.assessors.map(({ name }) => name).toSorted()).toEqual(["Chair", "Second", "Third"]);
    const marks = await database().scoreEntry.findMany({
      where: {
        sheet: { candidacyId: { in: [...one.candidacyIds] } },
        criterionId: one.criterionIds[1] ?? "",
      },
      select: {
        level: true,
        sheet: { select: { candidacy: { select: { person: { select: { gender: true } } } } } },
      },
    });
    const mean = (gender: string) => {
      const those = marks.filter(({ sheet }) => sheet.candidacy.person.gender === gender);
      return those.reduce((sum, { level }) => sum + (level ?? 0), 0) / those.length;
    };
    // Everybody scored everybody, so that fair averages are plain means.
    const second = found?.criteria[2]?.gap;
    expect(second?.kind).toBe("tooFew");
    if (second?.kind === "tooFew") expect(second.difference).toBeCloseTo(mean("woman") - mean("man"), 9);
    const unopened = await anOpenPanel(nominees(6, 6));
    await scoreAll(unopened);
    await moveCall(unopened.vacancyId, { opensAt: new Date("2071-04-01"), closesAt: new Date("2071-05-01") });
    expect(await readPanelGaps(officer, opened(2071))).toEqual(found);
    expect((await readPanelGaps(officer, { vacancyId: unopened.vacancyId }))?.panels).toBe(0);
    expect(await readPanelGaps(officer, { vacancyId: one.vacancyId })).toEqual(found);
  });

  it("leave out a panel that the reader sits on, whichever role they wear", async () => {
    const story = await revealed("2072-03-01", 5);
    const officer = await anAccount("secretariat", "Officer");
    const [, second] = story.members;
    if (!second) throw new Error("no member");
    const sits: Actor = { ...second, role: "secretariat" };
    expect((await readPanelGaps(officer, opened(2072)))?.panels).toBe(1);
    expect(await readPanelGaps(sits, opened(2072))).toMatchObject({ panels: 0, criteria: [], assessors: [] });
  });

  it("take as many statements for several panels as for one", async () => {
    const officer = await anAccount("auditor", "Auditor");
    await revealed("2073-03-01", 5);
    const few = await countQueries(() => readPanelGaps(officer, opened(2073)));
    await revealed("2073-04-01", 5);
    const more = await countQueries(() => readPanelGaps(officer, opened(2073)));
    expect(more.value?.panels).toBe(2);
    expect(more.queries).toBe(few.queries);
  });
});

describe("who sees what", LONG, () => {
  it("shows the page to nobody below exact figures", async () => {
    for (const role of [
      "decisionMaker",
      "panelMember",
      "candidate",
      "vettingOfficer",
      "mentor",
      "mentee",
    ] as const) {
      await expect(page(YEAR, await reader(role))).rejects.toMatchObject({ status: 404 });
    }
    await expect(page(YEAR, await reader("focalPoint", { stateCode: "GH" }))).rejects.toMatchObject({
      status: 404,
    });
  });

  it("gives who decides no gap by criterion or member, and nothing of a vacancy that runs", async () => {
    const story = await revealed("2074-03-01", 5);
    const search = "?basis=opened&from=2074-01-01&to=2074-12-31";
    const decider = await reader("decisionMaker");
    const params = { vacancyId: story.vacancyId };
    const running = vacancyPage(asked(`/balance/vacancies/${story.vacancyId}`, decider, params));
    await expect(running).rejects.toMatchObject({ status: 404 });
    for (const role of ["secretariat", "auditor"] as const) {
      const seen = await page(search, await reader(role));
      expect(seen.gaps?.panels).toBe(1);
      expect(seen.shown).toHaveLength(3);
      expect(seen.stages[0]?.counts).toHaveLength(EXACT_COLUMNS.length);
      const vacancy = await vacancyPage(
        asked(`/balance/vacancies/${story.vacancyId}`, await reader(role), { vacancyId: story.vacancyId }),
      );
      expect(vacancy.gaps?.criteria).toHaveLength(5);
    }
    expect(await readPanelGaps(await anAccount("decisionMaker", "Decides"), opened(2074))).toBeNull();
  });
});
