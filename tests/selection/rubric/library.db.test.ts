import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { addCriterion } from "#app/selection/rubric/add-criterion.server.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { readLibrary } from "#app/selection/rubric/library.queries.server.ts";
import { retireCriterion } from "#app/selection/rubric/retire-criterion.server.ts";
import { reviseCriterion } from "#app/selection/rubric/revise-criterion.server.ts";
import { readRubric } from "#app/selection/rubric/rubric.queries.server.ts";
import { loadReference } from "#prisma/seed/load-reference.ts";
import { must } from "#tests/support/must.ts";
import { aCriterion, aRevision, codesIn, sameWords, saveRubricOf } from "#tests/support/rubric-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aDraft, anOpenCall } from "#tests/support/selection-story.ts";

describe("the library of criteria", () => {
  it("begins with the fifteen, and loading them again changes nothing that officers made of them", async () => {
    const rows = await readLibrary(database(), []);
    expect(rows.slice(0, 15).map(({ code }) => code)).toEqual(DEFAULT_CRITERIA.map(({ code }) => code));
    const officer = await anAccount("secretariat", "Officer");
    must(await reviseCriterion(officer, { code: "C9", revised: aRevision(1) }));
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
      await reviseCriterion(auditor, { code: "C1", revised: aRevision(1) }),
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
    must(await reviseCriterion(officer, { code: "C7", revised: aRevision(1) }));
    const nameOf = async (id: string) =>
      (await readRubric(database(), id))?.criteria.find(({ code }) => code === "C7");
    expect(await nameOf(vacancyId)).toMatchObject({ libraryVersion: 1 });
    must(await saveRubricOf(officer, vacancyId, {}));
    expect(await nameOf(vacancyId)).toMatchObject({ libraryVersion: 1 });
    must(await saveRubricOf(officer, vacancyId, { C7: { libraryVersion: 2 } }));
    expect(await nameOf(vacancyId)).toMatchObject({ libraryVersion: 2, name: sameWords("Patience") });
    expect(await readRubric(database(), frozen.vacancyId)).toEqual(before);
  });

  it("takes one new version of two written at once, and none of what is retired or unknown", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { code } = must(await addCriterion(officer, aCriterion()));
    const both = await Promise.all(
      [1, 2].map(() => reviseCriterion(officer, { code, revised: aRevision(1) })),
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
      await reviseCriterion(officer, { code, revised: aRevision(2) }),
    ])
      expect(answer).toMatchObject({ refusal: { code: "criterionRetired" } });
    expect(await reviseCriterion(officer, { code: "X1", revised: aRevision(1) })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("offers nothing that is retired, but leaves it to the rubrics that have it", async () => {
    const { officer, vacancyId } = await aDraft("UNSMIL", "headOfSpm", "USG");
    const { code } = must(await addCriterion(officer, aCriterion({ group: "missionNeeds" })));
    must(await saveRubricOf(officer, vacancyId, { [code]: { chosen: true, need: 1 } }));
    must(
      await retireCriterion(officer, {
        code,
        retirement: { version: 1, reason: "Replaced by another one." },
      }),
    );
    must(await saveRubricOf(officer, vacancyId, { C2: { baseWeight: 20 } }));
    expect(await codesIn(vacancyId)).toContain(code);
    must(await saveRubricOf(officer, vacancyId, { [code]: { chosen: false } }));
    expect(await codesIn(vacancyId)).not.toContain(code);
    expect(
      await saveRubricOf(officer, vacancyId, { [code]: { chosen: true, need: 1, libraryVersion: 1 } }),
    ).toMatchObject({
      refusal: { code: "rubricNotAllowed" },
    });
  });
});
