import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readRegions } from "#app/gender/balance.queries.server.ts";
import { PARTS } from "#app/gender/case-part.ts";
import { readCases } from "#app/gender/case-store.queries.server.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { crossCases } from "#app/gender/crossing.ts";
import { FUNNEL_STAGES } from "#app/gender/funnel.ts";
import { database } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { aScreenedVacancy } from "#tests/support/screened-vacancy.ts";
import { cameTo, rawCases } from "./raw-cases.ts";

const world: { vacancyIds: string[]; candidacyIds: string[]; personIds: string[] } = {
  ...{ vacancyIds: [], candidacyIds: [], personIds: [] },
};

beforeAll(async () => {
  for (let n = 0; n < 3; n += 1) {
    const states = ["GH", "FR", "NP", "UY"];
    const { vacancyId, candidacyIds } = await aScreenedVacancy(
      states.map((state, m) => ({ gender: GENDERS[(m + n) % 4] ?? "woman", state })),
    );
    world.vacancyIds.push(vacancyId);
    world.candidacyIds.push(...candidacyIds);
  }
  const cases = await database().candidacy.findMany({ select: { personId: true } });
  world.personIds.push(...cases.map(({ personId }) => personId));
});

/** What is kept, and what the tables hold, by each part alone and by all at every stage, in one text each. */
async function bothWays() {
  const [store, regionOf, raw] = [await readCases(), await readRegions(), await rawCases()];
  const kept: Record<string, number> = {};
  const held: Record<string, number> = {};
  for (const basis of ["opened", "decided"] as const) {
    for (const part of PARTS) {
      for (const { keys, reached } of crossCases(store, [part], { basis, regionOf }).lines)
        reached.forEach((tally, n) => {
          for (const gender of GENDERS)
            if (tally[gender] > 0)
              kept[`${basis} ${part} ${keys[0]} ${FUNNEL_STAGES[n]} ${gender}`] = tally[gender];
        });
      for (const one of raw.filter(({ days }) => days[basis] !== null))
        for (const stage of FUNNEL_STAGES.filter((stage) => cameTo(one, stage))) {
          const key = `${basis} ${part} ${one.words[part]} ${stage} ${one.gender}`;
          held[key] = (held[key] ?? 0) + 1;
        }
    }
  }
  return { kept, held };
}

const pick = (from: readonly string[], n: number) => from[n % from.length] ?? "";

/** Changes of every kind that moves a figure, by the use case that makes them or as its rows. */
const CHANGES: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  stageWritten: (n) =>
    database().stageEvent.createMany({
      data: [{ candidacyId: pick(world.candidacyIds, n), stage: FUNNEL_STAGES[n % 8] ?? "nominated" }],
      skipDuplicates: true,
    }),
  stageTakenBack: (n) =>
    database().stageEvent.deleteMany({
      where: { candidacyId: pick(world.candidacyIds, n), stage: FUNNEL_STAGES[(n * 3) % 8] ?? "nominated" },
    }),
  caseMerged: (n) =>
    database().candidacy.updateMany({
      where: { id: pick(world.candidacyIds, n) },
      data: { state: "merged" },
    }),
  mergeUndone: (n) =>
    database().candidacy.updateMany({
      where: { id: pick(world.candidacyIds, n) },
      data: { state: "screenedIn" },
    }),
  genderDeclared: (n) =>
    database().person.update({
      where: { id: pick(world.personIds, n) },
      data: { gender: GENDERS[n % 4] ?? "woman" },
    }),
  serviceAndRank: (n) =>
    database().person.update({
      where: { id: pick(world.personIds, n) },
      data: { service: n % 3 ? "military" : null, rank: n % 2 ? "  Major General " : null },
    }),
  born: (n) =>
    database().person.update({
      where: { id: pick(world.personIds, n) },
      data: { birthYear: n % 4 ? 1950 + (n % 40) : null, birthDate: n % 5 ? null : new Date("1971-05-05") },
    }),
  peopleMerged: (n) =>
    database().person.update({
      where: { id: pick(world.personIds, 0) },
      data: { mergedIntoId: n % 2 ? pick(world.personIds, 1 + (n % 5)) : null },
    }),
  stateChanged: (n) =>
    database().nomination.updateMany({
      where: { candidacy: { id: pick(world.candidacyIds, n) } },
      data: { stateCode: pick(["GH", "FR", "NP"], n) },
    }),
  drafted: (n) =>
    database().vacancy.update({
      where: { id: pick(world.vacancyIds, n) },
      data: { state: n % 2 ? "draft" : "screening" },
    }),
  callMoved: (n) =>
    database().call.updateMany({
      where: { vacancies: { some: { id: pick(world.vacancyIds, n) } } },
      data: { opensAt: new Date(Date.parse("2020-01-01") + (n % 2000) * 86_400_000) },
    }),
  decided: (n) =>
    database().decision.upsert({
      where: { vacancyId: pick(world.vacancyIds, n) },
      create: {
        ...{ vacancyId: pick(world.vacancyIds, n), candidacyId: pick(world.candidacyIds, 4 * (n % 3)) },
        ...{
          reportId: randomUUID(),
          reasons: "The strongest mediator of those recommended.",
          decidedById: "x",
        },
      },
      update: { decidedAt: new Date(Date.parse("2021-01-01") + (n % 900) * 86_400_000) },
    }),
  reopened: (n) => database().decision.deleteMany({ where: { vacancyId: pick(world.vacancyIds, n) } }),
  panelFormed: (n) =>
    database().panel.createMany({ data: [{ vacancyId: pick(world.vacancyIds, n) }], skipDuplicates: true }),
  levelChanged: (n) =>
    database().post.updateMany({
      where: { vacancies: { some: { id: pick(world.vacancyIds, n) } } },
      data: { level: pick(["USG", "ASG", "D-2"], n) },
    }),
  acronymChanged: (n) =>
    database().mission.updateMany({
      where: { posts: { some: { vacancies: { some: { id: pick(world.vacancyIds, n) } } } } },
      data: { acronym: `UN${n}${randomUUID().slice(0, 4)}` },
    }),
};

describe("what a process keeps of every case", () => {
  it("is what the tables hold, after each of many changes of every kind in any order", async () => {
    const [sequence = []] = fc.sample(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.nat(1000)), {
        minLength: 60,
        maxLength: 60,
      }),
      { numRuns: 1, seed: Number(process.env.TEST_SEED ?? 7) },
    );
    const all = [...Object.keys(CHANGES).map((name, n) => [name, n + 3] as const), ...sequence];
    for (const [step, [name, n]] of all.entries()) {
      await CHANGES[name]?.(n);
      const { kept, held } = await bothWays();
      expect(kept, `after ${name} ${n}, step ${step}`).toEqual(held);
    }
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("counted-as-it-is");
  }, 120_000);

  it("loses a candidacy that is gone", async () => {
    const { candidacyIds } = await aScreenedVacancy([{ gender: "woman", state: "GH" }]);
    await readCases();
    await database().clearance.deleteMany({ where: { candidacyId: { in: candidacyIds } } });
    await database().candidacy.deleteMany({ where: { id: { in: candidacyIds } } });
    const { kept, held } = await bothWays();
    expect(kept).toEqual(held);
  });

  it("holds nothing of a transaction under way, and all of it once it is through", async () => {
    const { vacancyId, candidacyIds } = await aScreenedVacancy([{ gender: "man", state: "FR" }]);
    const furthestIn = async () =>
      (await readCases()).blocks.get(vacancyId)?.counts.findIndex((count) => count > 0);
    const stage = (candidacyId: string) => ({ candidacyId, stage: "consented" as const });
    expect(await furthestIn()).toBe(1);
    await database().$transaction(async (tx) => {
      await tx.stageEvent.create({ data: stage(candidacyIds[0] ?? "") });
      // A later transaction is through before this one: it must not hide it.
      await aScreenedVacancy([{ gender: "man", state: "FR" }]);
      expect(await furthestIn()).toBe(1);
    });
    expect(await furthestIn()).toBe(GENDERS.length + 1);
  });

  it("is asked for whole only where something has changed since, however long somebody else is at work", async () => {
    const { candidacyIds } = await aScreenedVacancy([{ gender: "woman", state: "NP" }]);
    const sent = async () => (await countQueries(readCases)).queries;
    await database().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_current_xact_id()::text`;
      await database().stageEvent.create({
        data: { candidacyId: candidacyIds[0] ?? "", stage: "consented" },
      });
      expect([await sent(), await sent(), await sent()]).toEqual([2, 1, 1]);
    });
    expect(await sent()).toBe(1);
  });

  it("is read anew where the database was restored beneath, in whose copy a vacancy had no cases yet", async () => {
    const { vacancyId } = await aScreenedVacancy([{ gender: "man", state: "FR" }]);
    expect((await readCases()).blocks.has(vacancyId)).toBe(true);
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`CREATE TEMP TABLE copied ON COMMIT DROP AS
        SELECT * FROM "BalanceFact" WHERE "vacancyId" <> ${vacancyId}::uuid`;
      await tx.$executeRaw`TRUNCATE "BalanceFact"`;
      await tx.$executeRaw`INSERT INTO "BalanceFact" SELECT * FROM copied`;
    });
    const { blocks } = await readCases();
    expect(blocks.has(vacancyId)).toBe(false);
    expect(blocks.size).toBeGreaterThan(0);
  });

  it("is asked of the tables by index alone", async () => {
    const plans: string[] = [];
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`set local enable_seqscan = off`;
      for (const since of [1, 1_000_000_000]) {
        const rows = await tx.$queryRawUnsafe<readonly { "QUERY PLAN": string }[]>(
          `explain select f."vacancyId" from "BalanceFact" f where f."changedIn" >= ${since} and f."changedIn" < 2000000000`,
        );
        plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
    });
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan/);
  });
});
