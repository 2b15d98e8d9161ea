import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readCall } from "#app/selection/call.queries.server.ts";
import { closeCall } from "#app/selection/close-call.server.ts";
import { WHOLE } from "#app/selection/criterion-weight.ts";
import { draftVacancy } from "#app/selection/draft-vacancy.server.ts";
import { enterIncumbent } from "#app/selection/enter-incumbent.server.ts";
import { readMission } from "#app/selection/mission.queries.server.ts";
import { publishVacancy } from "#app/selection/publish-vacancy.server.ts";
import { rubricHash } from "#app/selection/rubric-hash.ts";
import { setNeeds } from "#app/selection/set-needs.server.ts";
import { listCandidacies, listDraftablePosts, readVacancy } from "#app/selection/vacancy.queries.server.ts";
import { vacancyTasks } from "#app/selection/vacancy-tasks.queries.server.ts";
import { must } from "../support/must.ts";
import { countQueries } from "../support/query-count.ts";
import { anAccount } from "../support/screened-vacancy.ts";
import {
  aDraft,
  aNomination,
  anOpenCall,
  aPost,
  inDays,
  someDates,
  someDraft,
  someNeeds,
} from "../support/selection-story.ts";

const eventsOf = (subjectId: string) =>
  database().recordEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });

describe("a draft", () => {
  it("takes its weights from the mission's needs and says what is required", async () => {
    const { vacancyId, postId } = await aDraft("MINUSCA");
    const vacancy = await readVacancy(vacancyId);
    const criteria = vacancy?.rubric.criteria ?? [];
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(WHOLE);
    expect(criteria.find(({ code }) => code === "C1")?.need).toBe(3);
    expect(vacancy?.rubric.hash).toBeNull();
    expect(vacancy?.reference).toMatch(/^\d{4}-MINUSCA-srsg$/);
    expect(vacancy?.requirements).toContainEqual({ kind: "notHostNational", states: ["CF"] });
    const [event] = await eventsOf(vacancyId);
    expect(event?.kind).toBe("vacancy.drafted");
    expect((await listDraftablePosts()).map(({ id }) => id)).toContain(postId);
  });

  it("is drafted again on newer needs, and cannot be published on older ones", async () => {
    const { officer, missionId, postId, vacancyId } = await aDraft("UNMISS");
    const needs = { ...someNeeds(), phase: "drawdown" as const };
    must(await setNeeds(officer, { missionId, basedOn: 1, needs }));
    const early = await publishVacancy(officer, { vacancyId, dates: someDates() });
    expect(early).toMatchObject({ ok: false, refusal: { code: "needsNewerThanDraft" } });
    const again = must(await draftVacancy(officer, someDraft(postId)));
    expect(again.vacancyId).toBe(vacancyId);
    must(await publishVacancy(officer, { vacancyId, dates: someDates() }));
  });

  it("is refused without needs, for a post that has a vacancy, and to anybody but the secretariat", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { postId } = await aPost(officer, "UNDOF", "forceCommander", "ASG");
    expect(await draftVacancy(officer, someDraft(postId))).toMatchObject({
      refusal: { code: "needsMissing" },
    });
    const { postId: taken, vacancyId } = await anOpenCall("UNIFIL");
    expect(await draftVacancy(officer, someDraft(taken))).toMatchObject({
      refusal: { code: "postHasVacancy" },
    });
    const auditor = await anAccount("auditor", "Auditor");
    expect(await draftVacancy(auditor, someDraft(postId))).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    expect(await publishVacancy(auditor, { vacancyId, dates: someDates() })).toMatchObject({ ok: false });
  });

  it("is one, however often two people draft at once", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { postId, missionId } = await aPost(officer, "UNFICYP");
    must(await setNeeds(officer, { missionId, basedOn: 0, needs: someNeeds() }));
    await Promise.all([draftVacancy(officer, someDraft(postId)), draftVacancy(officer, someDraft(postId))]);
    expect(await database().vacancy.count({ where: { postId } })).toBe(1);
  });
});

describe("a call", () => {
  it("freezes the rubric and shows the hash of what anybody can take", async () => {
    const { reference, vacancyId } = await anOpenCall("MONUSCO");
    const call = await readCall(reference);
    if (!call) throw new Error("the call is not public");
    expect(call.open).toBe(true);
    expect(call.rubric.hash).toBe(rubricHash(call.rubric.criteria, call.rubric.levels));
    const published = (await eventsOf(vacancyId)).find(({ kind }) => kind === "vacancy.published");
    expect(published?.canonical).toContain(call.rubric.hash);
    const criterion = database().criterion.updateMany({
      where: { rubric: { vacancyId } },
      data: { weight: 1 },
    });
    await expect(criterion).rejects.toThrow();
  });

  it("is published once, with a closing time far enough ahead", async () => {
    const { officer, vacancyId } = await aDraft("UNISFA");
    const soon = await publishVacancy(officer, { vacancyId, dates: someDates(2) });
    expect(soon).toMatchObject({ refusal: { code: "callTooShort", field: "closesAt" } });
    const past = await publishVacancy(officer, { vacancyId, dates: someDates(-2) });
    expect(past).toMatchObject({ refusal: { code: "closingTimePast" } });
    const dates = someDates();
    const both = await Promise.all([
      publishVacancy(officer, { vacancyId, dates }),
      publishVacancy(officer, { vacancyId, dates }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is not public as a draft", async () => {
    const { vacancyId } = await aDraft("UNAMA", "headOfSpm");
    const { reference } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
    expect(await readCall(reference)).toBeNull();
  });

  it("closes early only for a reason and only with nominations, and is due when its hour has passed", async () => {
    const { officer, vacancyId } = await anOpenCall("UNMIK");
    const close = (reason: string) => closeCall(officer, { vacancyId, reason });
    expect(await close("")).toMatchObject({ refusal: { code: "noNominations" } });
    await aNomination(vacancyId);
    expect(await close("")).toMatchObject({ refusal: { code: "earlyCloseReason", field: "reason" } });
    expect((await vacancyTasks(officer)).map(({ id }) => id)).not.toContain(`closeCall:${vacancyId}`);
    await database().vacancy.update({ where: { id: vacancyId }, data: { closesAt: inDays(-1) } });
    expect((await vacancyTasks(officer)).map(({ id }) => id)).toContain(`closeCall:${vacancyId}`);
    must(await close(""));
    expect(await close("")).toMatchObject({ refusal: { code: "wrongState" } });
    const closed = (await eventsOf(vacancyId)).find(({ kind }) => kind === "call.closed");
    expect(closed?.canonical).toContain('"nominations":1');
  });
});

describe("a post", () => {
  it("is there once, at a level of its kind", async () => {
    const officer = await anAccount("secretariat", "Officer");
    await aPost(officer, "UNTSO", "srsg", "ASG");
    await expect(aPost(officer, "UNTSO", "srsg", "ASG")).rejects.toThrow("postThere");
    await expect(aPost(officer, "UNTSO", "forceCommander", "USG")).rejects.toThrow("levelNotOfRole");
  });

  it("has one holder at a time, and its holder's term calls for a successor", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { postId } = await aPost(officer, "UNMOGIP", "forceCommander", "D-2");
    const day = (days: number) => inDays(days).toISOString().slice(0, 10);
    const incumbent = {
      givenName: "Olav",
      familyName: "Berg",
      email: "olav.berg@example.org",
      gender: "man" as const,
      nationality: "NO",
      startsOn: day(-300),
      endsOn: day(60),
      acting: false,
      offerMentor: true,
    };
    must(await enterIncumbent(officer, { postId, incumbent }));
    const again = await enterIncumbent(officer, {
      postId,
      incumbent: { ...incumbent, email: "o@example.org" },
    });
    expect(again).toMatchObject({ refusal: { code: "postStillHeld" } });
    expect(await database().mentorshipNeed.count({ where: { person: { email: incumbent.email } } })).toBe(1);
    expect((await vacancyTasks(officer)).map(({ id }) => id)).toContain(`draft:${postId}`);
    const mission = await readMission("UNMOGIP");
    expect(mission?.posts[0]?.incumbents[0]).toMatchObject({ familyName: "Berg", endsOn: day(60) });
  });
});

describe("the pages of a vacancy", () => {
  it("ask the same number of statements for one candidacy as for six", async () => {
    const { vacancyId, reference } = await anOpenCall("UNSMIL", "headOfSpm", "USG");
    const ask = () =>
      countQueries(() => Promise.all([readVacancy(vacancyId), listCandidacies({ vacancyId, page: 1 })]));
    await aNomination(vacancyId, "GH");
    const one = await ask();
    for (const state of ["NP", "UY", "FI", "SN", "JO"]) await aNomination(vacancyId, state);
    const six = await ask();
    expect(six.value[1].candidacies).toHaveLength(6);
    expect(six.queries).toBe(one.queries);
    expect(six.queries).toBeLessThanOrEqual(20);
    expect((await countQueries(() => readCall(reference))).queries).toBeLessThanOrEqual(12);
  });
});
