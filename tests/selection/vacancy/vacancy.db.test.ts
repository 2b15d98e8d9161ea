import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { enterIncumbent } from "#app/selection/needs/enter-incumbent.server.ts";
import { readMission } from "#app/selection/needs/mission.queries.server.ts";
import { setNeeds } from "#app/selection/needs/set-needs.server.ts";
import { WHOLE } from "#app/selection/rubric/criterion-weight.ts";
import { draftVacancy } from "#app/selection/vacancy/draft-vacancy.server.ts";
import {
  listCandidacies,
  listDraftablePosts,
  readVacancy,
} from "#app/selection/vacancy/vacancy.queries.server.ts";
import { vacancyTasks } from "#app/selection/vacancy/vacancy-tasks.queries.server.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import {
  aDraft,
  aNomination,
  anOpenCall,
  aPost,
  inDays,
  someCall,
  someDraft,
  someNeeds,
} from "#tests/support/selection-story.ts";

const eventsOf = (subjectId: string) =>
  database().recordEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });

describe("a draft", () => {
  it("takes its weights from the mission's needs and says what is required", async () => {
    const { vacancyId, postId } = await aDraft("MINUSCA");
    const vacancy = await readVacancy({ userId: null }, vacancyId);
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
    const { callId } = must(await draftCall(officer, { draft: someCall([vacancyId]) }));
    const early = await publishCall(officer, { callId });
    expect(early).toMatchObject({ ok: false, refusal: { code: "needsNewerThanDraft" } });
    expect(await database().vacancy.count({ where: { id: vacancyId, state: "draft" } })).toBe(1);
    const again = must(await draftVacancy(officer, someDraft(postId)));
    expect(again.vacancyId).toBe(vacancyId);
    must(await publishCall(officer, { callId }));
  });

  it("is refused without needs, for a post that has a vacancy, and to anybody but the secretariat", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { postId } = await aPost(officer, "UNDOF", "forceCommander", "ASG");
    expect(await draftVacancy(officer, someDraft(postId))).toMatchObject({
      refusal: { code: "needsMissing" },
    });
    const { postId: taken } = await anOpenCall("UNIFIL");
    expect(await draftVacancy(officer, someDraft(taken))).toMatchObject({
      refusal: { code: "postHasVacancy" },
    });
    const auditor = await anAccount("auditor", "Auditor");
    expect(await draftVacancy(auditor, someDraft(postId))).toMatchObject({
      refusal: { code: "notPermitted" },
    });
  });

  it("is one, however often two people draft at once", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { postId, missionId } = await aPost(officer, "UNFICYP");
    must(await setNeeds(officer, { missionId, basedOn: 0, needs: someNeeds() }));
    await Promise.all([draftVacancy(officer, someDraft(postId)), draftVacancy(officer, someDraft(postId))]);
    expect(await database().vacancy.count({ where: { postId } })).toBe(1);
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
    const mission = await readMission(officer, "UNMOGIP");
    expect(mission?.posts[0]?.incumbents[0]).toMatchObject({ familyName: "Berg", endsOn: day(60) });
  });
});

describe("the pages of a vacancy", () => {
  it("ask the same number of statements for one candidacy as for six", async () => {
    const { vacancyId } = await anOpenCall("UNSMIL", "headOfSpm", "USG");
    const ask = () =>
      countQueries(() =>
        Promise.all([
          readVacancy({ userId: null }, vacancyId),
          listCandidacies({ userId: null }, { vacancyId, page: 1 }),
        ]),
      );
    await aNomination(vacancyId, "GH");
    const one = await ask();
    for (const state of ["NP", "UY", "FI", "SN", "JO"]) await aNomination(vacancyId, state);
    const six = await ask();
    expect(six.value[1].candidacies).toHaveLength(6);
    expect(six.queries).toBe(one.queries);
    expect(six.queries).toBeLessThanOrEqual(20);
  });
});
