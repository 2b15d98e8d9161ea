import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as rubrics } from "#app/routes/rubrics._index.tsx";
import { action as postRubric, loader as workshopPage } from "#app/routes/rubrics.$rubricId.tsx";
import { loader as preview } from "#app/routes/rubrics.$rubricId_.preview.tsx";
import { loader as versionsPage } from "#app/routes/rubrics.$rubricId_.versions.tsx";
import { loader as library } from "#app/routes/rubrics.criteria._index.tsx";
import { loader as criterionPage } from "#app/routes/rubrics.criteria.$code.tsx";
import { readCall, readPublishedRubric } from "#app/selection/call/call.queries.server.ts";
import { discardCall } from "#app/selection/call/discard-call.server.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { addCriterion } from "#app/selection/rubric/add-criterion.server.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { readLibrary } from "#app/selection/rubric/library.queries.server.ts";
import type { NewCriterion, RevisedCriterion } from "#app/selection/rubric/library-criterion.ts";
import { retireCriterion } from "#app/selection/rubric/retire-criterion.server.ts";
import { reviseCriterion } from "#app/selection/rubric/revise-criterion.server.ts";
import { readCallRubric, readRubric } from "#app/selection/rubric/rubric.queries.server.ts";
import { type DraftRow, draftIn, type RubricDraft } from "#app/selection/rubric/rubric-draft.ts";
import { rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { readRubricVersions } from "#app/selection/rubric/rubric-versions.queries.server.ts";
import { readWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { valuesIn, workshopDefaults } from "#app/selection/rubric/rubric-workshop-values.ts";
import { saveRubric } from "#app/selection/rubric/save-rubric.server.ts";
import { CADRE_RUBRIC } from "#app/selection/rubric/usual-rubric.ts";
import { draftVacancy } from "#app/selection/vacancy/draft-vacancy.server.ts";
import { loadReference } from "#prisma/seed/load-reference.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import {
  aDraft,
  anOpenCall,
  published,
  someCall,
  someDraft,
  someGlobalCall,
  someNeeds,
} from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const rubricOf = async (vacancyId: string) =>
  (await database().rubric.findUniqueOrThrow({ where: { vacancyId }, select: { id: true } })).id;
const open = async (rubricId: string) => {
  const workshop = await readWorkshop(database(), rubricId);
  if (!workshop) throw new Error("no rubric");
  return workshop;
};

/** The rubric as its form would post it, with some rows changed. */
async function typed(rubricId: string, changes: Readonly<Record<string, Partial<DraftRow>>> = {}) {
  const workshop = await open(rubricId);
  const draft = draftIn(valuesIn(workshopDefaults(workshop)), workshop.offered.length);
  const criteria = draft.criteria.map((row) => ({ ...row, ...changes[row.code] }));
  return { version: workshop.rubric.version, draft: { ...draft, criteria } };
}

type Changes = Readonly<Record<string, Partial<DraftRow>>>;
async function saveOne(actor: Actor, rubricId: string, changes: Changes, more: Partial<RubricDraft> = {}) {
  const { version, draft } = await typed(rubricId, changes);
  return saveRubric(actor, { rubricId, version, draft: { ...draft, ...more } });
}
const save = async (actor: Actor, vacancyId: string, changes: Changes, more?: Partial<RubricDraft>) =>
  saveOne(actor, await rubricOf(vacancyId), changes, more);

const words = (text: string) => ({ en: text, fr: text });
const aCriterion = (changes: Partial<NewCriterion> = {}): NewCriterion => ({
  ...{ group: "competence", stage: "interview", levels: 4, name: words("Patience") },
  definition: words("Lets others come to their own agreement."),
  anchors: [1, 2, 3, 4].map((level) => ({ level, ...words(`Patient to level ${level}.`) })),
  ...changes,
});
const revision = (version: number, changes: Partial<RevisedCriterion> = {}): RevisedCriterion => {
  const { group, ...rest } = aCriterion();
  return { ...rest, version, reason: "Panels read the old words in two ways.", ...changes };
};
const codesIn = async (vacancyId: string) =>
  (await readRubric(database(), vacancyId))?.criteria.map(({ code }) => code);
const eventsOf = (subjectId: string, kind: string) =>
  database().recordEvent.findMany({ where: { subjectId, kind }, orderBy: { sequence: "asc" } });

describe("a rubric in the workshop", () => {
  it("is put together from the library, weighed, kept as a version and recorded", async () => {
    const { officer, vacancyId } = await aDraft("MINUSCA");
    const { code } = must(await addCriterion(officer, aCriterion()));
    const shares = { merit: 20, competence: 50, missionNeeds: 30 };
    const changes = {
      [code]: { chosen: true, need: 2, baseWeight: 30, minimumLevel: 2 },
      M1: { chosen: false },
      C2: { stage: "interview" as const },
    };
    expect(must(await save(officer, vacancyId, changes, { shares })).version).toBe(2);
    const rubric = await readRubric(database(), vacancyId);
    expect(rubric).toMatchObject({ version: 2, shares, hash: null });
    expect(rubric?.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(WHOLE);
    expect(rubric?.criteria.find((one) => one.code === code)).toMatchObject({
      ...{ need: 2, baseWeight: 30, minimumLevel: 2, libraryVersion: 1, name: words("Patience") },
      stage: "interview",
    });
    expect(rubric?.criteria.some((one) => one.code === "M1")).toBe(false);
    expect(rubric?.criteria.find((one) => one.code === "C2")?.stage).toBe("interview");
    const kept = await readRubricVersions(officer, {
      rubricId: await rubricOf(vacancyId),
      before: null,
      after: null,
      page: 1,
    });
    expect(kept?.versions.map(({ version, savedBy }) => [version, savedBy])).toEqual([
      [2, "Officer"],
      [1, "Officer"],
    ]);
    expect(kept?.compared.contents.map((one) => one?.criteria.length)).toEqual([15, 15]);
    const [event] = await eventsOf(vacancyId, "rubric.saved");
    expect(event?.canonical).toContain(`"${code}.1"`);
  });

  it("is refused to others, where it is not, and where a rule stands against it", async () => {
    const { officer, vacancyId } = await aDraft("UNMISS");
    const { version, draft } = await typed(await rubricOf(vacancyId));
    const auditor = await anAccount("auditor", "Auditor");
    expect(await saveRubric(auditor, { rubricId: await rubricOf(vacancyId), version, draft })).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    expect(await saveRubric(officer, { rubricId: crypto.randomUUID(), version, draft })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const place = draft.criteria.findIndex(({ code }) => code === "C2");
    expect(await save(officer, vacancyId, { C2: { baseWeight: 0 } })).toMatchObject({
      refusal: { code: "rubricNotAllowed", field: `criteria[${place}].baseWeight` },
    });
    expect(await database().rubricVersion.count({ where: { rubric: { vacancyId } } })).toBe(1);
  });

  it("is saved once by two officers at once; the second is told, and keeps what was typed", async () => {
    const { officer, vacancyId } = await aDraft("UNIFIL");
    const second = await anAccount("secretariat", "Second");
    const { version, draft } = await typed(await rubricOf(vacancyId), { C2: { baseWeight: 40 } });
    const rubricId = await rubricOf(vacancyId);
    const both = await Promise.all(
      [officer, second].map((actor) => saveRubric(actor, { rubricId, version, draft })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "rubricChangedMeanwhile" } });
    const { offered } = await open(rubricId);
    const body = new URLSearchParams({ version: "1", levels: "4" });
    for (const [group, share] of Object.entries(draft.shares)) body.set(`shares.${group}`, String(share));
    offered.forEach(({ code }, n) => {
      const row = draft.criteria[n];
      body.set(`criteria[${n}].code`, code);
      if (row?.chosen) body.set(`criteria[${n}].chosen`, "on");
      body.set(`criteria[${n}].libraryVersion`, "1");
      body.set(`criteria[${n}].baseWeight`, code === "C3" ? "77" : "10");
    });
    const headers = await browserOf(second);
    headers.set("content-type", "application/x-www-form-urlencoded");
    const answer = await postRubric({
      ...asked(`/rubrics/${rubricId}`, headers, { rubricId }),
      request: new Request(`http://localhost/rubrics/${rubricId}`, {
        method: "POST",
        headers,
        body,
      }),
    });
    expect(answer).toMatchObject({
      data: { refusal: { code: "rubricChangedMeanwhile" } },
      init: { status: 422 },
    });
    expect(JSON.stringify(answer)).toContain("77");
    expect(await database().rubricVersion.count({ where: { rubric: { vacancyId } } })).toBe(2);
  });

  it("keeps its criteria when the vacancy is drafted again on newer needs", async () => {
    const { officer, missionId, postId, vacancyId } = await aDraft("UNFICYP", "srsg", "ASG");
    must(await save(officer, vacancyId, { M1: { chosen: false }, C2: { baseWeight: 50 } }));
    const needs = {
      ...someNeeds(),
      needs: someNeeds().needs.map((one) => (one.criterionCode === "C3" ? { ...one, level: 0 } : one)),
    };
    must(await setNeeds(officer, { missionId, basedOn: 1, needs }));
    must(await draftVacancy(officer, someDraft(postId)));
    const rubric = await readRubric(database(), vacancyId);
    expect(rubric?.version).toBe(3);
    expect(rubric?.criteria.map(({ code }) => code)).toEqual(
      DEFAULT_CRITERIA.map(({ code }) => code).filter((code) => code !== "M1" && code !== "C3"),
    );
    expect(rubric?.criteria.find(({ code }) => code === "C2")?.baseWeight).toBe(50);
  });

  it("freezes with its hash when the call is published, and is not changed after", async () => {
    const { officer, vacancyId } = await aDraft("UNDOF", "srsg", "ASG");
    must(await save(officer, vacancyId, { N3: { chosen: false } }));
    const { version, draft } = await typed(await rubricOf(vacancyId), { C2: { baseWeight: 40 } });
    await published(officer, someCall([vacancyId]));
    const frozen = await readRubric(database(), vacancyId);
    if (!frozen) throw new Error("no rubric");
    expect(frozen).toMatchObject({ textVersion: 2, version });
    expect(frozen.hash).toBe(rubricHash(frozen));
    expect(await saveRubric(officer, { rubricId: await rubricOf(vacancyId), version, draft })).toMatchObject({
      refusal: { code: "rubricFrozen" },
    });
    await expect(
      database().rubric.update({ where: { vacancyId }, data: { meritShare: 20, competenceShare: 55 } }),
    ).rejects.toThrow();
    expect(await readRubric(database(), vacancyId)).toEqual(frozen);
  });

  it("is published or saved, never both, when two do so at once", async () => {
    const { officer, vacancyId } = await aDraft("UNISFA", "srsg", "ASG");
    const { version, draft } = await typed(await rubricOf(vacancyId), { C2: { baseWeight: 40 } });
    const [saved] = await Promise.all([
      saveRubric(officer, { rubricId: await rubricOf(vacancyId), version, draft }),
      published(officer, someCall([vacancyId])),
    ]);
    const frozen = await readRubric(database(), vacancyId);
    if (!frozen) throw new Error("no rubric");
    expect(frozen.hash).toBe(rubricHash(frozen));
    expect(frozen.version).toBe(saved.ok ? 2 : 1);
    const content = await database().rubricVersion.findFirst({
      where: { rubric: { vacancyId } },
      orderBy: { version: "desc" },
    });
    expect(content?.version).toBe(frozen.version);
  });
});

describe("the rubric of a call for the cadre at large", () => {
  it("begins with the usual criteria, is put together like any other, and freezes with the call", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { callId, reference } = must(await draftCall(officer, { draft: someGlobalCall() }));
    const before = await readCallRubric(database(), callId);
    expect(before?.criteria.map(({ code, weight }) => [code, weight])).toEqual(
      CADRE_RUBRIC.map(({ code, weight }) => [code, weight]),
    );
    const rubricId = before?.id ?? "";
    expect(await saveOne(officer, rubricId, { N1: { chosen: true } })).toMatchObject({
      refusal: { code: "rubricNotAllowed", field: expect.stringContaining("need") },
    });
    must(await saveOne(officer, rubricId, { N1: { chosen: true, need: 3 }, M1: { need: 2 } }));
    const { version } = await database().call.findUniqueOrThrow({ where: { id: callId } });
    must(await draftCall(officer, { replaces: { callId, version }, draft: someGlobalCall() }));
    expect(await readPublishedRubric(officer, reference)).toBeNull();
    const { draft } = await typed(rubricId, { C2: { baseWeight: 40 } });
    must(await publishCall(officer, { callId }));
    const frozen = await readPublishedRubric(null, reference);
    expect(frozen?.criteria.find(({ code }) => code === "N1")?.need).toBe(3);
    expect(frozen && rubricHash(frozen)).toBe(frozen?.hash);
    expect((await readCall(callId)).rubric).toEqual(frozen);
    expect(await saveRubric(officer, { rubricId, version: 2, draft })).toMatchObject({
      refusal: { code: "rubricFrozen" },
    });
    const [event] = await eventsOf(callId, "call.published");
    expect(event?.canonical).toContain(frozen?.hash);
  });

  it("goes with a draft that is discarded", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { callId } = must(await draftCall(officer, { draft: someGlobalCall() }));
    must(await discardCall(officer, { callId, version: 0 }));
    expect(await database().rubric.count({ where: { callId } })).toBe(0);
  });
});

describe("the library of criteria", () => {
  it("begins with the fifteen, and loading them again changes nothing that officers made of them", async () => {
    const rows = await readLibrary(database(), []);
    expect(rows.slice(0, 15).map(({ code }) => code)).toEqual(DEFAULT_CRITERIA.map(({ code }) => code));
    const officer = await anAccount("secretariat", "Officer");
    must(await reviseCriterion(officer, { code: "C9", revised: revision(1) }));
    await database().appSetting.update({ where: { key: "reference" }, data: { value: "another" } });
    await loadReference();
    expect((await readLibrary(database(), [])).find(({ code }) => code === "C9")?.version).toBe(2);
  });

  it("gives two that are added at once codes of their own, and takes none from others", async () => {
    const [officer, auditor] = [
      await anAccount("secretariat", "Officer"),
      await anAccount("auditor", "Auditor"),
    ];
    const both = await Promise.all(
      [1, 2, 3].map(() => addCriterion(officer, aCriterion({ group: "merit" }))),
    );
    const codes = both.map((answer) => must(answer).code);
    expect(new Set(codes).size).toBe(3);
    for (const answer of [
      await addCriterion(auditor, aCriterion()),
      await reviseCriterion(auditor, { code: "C1", revised: revision(1) }),
      await retireCriterion(auditor, {
        code: "C1",
        retirement: { version: 1, reason: "Not needed any more." },
      }),
    ])
      expect(answer).toMatchObject({ refusal: { code: "notPermitted" } });
  });

  it("changes no rubric by new words: a draft takes them up when an officer says so, what is frozen never", async () => {
    const { officer, vacancyId } = await aDraft("UNMIK", "srsg", "ASG");
    const frozen = await anOpenCall("MINURSO", "srsg", "ASG");
    const before = await readRubric(database(), frozen.vacancyId);
    must(await reviseCriterion(officer, { code: "C7", revised: revision(1) }));
    const nameOf = async (id: string) =>
      (await readRubric(database(), id))?.criteria.find(({ code }) => code === "C7");
    expect(await nameOf(vacancyId)).toMatchObject({ libraryVersion: 1 });
    must(await save(officer, vacancyId, {}));
    expect(await nameOf(vacancyId)).toMatchObject({ libraryVersion: 1 });
    must(await save(officer, vacancyId, { C7: { libraryVersion: 2 } }));
    expect(await nameOf(vacancyId)).toMatchObject({ libraryVersion: 2, name: words("Patience") });
    expect(await readRubric(database(), frozen.vacancyId)).toEqual(before);
  });

  it("takes one new version of two written at once, and none of what is retired or unknown", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { code } = must(await addCriterion(officer, aCriterion()));
    const both = await Promise.all(
      [1, 2].map(() => reviseCriterion(officer, { code, revised: revision(1) })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "criterionChangedMeanwhile" } });
    const retirement = { version: 2, reason: "Nobody used it in three years." };
    expect(await retireCriterion(officer, { code, retirement: { ...retirement, version: 1 } })).toMatchObject(
      {
        refusal: { code: "criterionChangedMeanwhile" },
      },
    );
    must(await retireCriterion(officer, { code, retirement }));
    for (const answer of [
      await retireCriterion(officer, { code, retirement }),
      await reviseCriterion(officer, { code, revised: revision(2) }),
    ])
      expect(answer).toMatchObject({ refusal: { code: "criterionRetired" } });
    expect(await reviseCriterion(officer, { code: "X1", revised: revision(1) })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("offers nothing that is retired, but leaves it to the rubrics that have it", async () => {
    const { officer, vacancyId } = await aDraft("UNSMIL", "headOfSpm", "USG");
    const { code } = must(await addCriterion(officer, aCriterion({ group: "missionNeeds" })));
    must(await save(officer, vacancyId, { [code]: { chosen: true, need: 1 } }));
    must(
      await retireCriterion(officer, {
        code,
        retirement: { version: 1, reason: "Replaced by another one." },
      }),
    );
    must(await save(officer, vacancyId, { C2: { baseWeight: 20 } }));
    expect(await codesIn(vacancyId)).toContain(code);
    must(await save(officer, vacancyId, { [code]: { chosen: false } }));
    expect(await codesIn(vacancyId)).not.toContain(code);
    expect(
      await save(officer, vacancyId, { [code]: { chosen: true, need: 1, libraryVersion: 1 } }),
    ).toMatchObject({
      refusal: { code: "rubricNotAllowed" },
    });
  });
});

describe("the pages of rubrics", () => {
  it("ask as many statements for one version, rubric or criterion as for several", async () => {
    const { officer, vacancyId } = await aDraft("UNAMA", "headOfSpm", "USG");
    const rubricId = await rubricOf(vacancyId);
    const headers = await browserOf(officer);
    const pages = [
      ["/rubrics", rubrics, {}, 21],
      ["/rubrics/criteria", library, {}, 6],
      ["/rubrics/criteria/C2", criterionPage, { code: "C2" }, 24],
      [`/rubrics/${rubricId}`, workshopPage, { rubricId }, 27],
      [`/rubrics/${rubricId}/preview`, preview, { rubricId }, 21],
      [`/rubrics/${rubricId}/versions`, versionsPage, { rubricId }, 24],
    ] as const;
    const ask = async () => {
      const counts: number[] = [];
      for (const [path, loader, params] of pages) {
        const { queries } = await countQueries(async () => loader(asked(path, headers, params)));
        counts.push(queries);
      }
      return counts;
    };
    const once = await ask();
    for (const base of [20, 30]) must(await save(officer, vacancyId, { C2: { baseWeight: base } }));
    must(await reviseCriterion(officer, { code: "C2", revised: revision(1) }));
    must(await addCriterion(officer, aCriterion()));
    await aDraft("MONUSCO");
    expect(await ask()).toEqual(once);
    for (const [n, [path, , , most]] of pages.entries()) expect(once[n], path).toBeLessThanOrEqual(most);
  });

  it("are not there for those who may not read them", async () => {
    const { vacancyId } = await aDraft("UNTSO", "srsg", "ASG");
    const rubricId = await rubricOf(vacancyId);
    const judge = await browserOf(await anAccount("panelMember", "Judge"));
    for (const [path, loader, params] of [
      ["/rubrics", rubrics, {}],
      ["/rubrics/criteria", library, {}],
      ["/rubrics/criteria/C2", criterionPage, { code: "C2" }],
      [`/rubrics/${rubricId}/preview`, preview, { rubricId }],
      [`/rubrics/${rubricId}/versions`, versionsPage, { rubricId }],
    ] as const)
      await expect(loader(asked(path, judge, params))).rejects.toMatchObject({ status: 404 });
    const auditor = await browserOf(await anAccount("auditor", "Auditor"));
    await expect(workshopPage(asked(`/rubrics/${rubricId}`, auditor, { rubricId }))).rejects.toMatchObject({
      status: 404,
    });
  });
});
