import { expect, it } from "vitest";
import { loadMatchFacts } from "#app/mentoring/matching/match-facts.queries.server.ts";
import { stateNeed } from "#app/mentoring/need/state-need.server.ts";
import { TOPICS } from "#app/mentoring/pool/mentor.ts";
import { offerMentorship } from "#app/mentoring/pool/offer-mentorship.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { changeConsent } from "#app/selection/candidate/change-consent.server.ts";
import { aConsentedCandidacy, asCandidate } from "#tests/support/candidacy-story.ts";
import { aNeedStated } from "#tests/support/mentoring-story.ts";
import { must } from "#tests/support/must.ts";

/** Somebody appointed from a case in which they did not agree to be matched with a mentor, and offered one. */
async function anOffer() {
  const nominated = await aConsentedCandidacy("MINUSCA", { consentMentoring: false });
  const { candidacyId, personId } = nominated;
  const candidate = asCandidate(nominated);
  const { post } = await database()
    .candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { vacancy: { select: { post: true } } },
    })
    .then(({ vacancy }) => vacancy);
  const { id: appointmentId } = await database().appointment.create({
    data: {
      ...{ postId: post.id, personId, candidacyId },
      ...{ startsOn: new Date("2027-01-15"), endsOn: new Date("2029-01-15") },
    },
  });
  const { needId } = await inTransaction((tx) =>
    offerMentorship(tx, candidate, { appointmentId, personId, startsOn: "2027-01-15" }),
  );
  return { candidacyId, candidate, leader: { ...candidate, role: "mentee" as const }, needId };
}

const matchedNeeds = async () =>
  (await loadMatchFacts(database(), "2027-01-15", [])).input.facts.mentees.map(({ id }) => id);
const agreed = (candidacyId: string) =>
  database().consent.findUniqueOrThrow({
    where: { candidacyId_purpose: { candidacyId, purpose: "mentoring" } },
    select: { given: true },
  });

it("a leader who states needs agrees to be matched, is matched, and no longer once that is taken back", async () => {
  const { candidacyId, candidate, leader, needId } = await anOffer();
  expect(await agreed(candidacyId)).toEqual({ given: false });
  expect(await matchedNeeds()).not.toContain(needId);
  const need = aNeedStated({ topics: [TOPICS[0]] });
  must(await stateNeed(leader, { needId, need }));
  expect(await agreed(candidacyId)).toEqual({ given: true });
  expect(await matchedNeeds()).toContain(needId);
  must(await stateNeed(leader, { needId, need: { ...need, version: 1 } }));
  const history = { candidacyId, purpose: "mentoring" as const, given: true };
  expect(await database().consentChange.count({ where: history })).toBe(1);
  const events = { subjectId: candidacyId, kind: "consent.changed" };
  expect(await database().recordEvent.count({ where: events })).toBe(1);
  must(await changeConsent(candidate, { candidacyId, change: { purpose: "mentoring", given: false } }));
  expect(await matchedNeeds()).not.toContain(needId);
});
