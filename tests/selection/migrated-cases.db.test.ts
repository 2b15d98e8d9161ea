import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { draftFileOf } from "#app/selection/nomination/nominee-file.ts";
import {
  aCandidacy,
  aDraft,
  aGate,
  aMentor,
  aNomination,
  aPerson,
  around,
  eachOnEmptyDatabase,
  insert,
  TYPED,
} from "#tests/support/migrated-rows.ts";

eachOnEmptyDatabase();

describe("nominations and cases that were there before", () => {
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
});
