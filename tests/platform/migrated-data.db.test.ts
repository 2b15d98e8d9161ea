import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onDatabase } from "#app/platform/open-database.mjs";
import { draftFileOf } from "#app/selection/nomination/nominee-file.ts";

/** What the migrations that carry data over make of rows that were there before them. */
const FOLDER = "prisma/migrations";
const MIGRATIONS = readdirSync(FOLDER)
  .filter((name) => /^\d{14}_/.test(name))
  .toSorted();

const cluster = process.env.CADRE_TEST_CLUSTER ?? "";
const name = `worker_migrated_${randomBytes(4).toString("hex")}`;
const onServer = (statement: string) =>
  onDatabase(`${cluster}postgres`, (admin: pg.Client) => admin.query(statement));

beforeEach(() => onServer(`create database ${name}`));
afterEach(() => onServer(`drop database ${name} with (force)`));

/** Runs the migrations up to one, not itself; then `before`; then those from it on, and answers what `after` asks. */
async function around(
  migration: string,
  before: (client: pg.Client) => Promise<void>,
  after: string,
): Promise<readonly Record<string, unknown>[]> {
  const first = MIGRATIONS.findIndex((one) => one.endsWith(migration));
  return onDatabase(cluster + name, async (client: pg.Client) => {
    const run = async (names: readonly string[]) => {
      for (const one of names) await client.query(readFileSync(`${FOLDER}/${one}/migration.sql`, "utf8"));
    };
    await run(MIGRATIONS.slice(0, first));
    await before(client);
    await run(MIGRATIONS.slice(first));
    return (await client.query(after)).rows;
  });
}

/** Rows that others refer to are left out: what is tried here is what becomes of the row itself. */
const insert = async (client: pg.Client, table: string, row: Readonly<Record<string, unknown>>) => {
  const columns = Object.keys(row);
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into "${table}" (${columns.map((one) => `"${one}"`).join(", ")})
     values (${columns.map((_, n) => `$${n + 1}`).join(", ")})`,
    Object.values(row),
  );
  await client.query("set session_replication_role = origin");
  return row;
};

const aPerson = (id = randomUUID()) => ({
  ...{ id, givenName: "Ama", familyName: "On File", email: `${id}@example.org`, gender: "woman" },
  ...{ nationalities: ["GH", "FR"], updatedAt: new Date() },
});
/** What later migrations ask of every nomination. */
const TYPED = {
  ...{ statedGivenName: "Ama", statedFamilyName: "Typed", statedEmail: "ama@example.org" },
  ...{ statedGender: "woman", statedNationalities: ["GH"] },
};
const aNomination = (personId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: randomUUID(), callId: randomUUID(), vacancyId: randomUUID(), stateCode: "GH", personId },
  ...{ nominatedById: "officer", statement: "Sample.", certified: true, submissionKey: randomUUID() },
  ...more,
});
const aDraft = (content: object) => ({
  ...{ id: randomUUID(), callId: randomUUID(), stateCode: "GH", createdById: "officer" },
  ...{ updatedById: "officer", content: JSON.stringify(content) },
});
const aMentor = (personId: string) => ({
  ...{ id: randomUUID(), personId, pledgedByCode: "GH", capacity: 1, weeklyHours: 2, biography: "Sample." },
  ...{ availableFrom: "2026-01-01", availableTo: "2027-01-01", topics: [], mandateTypes: [] },
  updatedAt: new Date(),
});
const aCandidacy = (id: string, state: string) => ({
  ...{ id, vacancyId: randomUUID(), personId: randomUUID(), nominationId: randomUUID(), state },
  updatedAt: new Date(),
});
const aGate = (candidacyId: string, kind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: randomUUID(), candidacyId, kind, dueOn: "2027-01-01" },
  ...more,
});

describe("migrations that carry data over", () => {
  it("take what a nominator typed from the form, or from what is on file where there was none", async () => {
    const person = aPerson();
    const draft = aDraft({
      ...{ givenName: " Amma ", familyName: "As Typed", email: "Typed@Example.org ", gender: "" },
      nationalities: ["FR", "", "GH", "FR"],
    });
    const rows = await around(
      "_what_the_state_typed",
      async (client) => {
        await insert(client, "Person", person);
        await insert(client, "NomineeDraft", draft);
        await insert(client, "Nomination", aNomination(person.id, { draftId: draft.id }));
        await insert(client, "Nomination", aNomination(person.id));
        await insert(client, "Mentor", aMentor(person.id));
      },
      `select "statedGivenName" || '|' || "statedFamilyName" || '|' || "statedEmail" || '|' || "statedGender" || '|'
         || array_to_string("statedNationalities", ',') as stated from "Nomination" order by "draftId" nulls last`,
    );
    expect(rows.map(({ stated }) => stated)).toEqual([
      "Amma|As Typed|typed@example.org|woman|FR,GH",
      `Ama|On File|${person.email}|woman|GH,FR`,
    ]);
  });

  it("keep every year of a draft, and all else in it, so that the form opens with it", async () => {
    const [post, blank] = [
      { title: "Head of office", employer: "Ministry", supervisor: "", peopleLed: "120", budget: "" },
      { title: "", employer: "", supervisor: "", peopleLed: "", budget: "" },
    ];
    const mission = { mission: "UNMISS", role: "Head of field office" };
    const rows = await around(
      "_months_of_a_career",
      async (client) => {
        await insert(
          client,
          "NomineeDraft",
          aDraft({
            givenName: "Ama",
            posts: [
              { ...post, startYear: "2015", endYear: "2020" },
              { ...blank, startYear: "", endYear: "" },
            ],
            missions: [{ ...mission, startYear: "2012", endYear: "" }],
          }),
        );
        await insert(client, "NomineeDraft", aDraft({ givenName: "Begun", statement: "No more than this." }));
      },
      'select "content" from "NomineeDraft" order by "content" ->> \'givenName\'',
    );
    const [full, begun] = rows.map(({ content }) => draftFileOf(content));
    expect(full?.posts).toEqual([
      { ...post, from: "2015", to: "2020" },
      { ...blank, from: "", to: "" },
    ]);
    expect(full?.missions).toEqual([{ ...mission, from: "2012", to: "" }]);
    expect(begun).toMatchObject({ statement: "No more than this.", posts: [], missions: [] });
  });

  it("ask whoever was nominated for the cadre, and nobody nominated for a post", async () => {
    const forCadre = aNomination(randomUUID(), { vacancyId: null, ...TYPED });
    const rows = await around(
      "_the_review_for_the_cadre",
      async (client) => {
        await insert(client, "Nomination", forCadre);
        await insert(client, "Nomination", aNomination(randomUUID(), TYPED));
      },
      'select "nominationId" as id, "state"::text from "PoolReview"',
    );
    expect(rows).toEqual([{ id: forCadre.id, state: "asked" }]);
  });

  it("take back only the host State's open questions on those whom no panel has recommended yet", async () => {
    const cases = { early: randomUUID(), answered: randomUUID(), recommended: randomUUID() };
    const rows = await around(
      "_the_host_state_is_consulted_last",
      async (client) => {
        await insert(client, "Candidacy", aCandidacy(cases.early, "screenedIn"));
        await insert(client, "Candidacy", aCandidacy(cases.answered, "screenedIn"));
        await insert(client, "Candidacy", aCandidacy(cases.recommended, "recommended"));
        const clear = { outcome: "clear", answeredAt: new Date(), validUntil: "2099-12-31" };
        for (const gate of [
          aGate(cases.early, "hostState"),
          aGate(cases.early, "medical"),
          aGate(cases.answered, "hostState", clear),
          aGate(cases.recommended, "hostState"),
        ]) {
          await insert(client, "Clearance", gate);
          await insert(client, "ClearanceStep", {
            id: randomUUID(),
            clearanceId: gate.id,
            kind: "requested",
          });
        }
      },
      `select k."candidacyId" as id, k."kind"::text, count(s."id")::int as steps
       from "Clearance" k left join "ClearanceStep" s on s."clearanceId" = k."id" group by k."id"`,
    );
    expect(new Set(rows)).toEqual(
      new Set([
        { id: cases.early, kind: "medical", steps: 1 },
        { id: cases.answered, kind: "hostState", steps: 1 },
        { id: cases.recommended, kind: "hostState", steps: 1 },
      ]),
    );
  });
});

describe("panels that were there before the stage of the shortlist", () => {
  it("have shortlisted whom they heard, and everybody scored where they heard nobody", async () => {
    const ids = {
      heard: randomUUID(),
      passed: randomUUID(),
      left: randomUUID(),
      waits: randomUUID(),
      all: randomUUID(),
    };
    const panels = { interviewing: randomUUID(), comparing: randomUUID(), without: randomUUID() };
    const at = new Date("2026-03-01T00:00:00Z");
    const rows = await around(
      "_a_stage_for_the_shortlist",
      async (client) => {
        for (const [id, vacancyId, changes] of [
          [ids.heard, panels.interviewing, {}],
          [ids.passed, panels.interviewing, {}],
          [
            ids.left,
            panels.interviewing,
            { state: "withdrawn", withdrawnAt: new Date("2026-02-01T00:00:00Z") },
          ],
          [ids.waits, panels.comparing, {}],
          [ids.all, panels.without, {}],
        ] as const) {
          await insert(client, "Candidacy", { ...aCandidacy(id, "screenedIn"), vacancyId, ...changes });
          await insert(client, "StageEvent", { candidacyId: id, stage: "screenedIn", reachedAt: at });
        }
        await insert(client, "StageEvent", { candidacyId: ids.all, stage: "scored", reachedAt: at });
        for (const [id, changes] of [
          [panels.interviewing, { phase: "interview", interview: true, comparedAt: at }],
          [panels.comparing, { phase: "compared", interview: true, comparedAt: at }],
          [panels.without, { phase: "revealed", interview: false, revealedAt: at }],
        ] as const)
          await insert(client, "Panel", { id, vacancyId: id, ...changes });
        await insert(client, "Shortlist", { panelId: panels.interviewing, decidedById: "x", decidedAt: at });
        await insert(client, "PassedOver", {
          candidacyId: ids.passed,
          panelId: panels.interviewing,
          reason: "x",
        });
      },
      `select "candidacyId" as id, "stage"::text from "StageEvent" where "stage" in ('scored', 'shortlisted')`,
    );
    const scored = [ids.heard, ids.passed, ids.waits, ids.all].map((id) => ({ id, stage: "scored" }));
    const shortlisted = [ids.heard, ids.all].map((id) => ({ id, stage: "shortlisted" }));
    expect(new Set(rows)).toEqual(new Set([...scored, ...shortlisted]));
  });
});

describe("rubrics that were there before their versions", () => {
  it("get a first version, stages and shares, and a frozen one keeps its hash", async () => {
    const [rubricId, vacancyId] = [randomUUID(), randomUUID()];
    const hash = "ab".repeat(32);
    const [row] = await around(
      "_the_rubric_workshop",
      async (client) => {
        await insert(client, "Vacancy", {
          ...{ id: vacancyId, reference: "2026-MINUSCA-srsg", postId: randomUUID(), needsId: randomUUID() },
          ...{ requirements: "[]", shortlistSize: 3, createdById: "officer", updatedAt: new Date() },
        });
        await insert(client, "Rubric", { id: rubricId, vacancyId, frozenAt: new Date(), hash });
        const words = JSON.stringify({ en: "Integrity", fr: "Intégrité" });
        await insert(client, "Criterion", {
          ...{ id: randomUUID(), rubricId, code: "C5", group: "competence", position: 1, name: words },
          ...{ definition: words, anchors: "[]", baseWeight: 10, need: 2, weight: 1_000_000 },
        });
      },
      `select r."hash", r."textVersion", r."meritShare", c."stage"::text, c."libraryVersion",
         v."savedById", v."content"->'criteria'->0->>'stage' as kept, v."content"->'shares'->>'competence' as share
       from "Rubric" r join "Criterion" c on c."rubricId" = r.id join "RubricVersion" v on v."rubricId" = r.id`,
    );
    expect(row).toEqual({
      ...{ hash, textVersion: 1, meritShare: 30, stage: "interview", libraryVersion: 1 },
      ...{ savedById: "officer", kept: "interview", share: "45" },
    });
  });

  it("leave mentors where they stood, but for who had confirmed nothing, and give chosen languages a level", async () => {
    const [confirmed, never, needer] = [aPerson(), aPerson(), aPerson()];
    const resting = { state: "resting", statedGivenName: "Ama", statedFamilyName: "Typed" };
    const need = {
      ...{ id: randomUUID(), appointmentId: randomUUID(), personId: needer.id, state: "stated" },
      ...{ topics: ["crisis"], languages: ["en", "fr"], avoidMentorIds: [], dueOn: "2027-01-01" },
    };
    const rows = await around(
      "_states_of_readiness",
      async (client) => {
        for (const person of [confirmed, never, needer]) await insert(client, "Person", person);
        await insert(client, "Mentor", { ...aMentor(confirmed.id), ...resting, topics: ["crisis"] });
        await insert(client, "Mentor", { ...aMentor(never.id), ...resting });
        for (const code of ["en", "fr"])
          await insert(client, "Language", { code, nameEn: code, nameFr: code });
        await insert(client, "PersonLanguage", { personId: needer.id, languageCode: "en", level: 3 });
        await insert(client, "MentorshipNeed", need);
      },
      `select (select array_agg(m.state::text order by m.state) from "Mentor" m) as states,
         (select array_agg(l."languageCode" || l.level order by l."languageCode") from "NeedLanguage" l) as spoken`,
    );
    expect(rows).toEqual([{ states: ["pledged", "resting"], spoken: ["en3", "fr2"] }]);
  });

  it("let members go on as what they agreed to, and lapse where nothing holds any more", async () => {
    const people = [aPerson(), aPerson(), aPerson()];
    const memberships = people.map(({ id: personId }, n) => ({
      ...{ id: randomUUID(), personId, state: n === 2 ? "proposed" : "active", enteredVia: "direct" },
      ...{ reason: `member ${n}`, enteredAt: "2026-01-01", confirmedAt: n === 2 ? null : "2026-02-01" },
    }));
    const rows = await around(
      "_the_cadre_over_years",
      async (client) => {
        for (const person of people) await insert(client, "Person", person);
        await insert(client, "Profile", {
          ...{
            personId: people[0]?.id,
            visionStatement: "",
            seniorYears: 21,
            fieldMissions: 2,
            deployableDays: 45,
          },
          ...{ currentPost: "", completedAt: "2026-01-01" },
        });
        for (const [n, membership] of memberships.entries()) {
          await insert(client, "CadreMembership", membership);
          await insert(client, "Readiness", {
            ...{ id: randomUUID(), membershipId: membership.id, roleKindCode: "srsg", level: "now" },
            ...{
              evidence: "Sample.",
              assessedById: "officer",
              expiresOn: n === 1 ? "2026-03-01" : "2090-01-01",
            },
          });
        }
      },
      `select m."reason", m."state"::text, m."lapsedAt"::date::text as lapsed, m."seniorYears", m."deployableWithin",
         (select string_agg(c."purpose"::text || ':' || c."given", ',') from "CadreConsent" c
          where c."membershipId" = m."id") as consents
       from "CadreMembership" m order by m."reason"`,
    );
    const nothing = { lapsed: null, seniorYears: null, deployableWithin: null };
    expect(rows).toEqual([
      {
        ...{ reason: "member 0", state: "active", lapsed: null, consents: "vacancies:true" },
        ...{ seniorYears: 21, deployableWithin: 60 },
      },
      { ...nothing, reason: "member 1", state: "lapsed", lapsed: "2026-03-01", consents: "vacancies:true" },
      { ...nothing, reason: "member 2", state: "proposed", consents: null },
    ]);
  });
});
