import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { readCall, readPublishedRubric } from "#app/selection/call/call.queries.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { beginRubricChange, discardRubricChange } from "#app/selection/rubric/begin-rubric-change.server.ts";
import { readRubricChange } from "#app/selection/rubric/rubric-change.queries.server.ts";
import { rubricHash } from "#app/selection/rubric/rubric-hash.ts";
import { readRubricVersions } from "#app/selection/rubric/rubric-versions.queries.server.ts";
import { readWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { must } from "#tests/support/must.ts";
import {
  anInterviewPanel,
  anOpenPanel,
  aReport,
  aRevealedPanel,
  aSheet,
} from "#tests/support/panel-story.ts";
import {
  CHANGE_REASON,
  changeRubric,
  draftChange,
  draftChangeInWorkshop,
  publishChange,
  rubricInForce,
} from "#tests/support/rubric-change-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { anOpenCall } from "#tests/support/selection-story.ts";

describe("a published rubric that is changed", () => {
  it("is drafted beside the one in force, which stays in force until the other is published", async () => {
    const { officer, vacancyId } = await anOpenPanel();
    const before = await rubricInForce(vacancyId);
    const { rubricId, version } = await draftChange(officer, vacancyId);
    expect(await rubricInForce(vacancyId)).toEqual(before);
    expect(must(await beginRubricChange(officer, { vacancyId }))).toEqual({ rubricId });
    const page = await readRubricChange(officer, before.id);
    expect(page?.next).toEqual({ id: rubricId, version });
    must(await discardRubricChange(officer, { vacancyId }));
    expect(await readWorkshop(database(), rubricId)).toBeNull();
    expect(await discardRubricChange(officer, { vacancyId })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("is published with its own hash; both are readable, comparable and named to everybody with the reason", async () => {
    const { officer, vacancyId } = await anOpenCall();
    const before = await rubricInForce(vacancyId);
    const { rubricId, version } = await draftChangeInWorkshop(officer, vacancyId);
    expect((await readRubricChange(officer, rubricId))?.comparison?.changed).not.toEqual([]);
    const { callId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
    const writer = (await anAccount("focalPoint", "Writer")).userId ?? "";
    const by = { createdById: writer, updatedById: writer };
    await database().nomineeDraft.create({ data: { callId: callId ?? "", content: {}, ...by } });
    must(await publishChange(officer, vacancyId, version, CHANGE_REASON, ""));
    const { email } = await database().user.findUniqueOrThrow({ where: { id: writer } });
    const told = await database().outgoingMail.findMany({
      where: { dedupeKey: { startsWith: "rubricChanged:", endsWith: email } },
    });
    expect(told).toHaveLength(1);
    const after = await rubricInForce(vacancyId);
    expect(after.id).toBe(rubricId);
    expect(after.hash).not.toBe(before.hash);
    const vacancy = await database().vacancy.findUniqueOrThrow({
      where: { id: vacancyId },
      select: { callId: true, reference: true },
    });
    const shown = (await readCall(vacancy.callId ?? "")).vacancies.find(({ id }) => id === vacancyId);
    expect(shown?.rubric.hash).toBe(after.hash);
    expect(shown?.rubricChanges).toMatchObject([
      { hashBefore: before.hash, hashAfter: after.hash, reason: CHANGE_REASON },
    ]);
    for (const hash of [before.hash, after.hash]) {
      const text = await readPublishedRubric(null, vacancy.reference, hash);
      expect(text && rubricHash(text)).toBe(hash);
    }
    const compared = await readRubricVersions(officer, { rubricId, before: 1, after: version, page: 1 });
    expect(compared?.compared.contents.every(Boolean)).toBe(true);
    expect(
      await readRubricVersions(officer, { rubricId: before.id, before: null, after: null, page: 1 }),
    ).toMatchObject({
      owner: { standing: "former", draft: false },
    });
    const events = await database().recordEvent.findMany({
      where: { subjectId: vacancyId, kind: "rubric.changed" },
    });
    expect(events).toHaveLength(1);
  });

  it("tells members and candidates, each once", async () => {
    const story = await anOpenPanel();
    await changeRubric(story);
    const { id } = await database().rubricChange.findFirstOrThrow({ where: { vacancyId: story.vacancyId } });
    const told = await database().outgoingMail.findMany({
      where: { dedupeKey: { contains: id } },
      select: { dedupeKey: true },
    });
    const to = (kind: string) => told.filter(({ dedupeKey }) => dedupeKey?.startsWith(kind)).length;
    expect(to("scoringReopened")).toBe(story.members.length);
    expect(to("rubricChanged")).toBe(story.candidacyIds.length);
  });
});

describe("a change of a published rubric is refused", () => {
  it("to everybody but the secretariat", async () => {
    const { vacancyId, chair, officer } = await anOpenPanel();
    const { version } = await draftChange(officer, vacancyId);
    const auditor = await anAccount("auditor", "Auditor");
    for (const other of [chair, auditor]) {
      expect(await beginRubricChange(other, { vacancyId })).toMatchObject({
        refusal: { code: "notPermitted" },
      });
      expect(await publishChange(other, vacancyId, version)).toMatchObject({
        refusal: { code: "notPermitted" },
      });
      expect(await discardRubricChange(other, { vacancyId })).toMatchObject({
        refusal: { code: "notPermitted" },
      });
    }
    const { id } = await rubricInForce(vacancyId);
    expect(await readRubricChange(chair, id)).toBeNull();
    expect(await readRubricChange(auditor, id)).not.toBeNull();
  });

  it("without a reason, without a day, without a difference", async () => {
    const { vacancyId, officer } = await anOpenPanel();
    const { rubricId } = must(await beginRubricChange(officer, { vacancyId }));
    const { version } = await database().rubric.findUniqueOrThrow({ where: { id: rubricId } });
    const refusedBy = async (answer: ReturnType<typeof publishChange>) => {
      const given = await answer;
      return given.ok ? null : given.refusal.code;
    };
    expect(await refusedBy(publishChange(officer, vacancyId, version))).toBe("rubricUnchanged");
    const changed = await draftChange(officer, vacancyId);
    expect(await refusedBy(publishChange(officer, vacancyId, changed.version, "Too short"))).toBe(
      "rubricChangeReason",
    );
    expect(await refusedBy(publishChange(officer, vacancyId, changed.version, CHANGE_REASON, ""))).toBe(
      "rubricDueOn",
    );
    expect(await refusedBy(publishChange(officer, vacancyId, version - 1))).toBe("rubricChangedMeanwhile");
  });

  it("once a member has signed the report", async () => {
    const story = await aReport();
    const { officer, vacancyId, panelId, reportId, chair } = story;
    const { version } = await draftChange(officer, vacancyId);
    must(await signReport(chair, { panelId, reportId, dissent: null }));
    expect(await publishChange(officer, vacancyId, version)).toMatchObject({
      refusal: { code: "rubricReportSigned" },
    });
    expect(await beginRubricChange(officer, { vacancyId })).toMatchObject({
      refusal: { code: "rubricReportSigned" },
    });
  });

  it("where it would leave an interview nothing to judge", async () => {
    const { officer, vacancyId } = await anInterviewPanel();
    const { rubricId, version } = await draftChange(officer, vacancyId);
    await database().criterion.updateMany({ where: { rubricId }, data: { stage: "desk" } });
    expect(await publishChange(officer, vacancyId, version)).toMatchObject({
      refusal: { code: "rubricWithoutInterview" },
    });
  });

  it("by the database itself where it is not replaced but changed", async () => {
    const { vacancyId } = await anOpenPanel();
    const { id } = await rubricInForce(vacancyId);
    await expect(database().rubric.update({ where: { id }, data: { levels: 7 } })).rejects.toThrow(/frozen/);
  });
});

describe("at once", () => {
  it("two officers publish: one change is made", async () => {
    const story = await aRevealedPanel();
    const { version } = await draftChange(story.officer, story.vacancyId);
    const other = await anAccount("secretariat", "Other");
    const answers = await Promise.all([
      publishChange(story.officer, story.vacancyId, version),
      publishChange(other, story.vacancyId, version),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().rubricChange.count({ where: { vacancyId: story.vacancyId } })).toBe(1);
  });

  it("members submit while it is published: no sheet under the rubric before is left standing", async () => {
    const story = await anOpenPanel();
    const { panelId, vacancyId, officer } = story;
    const { version } = await draftChange(officer, vacancyId);
    const submit = (member: Actor, candidacyId: string) =>
      submitScoreSheet(member, { panelId, candidacyId, sheet: aSheet(story, [3]) });
    const [published] = await Promise.all([
      publishChange(officer, vacancyId, version),
      ...story.members.flatMap((member) => story.candidacyIds.map((id) => submit(member, id))),
    ]);
    must(published ?? { ok: false, refusal: { code: "none", params: {} } });
    const standing = await database().scoreEntry.count({
      where: { criterionId: { in: [...story.criterionIds] }, sheet: { supersededById: null } },
    });
    expect(standing).toBe(0);
  });
});
