import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { openCompact } from "#app/cadre/keep-compact.server.ts";
import { advancePledge, makePledge } from "#app/cadre/keep-pledge.server.ts";
import { yearFrom } from "#app/gender/balance.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { monthsAfter } from "#app/platform/utc-day.ts";
import { loader as departmentPage } from "#app/routes/accountability._index.tsx";
import { loader as championPage } from "#app/routes/accountability.champions.tsx";
import { loader as leaderPage } from "#app/routes/accountability.leaders.tsx";
import { loader as missionPage } from "#app/routes/accountability.missions.tsx";
import { loader as statePage } from "#app/routes/accountability.states.tsx";
import { aDecidedVacancy } from "#tests/support/decided-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

type People = Record<"officer" | "decider" | "auditor" | "ghana" | "candidate", Actor>;
let people: People;
const as = async (who: keyof People, path: string) => asked(path, await browserOf(people[who]));
const YEAR = Number(today().slice(0, 4)) - (today().slice(5) < "07-01" ? 1 : 0);
const PERIOD = yearFrom(YEAR);

/** A leader in a post of a vacancy's mission, for so many months from now. */
async function aLeader(
  vacancyId: string,
  gender: "woman" | "man" | "another",
  months: number,
  acting = false,
) {
  const { post } = await database().vacancy.findUniqueOrThrow({
    where: { id: vacancyId },
    select: { post: { select: { missionId: true } } },
  });
  const code = randomUUID().slice(0, 8);
  const names = { nameEn: `Deputy ${code}`, nameFr: `Adjoint ${code}` };
  const kind = { component: "civilian", levels: ["ASG"], isHead: false, isDeputy: true, position: 9 };
  await database().roleKind.create({ data: { code, ...names, ...kind } });
  const { id: postId } = await database().post.create({
    data: { missionId: post.missionId, roleKindCode: code, level: "ASG" },
  });
  const person = { givenName: "Led", familyName: code, email: `${randomUUID()}@example.org`, gender };
  const { id: personId } = await database().person.create({ data: { ...person, nationalities: ["GH"] } });
  const term = { startsOn: new Date("2020-01-01"), endsOn: new Date(monthsAfter(today(), months)) };
  return database().appointment.create({ data: { postId, personId, acting, ...term } });
}

beforeAll(async () => {
  people = {
    officer: await anAccount("secretariat", "Officer"),
    decider: await anAccount("decisionMaker", "Decider"),
    auditor: await anAccount("auditor", "Auditor"),
    ghana: await aFocalPoint("GH"),
    candidate: await anAccount("candidate", "Candidate"),
  };
  const { vacancyId } = await aDecidedVacancy(new Date().toISOString(), 3, 4);
  await aLeader(vacancyId, "woman", 6);
  await aLeader(vacancyId, "man", 30);
  await aLeader(vacancyId, "another", 12);
  await aLeader(vacancyId, "woman", 6, true);
  await aDecidedVacancy(new Date().toISOString(), 2, 2);
  const pledge = {
    kind: "genderChampions",
    quantity: 2,
    dueOn: "2030-01-01",
    words: "Two ambassadors.",
  } as const;
  const { pledgeId } = must(await makePledge(people.ghana, { ...pledge, submissionKey: randomUUID() }));
  const steps = ["registered", "verified", "delivered"] as const;
  for (const [version, level] of steps.entries()) {
    const step = { version, level, evidence: "Spoke in the Council.", readyDays: undefined };
    must(await advancePledge(people.officer, { pledgeId, step }));
  }
});

describe("missions", () => {
  it("are told with their leaders, vacancies and ends of terms as the rows have them", async () => {
    const page = await missionPage(await as("officer", "/accountability/missions"));
    expect(page.total).toBe(page.missions.length);
    for (const mission of page.missions) {
      const day = new Date(today());
      const posts = await database().post.findMany({
        where: { mission: { acronym: mission.acronym } },
        include: {
          appointments: {
            where: { startsOn: { lte: day }, endsOn: { gte: day } },
            include: { person: true },
          },
          vacancies: true,
        },
      });
      const held = posts.flatMap(({ appointments }) => appointments);
      const inPost = held.filter(({ acting }) => !acting);
      const of = (gender: string) => inPost.filter(({ person }) => person.gender === gender).length;
      const ahead = new Date(monthsAfter(today(), 24));
      expect(mission).toMatchObject({
        ...{ posts: posts.length, women: of("woman"), men: of("man"), acting: held.length - inPost.length },
        other: of("another") + of("notStated"),
        vacant: posts.filter(({ appointments }) => appointments.length === 0).length,
        ending: inPost.filter(({ endsOn }) => endsOn <= ahead).length,
        choices: posts
          .flatMap(({ vacancies }) => vacancies)
          .filter(({ state }) => !["decided", "closed"].includes(state)).length,
      });
    }
    expect(
      page.missions.some(
        ({ women, men, other, acting }) => women === 1 && men === 1 && other === 1 && acting === 1,
      ),
    ).toBe(true);
  });

  it("are sorted by a link, those without a share last whichever way", async () => {
    const sorted = async (order: string) => {
      const page = await missionPage(
        await as("officer", `/accountability/missions?sort=share&order=${order}`),
      );
      return page.missions.map(({ women, men }) => (women + men === 0 ? null : women / (women + men)));
    };
    const up = await sorted("ascending");
    const shares = up.filter((one) => one !== null);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(up.slice(0, shares.length)).toEqual(shares);
    expect((await sorted("descending")).slice(0, shares.length)).toEqual(shares.toReversed());
  });

  it("carry the department that the reference data state", async () => {
    const missions = await database().mission.findMany({ where: { department: { not: null } } });
    expect(missions.length).toBeGreaterThan(20);
    for (const { kind, department } of missions)
      expect(department).toBe(
        kind === "peacekeeping" ? "peaceOperations" : "politicalAndPeacebuildingAffairs",
      );
  });
});

describe("leaders", () => {
  it("are told with their compact of the year and what its indicators count, exactly", async () => {
    const [first] = await database().appointment.findMany({
      where: { person: { familyName: { not: "" } }, acting: false, endsOn: { gte: new Date() } },
      orderBy: { id: "asc" },
    });
    const order = {
      ...{ appointmentId: first?.id ?? "", year: Number(today().slice(0, 4)) },
      supervisorId: people.decider.userId ?? "",
    };
    const { compactId } = must(await openCompact(people.officer, order));
    const page = await leaderPage(await as("officer", "/accountability/leaders"));
    expect(page.total).toBe(page.leaders.length);
    const told = page.leaders.find((leader) => leader.appointmentId === first?.id);
    expect(told).toMatchObject({ compactId, state: "open", conversations: 0 });
    expect(told?.team).toEqual({ women: 1, men: 1, other: 1 });
    const nominees = await database().candidacy.findMany({
      where: { vacancy: { post: { mission: { acronym: told?.mission ?? "" } } }, state: { not: "merged" } },
      include: { person: true, stages: true },
    });
    const count = (gender: string, stage?: string) =>
      nominees.filter(
        (one) =>
          one.person.gender === gender && (!stage || one.stages.some((event) => event.stage === stage)),
      ).length;
    expect(told?.nominees).toEqual({
      nominated: { women: count("woman"), men: count("man"), other: 0 },
      recommended: { women: count("woman", "recommended"), men: count("man", "recommended"), other: 0 },
    });
    expect(page.leaders.filter(({ state }) => state === "none").length).toBe(page.total - 1);
  });
});

describe("states", () => {
  it("are told with their nominees at each stage as the rows have them", async () => {
    const page = await statePage(await as("officer", "/accountability/states"));
    for (const state of page.states) {
      const nominees = await database().candidacy.findMany({
        where: {
          ...{ nomination: { stateCode: state.code, submittedAt: { gte: new Date(PERIOD.startsOn) } } },
          state: { not: "merged" },
        },
        include: { person: true, stages: true },
      });
      const count = (gender: string, ...stages: readonly string[]) =>
        nominees.filter(
          (one) =>
            one.person.gender === gender &&
            (stages.length === 0 || one.stages.some(({ stage }) => stages.includes(stage))),
        ).length;
      const late = ["appointed", "selected"];
      expect(state).toMatchObject({
        ...{ nominatedWomen: count("woman"), nominatedMen: count("man") },
        recommendedWomen: count("woman", "recommended", ...late),
        appointedWomen: count("woman", "appointed"),
        screenedInMen: count("man", "screenedIn", "scored", "recommended", ...late),
      });
    }
    const ghana = page.states.find(({ code }) => code === "GH");
    expect(ghana).toMatchObject({ pledges: 1, delivered: 1, champions: 2, actionPlan: null });
    expect(ghana?.nominatedWomen).toBeGreaterThanOrEqual(5);
    expect(page.states.length).toBe(page.total);
  });

  it("count the last list sent for a call under a rule: kept, or with a reason", async () => {
    const { callId } = await database().vacancy.findFirstOrThrow({
      where: { callId: { not: null } },
      select: { callId: true },
    });
    await database().call.update({ where: { id: callId ?? "" }, data: { listRule: "parity2017" } });
    const sent = (ruleMet: boolean, reason: string | null, minute: number) =>
      database().listSubmission.create({
        data: {
          ...{ callId: callId ?? "", stateCode: "GH", women: 0, men: 2, another: 0, notStated: 0, added: 2 },
          ...{ ruleMet, reason, submittedById: "x", submissionKey: randomUUID(), submissionHash: "h" },
          submittedAt: new Date(Date.now() - minute * 60_000),
        },
      });
    const ghana = async () =>
      (await statePage(await as("officer", "/accountability/states"))).states.find(
        ({ code }) => code === "GH",
      );
    await sent(true, null, 9);
    expect(await ghana()).toMatchObject({ lists: 1, listsKept: 1, listsReasoned: 0 });
    await sent(false, "No woman could be released this year.", 5);
    expect(await ghana()).toMatchObject({ lists: 1, listsKept: 0, listsReasoned: 1 });
  });

  it("are their own focal point's alone: as the state named its nominees, and no stage before it is told", async () => {
    const { vacancyId, candidacyIds } = await aDecidedVacancy(new Date().toISOString(), 2, 0);
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "reported" } });
    const [candidacyId = ""] = candidacyIds;
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    await database().person.update({ where: { id: personId }, data: { gender: "another" } });
    const whole = await statePage(await as("officer", "/accountability/states"));
    const told = await statePage(await as("ghana", "/accountability/states"));
    expect(told.states.map(({ code }) => code)).toEqual(["GH"]);
    const [own] = told.states;
    const exact = whole.states.find(({ code }) => code === "GH");
    expect(own?.nominatedWomen).toBe((exact?.nominatedWomen ?? 0) + 1);
    expect([own?.nominatedOther, exact?.nominatedOther]).toEqual([0, 1]);
    expect(own?.recommendedWomen).toBeLessThan(exact?.recommendedWomen ?? 0);
    const closed = await database().candidacy.count({
      where: {
        vacancy: { state: "closed" },
        nomination: { stateCode: "GH" },
        stages: { some: { stage: "recommended" } },
      },
    });
    expect(own?.recommendedWomen).toBe(closed);
  });
});

describe("departments", () => {
  it("add up to the leaders in post and to the nominees of the year", async () => {
    const { departments } = await departmentPage(await as("auditor", "/accountability"));
    const sum = (column: "women" | "men" | "nominatedWomen" | "nominatedMen") =>
      departments.reduce((all, row) => all + row[column], 0);
    const day = new Date(today());
    const inPost = await database().appointment.findMany({
      where: { startsOn: { lte: day }, endsOn: { gte: day }, acting: false },
      include: { person: true },
    });
    expect(sum("women")).toBe(inPost.filter(({ person }) => person.gender === "woman").length);
    expect(sum("men")).toBe(inPost.filter(({ person }) => person.gender === "man").length);
    const nominees = await database().candidacy.findMany({
      include: { person: true },
      where: { state: { not: "merged" } },
    });
    expect(sum("nominatedWomen")).toBe(nominees.filter(({ person }) => person.gender === "woman").length);
    // The missions of these tests say no department.
    expect(departments.map(({ department }) => department)).toEqual([null]);
  });
});

describe("who decides", () => {
  it("is told of leaders, whose names are public, and of pledges, and of no nominee", async () => {
    const { departments } = await departmentPage(await as("decider", "/accountability"));
    const exact = await departmentPage(await as("auditor", "/accountability"));
    const inPost = ({ women, men, vacant }: (typeof departments)[number]) => ({ women, men, vacant });
    expect(departments.map(inPost)).toEqual(exact.departments.map(inPost));
    const { leaders } = await leaderPage(await as("decider", "/accountability/leaders"));
    expect(leaders.some(({ team }) => team.women > 0)).toBe(true);
    expect(leaders.map(({ nominees }) => nominees)).toEqual(leaders.map(() => null));
    const { states } = await statePage(await as("decider", "/accountability/states"));
    expect(states.find(({ code }) => code === "GH")).toMatchObject({
      pledges: 1,
      delivered: 1,
      champions: 2,
    });
    const nominees = /^(nominated|screenedIn|recommended|appointed)|^lists/;
    for (const row of [...departments, ...states])
      for (const [column, people] of Object.entries(row))
        if (nominees.test(column)) expect([column, people]).toEqual([column, 0]);
    expect(exact.departments.some(({ nominatedWomen }) => nominatedWomen > 0)).toBe(true);
  });
});

describe("gender champions", () => {
  it("are told in the state's words, with what shows what they did to those who may read it", async () => {
    const shownTo = async (who: keyof People) =>
      (await championPage(await as(who, "/accountability/champions"))).pledges.map(({ words, shown }) => [
        words,
        shown?.length ?? null,
      ]);
    expect(await shownTo("officer")).toEqual([["Two ambassadors.", 3]]);
    expect(await shownTo("ghana")).toEqual([["Two ambassadors.", 3]]);
    expect(await shownTo("decider")).toEqual([["Two ambassadors.", null]]);
  });
});

describe("every list", () => {
  const PAGES = [
    ["departments", departmentPage, "/accountability", 5],
    ["missions", missionPage, "/accountability/missions", 6],
    ["leaders", leaderPage, "/accountability/leaders", 7],
    ["states", statePage, "/accountability/states", 5],
    ["champions", championPage, "/accountability/champions", 8],
  ] as const;

  it.each(PAGES)("%s asks no more of the database however much it lists", async (_, loader, path, most) => {
    const before = await countQueries(async () => loader(await as("officer", path)));
    const { vacancyId } = await aDecidedVacancy(new Date().toISOString(), 1, 1);
    await aLeader(vacancyId, "man", 3);
    const pledge = { kind: "genderChampions", quantity: 1, dueOn: "2030-01-01", words: "" } as const;
    must(await makePledge(people.ghana, { ...pledge, submissionKey: randomUUID() }));
    const signIn = await countQueries(() => as("officer", path));
    const after = await countQueries(async () => loader(await as("officer", path)));
    expect(after.queries).toBe(before.queries);
    expect(after.queries - signIn.queries).toBeLessThanOrEqual(most);
  });

  it.each(PAGES)("%s is not there for who may not see exact figures", async (name, loader, path) => {
    await expect(loader(await as("candidate", path))).rejects.toMatchObject({ status: 404 });
    const ofStates = name === "states" || name === "champions";
    if (!ofStates) await expect(loader(await as("ghana", path))).rejects.toMatchObject({ status: 404 });
  });
});
