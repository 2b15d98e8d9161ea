import { describe, expect, it } from "vitest";
import type { Gender } from "#app/gender/counts.ts";
import type { Figure } from "#app/gender/figure.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as figureFile } from "#app/routes/balance.figures.$figure.$format.tsx";
import { loader as peoplePage } from "#app/routes/balance.people.tsx";
import { highestRank } from "#app/selection/nomination/grade.ts";
import { anEngagement } from "#tests/support/engagement-story.ts";
import { aPanel } from "#tests/support/panel-story.ts";
import { aPopulation } from "#tests/support/people-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const TODAY = new Date("2026-11-29T09:00:00Z");
const iso = (date: Date) => date.toISOString().slice(0, 10);

const shown = (headers: Headers, query = "") =>
  at(TODAY, () => peoplePage(asked(`/balance/people${query}`, headers)));
const figuresOf = ({ parts }: Awaited<ReturnType<typeof shown>>): readonly Figure[] =>
  Object.values(parts ?? {}).flat();

/** What a figure says: women, men, another, not stated by the key of the row; the share must be of its own counts. */
function told(figures: readonly Figure[], id: string): Record<string, readonly number[]> {
  const figure = figures.find((one) => one.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return Object.fromEntries(
    figure.rows.map(({ key, cells: [w, m, a, n, share] }) => {
      const [women, men] = [Number(w), Number(m)];
      if (women + men === 0) expect(share).toBeNull();
      else expect(share).toMatchObject({ share: women / (women + men) });
      return [key, [women, men, Number(a), Number(n)]];
    }),
  );
}

/** The same from raw rows. */
function counted<Row>(
  rows: readonly Row[],
  genderOf: (row: Row) => Gender,
  keysOf: (row: Row) => readonly string[],
): Record<string, readonly number[]> {
  const sums: Record<string, number[]> = {};
  for (const row of rows)
    for (const key of keysOf(row)) {
      const sum = sums[key] ?? [0, 0, 0, 0];
      const place = ["woman", "man", "another", "notStated"].indexOf(genderOf(row));
      sum[place] = (sum[place] ?? 0) + 1;
      sums[key] = sum;
    }
  return sums;
}

const filled = (rows: Record<string, readonly number[]>) =>
  Object.fromEntries(Object.entries(rows).filter(([, counts]) => counts.some((count) => count > 0)));

let kept: Promise<Headers> | undefined;
/** An officer's browser, in a house of invented people. */
function house(): Promise<Headers> {
  kept ??= (async () => {
    await aPopulation(60);
    await anEngagement();
    await anEngagement({ state: "ended" });
    await aPanel();
    return browserOf(await anAccount("secretariat", "Officer"));
  })();
  return kept;
}

const rawTerms = () =>
  database().appointment.findMany({
    include: { person: true, post: { include: { mission: true, roleKind: true } } },
  });
const regions = async () =>
  new Map((await database().state.findMany()).map(({ code, regionalGroup }) => [code, regionalGroup]));

describe("the stocks of people", () => {
  it.each(["2026-11-29", "2024-02-29", "2021-07-01", "1990-01-01"])(
    "of leaders on %s are those of the raw rows",
    async (on) => {
      const figures = figuresOf(await shown(await house(), `?on=${on}`));
      const groups = await regions();
      const inPost = (await rawTerms()).filter(
        ({ startsOn, endsOn }) => iso(startsOn) <= on && iso(endsOn) >= on,
      );
      const real = inPost.filter(({ acting }) => !acting);
      const gender = ({ person }: (typeof inPost)[number]) => person.gender;
      const lists = counted(inPost, gender, ({ acting, post: { roleKind } }) => {
        if (acting) return ["acting"];
        if (!roleKind.isHead && !roleKind.isDeputy) return ["others"];
        return ["headsAndDeputies", roleKind.isHead ? "heads" : "deputies"];
      });
      expect(filled(told(figures, "leaders-lists"))).toEqual(lists);
      for (const [id, keyOf] of [
        ["leaders-by-role", ({ post }) => post.roleKindCode],
        ["leaders-by-level", ({ post }) => post.level],
        ["leaders-by-mission", ({ post }) => post.mission.acronym],
        ["leaders-by-region", ({ person }) => groups.get(person.nationalities[0] ?? "") ?? ""],
        ["leaders-by-state", ({ person }) => person.nationalities[0] ?? ""],
        ["leaders-by-rank", ({ person }) => highestRank([person.rank ?? ""])?.grade ?? ""],
      ] satisfies [string, (term: (typeof inPost)[number]) => string][])
        expect(told(figures, id), id).toEqual(counted(real, gender, (term) => [keyOf(term)]));
    },
  );

  it("of mentors, mentees, the cadre, seats and panels are those of the raw rows", async () => {
    const figures = figuresOf(await shown(await house()));
    const [today, groups, db] = [iso(TODAY), await regions(), database()];
    const region = (code: string | undefined) => groups.get(code ?? "") ?? "";
    const mentors = await db.mentor.findMany({ include: { person: true } });
    const ofPerson = ({ person }: { person: { gender: Gender } }) => person.gender;
    expect(filled(told(figures, "mentors-by-state"))).toEqual(
      counted(mentors, ofPerson, ({ state }) => [state]),
    );
    expect(told(figures, "mentors-by-region")).toEqual(
      counted(mentors, ofPerson, ({ pledgedByCode }) => [region(pledgedByCode)]),
    );
    const members = await db.cadreMembership.findMany({
      where: { state: "active" },
      include: { person: true, readiness: true },
    });
    const holding = (member: (typeof members)[number]) =>
      member.readiness.filter(({ expiresOn }) => iso(expiresOn) >= today);
    expect(members.some((member) => holding(member).length < member.readiness.length)).toBe(true);
    const terms = await db.appointment.findMany({
      where: { startsOn: { lte: new Date(today) }, endsOn: { gte: new Date(today) } },
    });
    const serving = new Set(terms.map(({ personId }) => personId));
    expect(members.some((member) => serving.has(member.personId) && holding(member).length > 0)).toBe(true);
    expect(told(figures, "cadre-by-readiness")).toEqual(
      counted(members, ofPerson, (member) => {
        if (serving.has(member.personId)) return ["inPost"];
        const keys = holding(member).map(({ roleKindCode, level }) => `${roleKindCode} ${level}`);
        return keys.length === 0 ? ["none"] : keys;
      }),
    );
    expect(told(figures, "cadre-by-region")).toEqual(
      counted(members, ofPerson, ({ person }) => [region(person.nationalities[0])]),
    );
    const seats = await db.courseNomination.findMany({ include: { person: true } });
    expect(filled(told(figures, "course-seats"))).toEqual(
      counted(seats, ofPerson, ({ state }) => [
        ...(state === "withdrawn" ? [] : ["nominated"]),
        ...(state === "withdrawn" || state === "waiting" ? [] : ["allotted"]),
        ...(state === "completed" ? ["completed"] : []),
      ]),
    );
    const panelMembers = await db.panelMember.findMany({
      where: { panel: { vacancy: { state: { notIn: ["decided", "closed"] } } } },
    });
    expect(panelMembers.length).toBeGreaterThan(0);
    expect(filled(told(figures, "panel-seats"))).toEqual(
      counted(
        panelMembers,
        ({ gender }) => gender,
        ({ chair }) => [chair ? "chair" : "member"],
      ),
    );
  });

  it("of mentees are of the day, from a pair's first day to the day before its last", async () => {
    const headers = await house();
    const ended = await database().engagement.findFirstOrThrow({ where: { state: "ended" } });
    await database().engagement.update({
      where: { id: ended.id },
      data: { startedOn: new Date("2026-03-01"), endedOn: new Date("2026-06-01"), ending: "early" },
    });
    const on = async (day: string) =>
      told(figuresOf(await shown(headers, `?on=${day}`)), "mentees-by-region");
    const mentee = await database().person.findUniqueOrThrow({ where: { id: ended.menteeId } });
    const group = (await regions()).get(mentee.nationalities[0] ?? "") ?? "";
    for (const day of ["2026-03-01", "2026-05-31"]) expect(await on(day)).toEqual({ [group]: [1, 0, 0, 0] });
    for (const day of ["2026-02-28", "2026-06-01"]) expect(await on(day)).toEqual({});
  });
});

describe("the trend of leaders", () => {
  it("is that of the raw rows, month by month, heads and deputies apart", async () => {
    const figures = figuresOf(await shown(await house(), "?from=2022-01-15&to=2026-11-10&on=2026-11-20"));
    const trend = figures.find(({ id }) => id === "leaders-by-month");
    expect(trend?.rows).toHaveLength(59);
    expect(trend?.rows.at(-1)?.key).toBe("2026-11-10");
    expect(trend?.rows[1]?.key).toBe("2022-02-28");
    const terms = (await rawTerms()).filter(({ acting }) => !acting);
    for (const { key: day, cells } of trend?.rows ?? []) {
      const inPost = terms.filter(({ startsOn, endsOn }) => iso(startsOn) <= day && iso(endsOn) >= day);
      const of = (flag: "isHead" | "isDeputy", ...genders: readonly Gender[]) =>
        inPost.filter(({ post, person }) => post.roleKind[flag] && genders.includes(person.gender)).length;
      for (const [first, flag] of [
        [0, "isHead"],
        [4, "isDeputy"],
      ] as const) {
        const [women, men] = [of(flag, "woman"), of(flag, "man")];
        expect(cells.slice(first, first + 3)).toEqual([women, men, of(flag, "another", "notStated")]);
        if (women + men === 0) expect(cells[first + 3]).toBeNull();
        else expect(cells[first + 3]).toMatchObject({ share: women / (women + men) });
      }
    }
  });
});

describe("the page of people", () => {
  it("is for those who see exact figures alone, and says what does not fit", async () => {
    for (const role of ["focalPoint", "mentor", "candidate"] as const) {
      const headers = await browserOf(await anAccount(role, "Other"));
      await expect(shown(headers)).rejects.toMatchObject({ status: 404 });
      await expect(
        figureFile(asked("/x", headers, { figure: "cadre-by-region", format: "csv" })),
      ).rejects.toMatchObject({ status: 404 });
    }
    const headers = await house();
    for (const query of [
      "?on=2026-11-30",
      "?on=yesterday",
      "?from=2026-02-01&to=2026-01-01",
      "?from=1990-01-01",
    ]) {
      const page = await shown(headers, query);
      expect(page.parts).toBeNull();
      expect(page.reply.lastResult?.error).toBeTruthy();
    }
  });

  it("takes a figure as it is asked for, and that an exact one was taken goes on record", async () => {
    const headers = await house();
    const answer = await at(TODAY, () =>
      figureFile(asked("/x?on=2024-02-29", headers, { figure: "leaders-by-level", format: "csv" })),
    );
    expect(await answer.text()).toContain("29 Feb 2024");
    const events = await database().recordEvent.findMany({ where: { kind: "balanceFigure.exported" } });
    expect(events).toHaveLength(1);
    expect(events[0]?.canonical).not.toContain("2024-02-29");
    await expect(
      at(TODAY, () =>
        figureFile(asked("/x?on=2999-01-01", headers, { figure: "leaders-by-level", format: "csv" })),
      ),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("asks the database the same number of times, however many people there are", async () => {
    const headers = await house();
    await shown(headers);
    const { queries } = await countQueries(() => shown(headers));
    await moreLeaders();
    expect((await countQueries(() => shown(headers))).queries).toBe(queries);
    expect(queries).toBe(12);
  });
});

/** More leaders in the posts there are. */
async function moreLeaders() {
  const term = await database().appointment.findFirstOrThrow({
    where: { candidacyId: null },
    select: { personId: true, postId: true, startsOn: true, endsOn: true },
  });
  await database().appointment.createMany({ data: Array.from({ length: 20 }, () => term) });
}
