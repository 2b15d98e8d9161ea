import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { listEvents } from "#app/record/record.queries.server.ts";
import { casesOf, findCase, papersOf } from "#app/selection/candidate/record-case.queries.server.ts";
import { aScreenedCandidacy } from "#tests/support/candidacy-story.ts";
import { aGlobalCall, aPoolNomination } from "#tests/support/pool-story.ts";
import { countQueries } from "#tests/support/query-count.ts";

const eventsAbout = async (asked: string) => {
  const about = await findCase(asked);
  return about ? (await listEvents(1, papersOf(about))).events : null;
};
const kindsAbout = async (asked: string) => new Set((await eventsAbout(asked))?.map(({ kind }) => kind));

describe("the record of a case", () => {
  it("of a vacancy has its call, its lists and every candidacy; of a candidacy its own papers; of another nothing", async () => {
    const story = await aScreenedCandidacy("MINUSCA");
    const other = await aScreenedCandidacy("UNMISS");
    const { reference } = await database().vacancy.findUniqueOrThrow({ where: { id: story.vacancyId } });
    const ofVacancy = await kindsAbout(reference);
    for (const kind of ["call.published", "list.submitted", "nomination.submitted", "candidacy.consented"])
      expect(ofVacancy).toContain(kind);
    const ofCandidacy = await kindsAbout(story.candidacyId);
    expect(ofCandidacy).toContain("candidacy.consented");
    expect(ofCandidacy).toContain("nomination.submitted");
    expect(ofCandidacy).not.toContain("call.published");
    const subjects = (await eventsAbout(reference))?.map(({ subjectId }) => subjectId) ?? [];
    for (const foreign of [other.vacancyId, other.candidacyId, other.nominationId])
      expect(subjects).not.toContain(foreign);
    const cases = await casesOf(subjects);
    expect(cases.get(story.candidacyId)).toMatchObject({ reference, candidacyId: story.candidacyId });
    expect(cases.get(story.nominationId)).toMatchObject({ candidacyId: story.candidacyId });
    expect(cases.get(story.callId)).toMatchObject({ candidacyId: null, reference });
    expect(JSON.stringify([...cases.values()])).not.toContain(story.nomination.familyName);
  });

  it("of a call for the cadre has the nominations by it, which are of no vacancy", async () => {
    const { callId, reference } = await aGlobalCall();
    const { nominationId } = await aPoolNomination(callId);
    expect(await kindsAbout(reference)).toContain("nomination.submitted");
    expect((await casesOf([nominationId, "no-uuid", randomUUID()])).get(nominationId)).toMatchObject({
      ...{ vacancyId: null, candidacyId: null, reference },
    });
  });

  it("that there is not is said not to be there", async () => {
    expect(await findCase(randomUUID())).toBeNull();
    expect(await findCase("V-1900-001'; --")).toBeNull();
  });

  it("takes few statements, however many events there are", async () => {
    const story = await aScreenedCandidacy("MONUSCO");
    const counted = await countQueries(async () => {
      const about = await findCase(story.candidacyId);
      const { events } = await listEvents(1, about && papersOf(about));
      return casesOf(events.map(({ subjectId }) => subjectId));
    });
    expect(counted.queries).toBeLessThanOrEqual(8);
    expect(counted.value.size).toBeGreaterThan(1);
  });
});
