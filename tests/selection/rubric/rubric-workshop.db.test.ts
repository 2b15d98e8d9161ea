import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { action as postRubric } from "#app/routes/rubrics.$rubricId.tsx";
import { readCall, readPublishedRubric } from "#app/selection/call/call.queries.server.ts";
import { discardCall } from "#app/selection/call/discard-call.server.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { addCriterion } from "#app/selection/rubric/add-criterion.server.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { readCallRubric, readRubric } from "#app/selection/rubric/rubric.queries.server.ts";
import { rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { readRubricVersions } from "#app/selection/rubric/rubric-versions.queries.server.ts";
import { saveRubric } from "#app/selection/rubric/save-rubric.server.ts";
import { CADRE_RUBRIC } from "#app/selection/rubric/usual-rubric.ts";
import { draftVacancy } from "#app/selection/vacancy/draft-vacancy.server.ts";
import { must } from "#tests/support/must.ts";
import {
  aCriterion,
  eventsOf,
  openWorkshop,
  rubricOf,
  sameWords,
  saveRubricAs,
  saveRubricOf,
  typedRubric,
} from "#tests/support/rubric-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import {
  aDraft,
  published,
  someCall,
  someDraft,
  someGlobalCall,
  someNeeds,
} from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

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
    expect(must(await saveRubricOf(officer, vacancyId, changes, { shares })).version).toBe(2);
    const rubric = await readRubric(database(), vacancyId);
    expect(rubric).toMatchObject({ version: 2, shares, hash: null });
    expect(rubric?.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(WHOLE);
    expect(rubric?.criteria.find((one) => one.code === code)).toMatchObject({
      ...{ need: 2, baseWeight: 30, minimumLevel: 2, libraryVersion: 1, name: sameWords("Patience") },
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
    const { version, draft } = await typedRubric(await rubricOf(vacancyId));
    const auditor = await anAccount("auditor", "Auditor");
    expect(await saveRubric(auditor, { rubricId: await rubricOf(vacancyId), version, draft })).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    expect(await saveRubric(officer, { rubricId: crypto.randomUUID(), version, draft })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const place = draft.criteria.findIndex(({ code }) => code === "C2");
    expect(await saveRubricOf(officer, vacancyId, { C2: { baseWeight: 0 } })).toMatchObject({
      refusal: { code: "rubricNotAllowed", field: `criteria[${place}].baseWeight` },
    });
    expect(await database().rubricVersion.count({ where: { rubric: { vacancyId } } })).toBe(1);
  });

  it("is saved once by two officers at once; the second is told, and keeps what was typed", async () => {
    const { officer, vacancyId } = await aDraft("UNIFIL");
    const second = await anAccount("secretariat", "Second");
    const { version, draft } = await typedRubric(await rubricOf(vacancyId), { C2: { baseWeight: 40 } });
    const rubricId = await rubricOf(vacancyId);
    const both = await Promise.all(
      [officer, second].map((actor) => saveRubric(actor, { rubricId, version, draft })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "rubricChangedMeanwhile" } });
    const { offered } = await openWorkshop(rubricId);
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
    must(await saveRubricOf(officer, vacancyId, { M1: { chosen: false }, C2: { baseWeight: 50 } }));
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
    must(await saveRubricOf(officer, vacancyId, { N3: { chosen: false } }));
    const { version, draft } = await typedRubric(await rubricOf(vacancyId), { C2: { baseWeight: 40 } });
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
    const { version, draft } = await typedRubric(await rubricOf(vacancyId), { C2: { baseWeight: 40 } });
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
    expect(await saveRubricAs(officer, rubricId, { N1: { chosen: true } })).toMatchObject({
      refusal: { code: "rubricNotAllowed", field: expect.stringContaining("need") },
    });
    must(await saveRubricAs(officer, rubricId, { N1: { chosen: true, need: 3 }, M1: { need: 2 } }));
    const { version } = await database().call.findUniqueOrThrow({ where: { id: callId } });
    must(await draftCall(officer, { replaces: { callId, version }, draft: someGlobalCall() }));
    expect(await readPublishedRubric(officer, reference)).toBeNull();
    const { draft } = await typedRubric(rubricId, { C2: { baseWeight: 40 } });
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
