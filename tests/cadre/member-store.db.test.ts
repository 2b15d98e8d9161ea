import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { MEMBERSHIP_STATES } from "#app/cadre/lifecycle.ts";
import { foundSql, searchCadre } from "#app/cadre/member-search.queries.server.ts";
import type { MemberSearch } from "#app/cadre/member-search.ts";
import { readMembers } from "#app/cadre/member-store.queries.server.ts";
import { dayNumber, NONE } from "#app/cadre/member-store.ts";
import { READINESS_LEVELS } from "#app/cadre/readiness.ts";
import { GENDERS } from "#app/gender/counts.ts";
import { at } from "#app/platform/clock.server.ts";
import { database, type Transaction } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { anActiveMember } from "#tests/support/cadre-story.ts";
import { anAccount, aScreenedVacancy } from "#tests/support/screened-vacancy.ts";
import { aPost, inDays } from "#tests/support/selection-story.ts";

const world: {
  officer: Actor | null;
  ids: string[];
  people: string[];
  candidacyIds: string[];
  postId: string;
} = { officer: null, ids: [], people: [], candidacyIds: [], postId: "" };
const officer = () => {
  if (!world.officer) throw new Error("no world");
  return world.officer;
};

beforeAll(async () => {
  world.officer = await anAccount("secretariat", "Officer");
  for (let n = 0; n < 5; n += 1) {
    const { membershipId, member } = await anActiveMember(world.officer, { gender: GENDERS[n % 4] ?? "man" });
    world.ids.push(membershipId);
    world.people.push(member.personId ?? "");
  }
  world.candidacyIds = (await aScreenedVacancy([{ gender: "woman", state: "UY" }])).candidacyIds;
  world.postId = (await aPost(world.officer, "UNAMA", "srsg", "USG")).postId;
}, 120_000);

const dayOf = (date: Date | null) => (date ? dayNumber(date.toISOString().slice(0, 10)) : NONE);
const latest = (days: readonly number[]) => Math.max(NONE, ...days);

/** Every member straight from the tables that hold them, as text by id. */
async function held() {
  const members = await database().cadreMembership.findMany({
    include: {
      ...{ consents: true, readiness: true, vacancyInvitations: true },
      person: { include: { languages: true, candidacies: { include: { clearances: true } } } },
    },
  });
  const states = await database().state.findMany();
  const regionsOf = (codes: readonly string[]) =>
    states.filter(({ code, regionalGroup }) => codes.includes(code) && regionalGroup !== "");
  return Object.fromEntries(
    members.map(({ person, ...one }) => [
      one.id,
      [
        ...[person.id, one.enteredAt.getTime(), person.gender, one.state],
        [...new Set(regionsOf(person.nationalities).map(({ regionalGroup }) => regionalGroup))].sort(),
        person.languages.map(({ languageCode, level }) => `${languageCode}:${level}`).sort(),
        ...[person.nationalities, one.impossibleStates, one.roleKindCodes],
        ...["vacancies", "assessments"].map((purpose) =>
          Number(one.consents.some((consent) => consent.purpose === purpose && consent.given)),
        ),
        latest(
          person.candidacies
            .flatMap(({ clearances }) => clearances)
            .filter(({ outcome }) => outcome === "clear")
            .map(({ validUntil }) => dayOf(validUntil)),
        ),
        latest(
          [
            one.confirmedAt,
            one.confirmAskedAt,
            ...one.vacancyInvitations.map(({ invitedAt }) => invitedAt),
          ].map(dayOf),
        ),
        ...[one.seniorYears ?? NONE, one.fieldMissions ?? NONE, one.deployableWithin ?? NONE],
        ...[dayOf(one.availableFrom), dayOf(one.availableUntil)],
        one.readiness.map((of) => `${of.roleKindCode}:${of.level}:${dayOf(of.expiresOn)}`).sort(),
      ].join("|"),
    ]),
  );
}

/** The same as it is kept. */
async function kept() {
  const { store } = await readMembers();
  const { columns, codes, findings } = store;
  const present = [...store.slots].filter(([, slot]) => columns.state[slot] !== NONE);
  const list = (name: "regions" | "languages" | "nationalities" | "impossible" | "kinds", slot: number) =>
    codes[name].words[columns[name][slot] ?? 0];
  return Object.fromEntries(
    present.map(([id, slot]) => [
      id,
      [
        ...[store.personIds[slot], store.enteredAt[slot]],
        ...[GENDERS[columns.gender[slot] ?? 0], MEMBERSHIP_STATES[columns.state[slot] ?? 0]],
        ...(["regions", "languages", "nationalities", "impossible", "kinds"] as const).map((name) =>
          list(name, slot),
        ),
        ...(
          ["vacancies", "assessments", "cleared", "contacted", "years", "missions", "deployable"] as const
        ).map((name) => columns[name][slot]),
        ...[columns.from[slot], columns.until[slot]],
        [...findings]
          .filter(([, { level }]) => level[slot])
          .map(([kind, of]) => `${kind}:${READINESS_LEVELS[(of.level[slot] ?? 0) - 1]}:${of.expires[slot]}`)
          .sort(),
      ].join("|"),
    ]),
  );
}

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
const day = (n: number) => new Date(`20${25 + (n % 5)}-0${1 + (n % 9)}-1${n % 10}`);

/** Changes of every kind that moves what is kept. */
const CHANGES: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  membership: (n) =>
    database().cadreMembership.update({
      where: { id: pick(world.ids, n) },
      data: {
        ...{ state: pick(MEMBERSHIP_STATES, n), enteredAt: day(n), seniorYears: n % 3 ? n % 40 : null },
        ...{ fieldMissions: n % 2 ? n % 5 : null, deployableWithin: pick([30, 60, null], n) },
        ...{ availableFrom: n % 3 ? day(n) : null, availableUntil: n % 2 ? day(n + 3) : null },
        ...{ impossibleStates: n % 2 ? ["CF", "SS"] : [], roleKindCodes: n % 3 ? [] : ["srsg"] },
        ...{ confirmedAt: n % 4 ? day(n + 1) : null, confirmAskedAt: n % 5 ? day(n + 2) : null },
      },
    }),
  person: (n) =>
    database().person.update({
      where: { id: pick(world.people, n) },
      data: { gender: pick(GENDERS, n), nationalities: pick([["SN"], ["JP", "SN"], ["FR"]], n) },
    }),
  language: (n) =>
    database().personLanguage.upsert({
      where: {
        personId_languageCode: { personId: pick(world.people, n), languageCode: pick(["en", "fr"], n) },
      },
      create: { personId: pick(world.people, n), languageCode: pick(["en", "fr"], n), level: 1 + (n % 3) },
      update: { level: 1 + (n % 3) },
    }),
  languageGone: (n) => database().personLanguage.deleteMany({ where: { personId: pick(world.people, n) } }),
  consent: (n) =>
    database().cadreConsent.updateMany({
      where: { membershipId: pick(world.ids, n), purpose: pick(["vacancies", "assessments"] as const, n) },
      data: { given: n % 2 === 0 },
    }),
  readiness: (n) =>
    database().readiness.updateMany({
      where: { membershipId: pick(world.ids, n) },
      data: { level: pick(READINESS_LEVELS, n), expiresOn: inDays((n % 200) - 20) },
    }),
  readinessGone: (n) => database().readiness.deleteMany({ where: { membershipId: pick(world.ids, n) } }),
  found: (n) =>
    database().readiness.createMany({
      data: [
        {
          ...{ membershipId: pick(world.ids, n), roleKindCode: pick(["srsg", "headOfSpm"], n), level: "now" },
          ...{ evidence: "Led the talks.", assessedById: "x", expiresOn: inDays(n % 300) },
        },
      ],
      skipDuplicates: true,
    }),
  clearance: (n) =>
    database().clearance.updateMany({
      where: { candidacyId: { in: world.candidacyIds } },
      data: { outcome: n % 3 ? "clear" : "pending", validUntil: n % 3 ? inDays((n % 200) - 20) : null },
    }),
  caseMoved: (n) =>
    database().candidacy.updateMany({
      where: { id: { in: world.candidacyIds } },
      data: { personId: pick(world.people, n) },
    }),
  region: (n) =>
    database().state.update({
      where: { code: "SN" },
      data: { regionalGroup: pick(["African", "Asia-Pacific"], n) },
    }),
};

const SEARCHES: readonly MemberSearch[] = [
  ...[{}, { role: "srsg" }, { role: "srsg", level: "now" as const }, { standing: "expiring" as const }],
  ...[{ standing: "inPost" as const }, { gender: "woman" as const, speaks: "2" as const }, { q: "am" }],
  ...[
    { region: "African", language: "fr" },
    { clearance: "endsSoon" as const },
    { contact: "year" as const },
  ],
  ...[{ state: "lapsed" as const }, { q: "dia", level: "now" as const }],
];

/** Each search finds the same as its plain statement. */
async function sameFound() {
  for (const search of SEARCHES) {
    const plain = await database().$queryRaw<readonly { membershipId: string }[]>`
      SELECT f."membershipId"::text FROM (${foundSql(officer(), search)}) f
      JOIN "CadreMembership" m ON m."id" = f."membershipId" ORDER BY m."enteredAt" DESC, m."id"`;
    const { total, pageOf } = await searchCadre(officer(), search);
    expect([search, pageOf({ page: 1, perPage: 999 })]).toEqual([
      search,
      plain.map((one) => one.membershipId),
    ]);
    expect(total).toBe(plain.length);
  }
}

describe("what a process keeps of every member", () => {
  it("is what the tables hold after each of many changes in any order, and finds what plain SQL finds on any day", async () => {
    const [sequence = []] = fc.sample(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.nat(1000)), {
        minLength: 40,
        maxLength: 40,
      }),
      { numRuns: 1, seed: Number(process.env.TEST_SEED ?? 7) },
    );
    await database().appointment.create({
      data: {
        ...{ postId: world.postId, personId: pick(world.people, 1) },
        ...{ startsOn: inDays(-10), endsOn: inDays(40) },
      },
    });
    const all = [...Object.keys(CHANGES).map((name, n) => [name, n + 3] as const), ...sequence];
    for (const [step, [name, n]] of all.entries()) {
      await CHANGES[name]?.(n);
      expect(await kept(), `after ${name} ${n}, step ${step}`).toEqual(await held());
      if (step % 5 === 0) await at(inDays((n % 60) - 5), sameFound);
    }
    await sameFound();
    const broken = async () => (await checkData(database())).map(({ rule }) => rule.name);
    expect(await broken()).not.toContain("kept-as-it-is");
    await database().$executeRaw`UPDATE "MemberFact" SET "facts" = replace("facts", 'active', 'paused')`;
    expect(await broken()).toContain("kept-as-it-is");
  }, 180_000);

  it("loses a member who is gone", async () => {
    const { membershipId } = await anActiveMember(officer());
    expect(await kept()).toHaveProperty(membershipId);
    await database().cadreMembership.delete({ where: { id: membershipId } });
    expect(await kept()).not.toHaveProperty(membershipId);
  });

  it("holds nothing of a transaction under way, and all of it once it is through", async () => {
    const { membershipId } = await anActiveMember(officer());
    const yearsOf = async () => {
      const { store } = await readMembers();
      return store.columns.years[store.slots.get(membershipId) ?? -1];
    };
    expect(await yearsOf()).toBe(20);
    await database().$transaction(async (tx) => {
      await tx.cadreMembership.update({ where: { id: membershipId }, data: { seniorYears: 31 } });
      // A later transaction is through before this one: it must not hide it.
      await anActiveMember(officer());
      expect(await yearsOf()).toBe(20);
    });
    expect(await yearsOf()).toBe(31);
  });

  it("tells who asks what was written before they asked, though a reading is under way", async () => {
    const { membershipId } = await anActiveMember(officer());
    for (let years = 1; years < 12; years += 1) {
      const early = readMembers();
      await Promise.resolve();
      await database().cadreMembership.update({ where: { id: membershipId }, data: { seniorYears: years } });
      const [{ store }] = await Promise.all([readMembers(), readMembers(), early]);
      expect(store.columns.years[store.slots.get(membershipId) ?? -1]).toBe(years);
    }
  });

  it("is read anew where the database was restored beneath, in whose copy somebody was not yet", async () => {
    const { membershipId } = await anActiveMember(officer());
    expect(await kept()).toHaveProperty(membershipId);
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`CREATE TEMP TABLE copied ON COMMIT DROP AS
        SELECT "membershipId", "facts", 1::bigint AS "changedIn" FROM "MemberFact" WHERE "membershipId" <> ${membershipId}::uuid`;
      await tx.$executeRaw`TRUNCATE "MemberFact"`;
      await tx.$executeRaw`INSERT INTO "MemberFact" SELECT * FROM copied`;
    });
    expect(await kept()).not.toHaveProperty(membershipId);
    expect(Object.keys(await kept())).toEqual(expect.arrayContaining(world.ids));
  });

  it("is asked of the tables by index alone", async () => {
    const plans = await database().$transaction(async (tx) => {
      await tx.$executeRaw`set local enable_seqscan = off`;
      return tx.$queryRawUnsafe<readonly { "QUERY PLAN": string }[]>(
        `explain select * from "MemberFact" f where f."changedIn" >= 1000 and f."changedIn" < 2000000000`,
      );
    });
    expect(plans.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/Seq Scan/);
  });
});

/** Tables of which a serializable transaction has read all, as the database sees it: whoever writes there conflicts with it. */
async function readWhole(work: (tx: Transaction) => Promise<unknown>): Promise<readonly string[]> {
  return database().$transaction(
    async (tx) => {
      await work(tx);
      const rows = await tx.$queryRaw<readonly { table: string }[]>`
        SELECT DISTINCT c."relname"::text AS "table" FROM pg_locks l JOIN pg_class c ON c."oid" = l."relation"
        WHERE l."pid" = pg_backend_pid() AND l."mode" = 'SIReadLock' AND l."page" IS NULL AND c."relkind" = 'r' ORDER BY 1`;
      return rows.map(({ table }) => table);
    },
    { isolationLevel: "Serializable" },
  );
}

describe("a change of a member", () => {
  it("reads no table whole, so that no other change conflicts with it", async () => {
    const [id = "", personId = ""] = [world.ids[0], world.people[0]];
    const finding = { level: "now", evidence: "Anew.", assessedById: officer().userId ?? "" } as const;
    const read = await readWhole(async (tx) => {
      await tx.cadreMembership.update({ where: { id }, data: { seniorYears: 17 } });
      await tx.person.update({ where: { id: personId }, data: { rank: "Brigadier" } });
      await tx.readiness.updateMany({ where: { membershipId: id }, data: finding });
    });
    expect(read).toEqual([]);
    const gone = await anActiveMember(officer());
    expect(
      await readWhole(
        (tx) => tx.$executeRaw`DELETE FROM "MemberIndex" WHERE "membershipId" = ${gone.membershipId}::uuid`,
      ),
    ).toEqual([]);
  });
});
