import type { Actor } from "#app/access/actor.ts";
import { acceptProposal } from "#app/mentoring/answer-proposal.server.ts";
import { giveFeedback } from "#app/mentoring/give-feedback.server.ts";
import { holdSession } from "#app/mentoring/hold-session.server.ts";
import { updateMentor } from "#app/mentoring/keep-mentor.server.ts";
import { TOPICS } from "#app/mentoring/mentor.ts";
import { pledgeMentor } from "#app/mentoring/pledge-mentor.server.ts";
import { runMatching } from "#app/mentoring/run-matching.server.ts";
import { scheduleSession } from "#app/mentoring/schedule-session.server.ts";
import { stateNeed } from "#app/mentoring/state-need.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { Cast } from "./cast.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { chance, dayOn, hourOn, onDay, sideBySide, told } from "./stage.ts";

const MENTORS = 25;

/** Someone who acts for their own person, as mentor or mentee. */
async function asPerson(personId: string, role: "mentor" | "mentee"): Promise<Actor> {
  const person = await database().person.findUniqueOrThrow({ where: { id: personId } });
  return {
    userId: person.userId,
    personId,
    name: `${person.givenName} ${person.familyName}`,
    role,
    stateCode: null,
    roles: [{ role, stateCode: null }],
    locale: "en",
    timeZone: "UTC",
  };
}

const topicsFrom = (n: number) => [0, 3, 5].map((step) => TOPICS[(n + step) % TOPICS.length] ?? "crisis");

/** States pledge former leaders; all but a few confirm what they can give. */
export const pledgeMentors = (cast: Cast) =>
  sideBySide(Array.from({ length: MENTORS }, (_, n) => () => pledge(cast, n)));

async function pledge(cast: Cast, n: number) {
  const stateCode = DEMO_STATES[(n * 7) % DEMO_STATES.length] ?? "GH";
  const focalPoint = cast.focalPoints.get(stateCode);
  if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
  const offer = {
    capacity: 1 + (n % 2),
    weeklyHours: 2,
    availableFrom: dayOn(-300),
    availableTo: dayOn(900),
    biography: "Invented for the demonstration: led a mission's component through a change of mandate.",
  };
  const order = {
    ...offer,
    ...inventedPerson(600 + n, n % 2 === 0 ? "woman" : "man"),
    nationality: stateCode,
    roleKindCode: ["srsg", "forceCommander", "dsrsgPolitical", "headOfSpm"][n % 4] ?? "srsg",
    startYear: 2006,
    endYear: 2014,
  };
  const { mentorId } = told(await onDay(-220 + n, () => pledgeMentor(focalPoint, order)));
  if (n % 8 === 7) return;
  const { personId, version } = await database().mentor.findUniqueOrThrow({ where: { id: mentorId } });
  const mentor = await asPerson(personId, "mentor");
  const profile = {
    ...offer,
    version,
    timeZone: "UTC",
    topics: topicsFrom(n),
    mandateTypes: n % 3 === 0 ? (["specialPolitical"] as const) : (["peacekeeping"] as const),
    languages: [
      { code: "en", level: 3 },
      { code: "fr", level: 2 },
    ],
  };
  told(
    await onDay(-215 + n, () =>
      updateMentor(mentor, { ...profile, mandateTypes: [...profile.mandateTypes] }),
    ),
  );
}

/** Leaders state their needs, the matching is run, most accept, and pairs meet. */
export async function meet(cast: Cast) {
  const needs = await onDay(-170, () =>
    database().mentorshipNeed.findMany({
      where: { state: "offered" },
      orderBy: [{ person: { email: "asc" } }],
      select: { id: true, personId: true, version: true },
    }),
  );
  for (const [n, { id: needId, personId, version }] of needs.entries()) {
    if (n % 10 === 9) continue;
    const need = { version, topics: topicsFrom(n + 1), languages: ["en"], avoidMentorIds: [] };
    told(await onDay(-170, async () => stateNeed(await asPerson(personId, "mentee"), { needId, need })));
  }
  const { runId } = told(await onDay(-165, () => runMatching(cast.officer)));
  const proposals = await database().matchProposal.findMany({
    where: { runId },
    orderBy: { id: "asc" },
    select: { id: true, mentor: { select: { personId: true } }, need: { select: { personId: true } } },
  });
  const pairs = proposals.map(({ id, mentor, need }) => ({
    ...{ id, mentorId: mentor.personId, menteeId: need.personId },
  }));
  await sideBySide(pairs.map((pair, n) => () => answer(pair, n)));
}

async function answer(
  pair: { readonly id: string; readonly mentorId: string; readonly menteeId: string },
  n: number,
) {
  const mentor = await asPerson(pair.mentorId, "mentor");
  const mentee = await asPerson(pair.menteeId, "mentee");
  const proposalId = pair.id;
  told(await onDay(-160, () => acceptProposal(mentor, { proposalId })));
  if (n >= 15) return;
  const { engagementId } = told(await onDay(-158, () => acceptProposal(mentee, { proposalId })));
  if (engagementId) await sessions(engagementId, mentor, mentee, n);
}

/** The sessions of a pair: some held, with feedback, and one to come. */
async function sessions(engagementId: string, mentor: Actor, mentee: Actor, n: number) {
  for (let k = 0; k < 1 + (n % 3); k += 1) {
    const day = -140 + k * 40 + n;
    const session = { startsAt: hourOn(day, 12 + (n % 4)), durationMinutes: 60, channel: "video" as const };
    const { sessionId } = told(
      await onDay(day - 5, () => scheduleSession(mentor, { engagementId, session })),
    );
    told(await onDay(day + 1, () => holdSession(mentor, { sessionId, outcome: "held" })));
    for (const side of [mentor, mentee]) {
      const usefulness = ([2, 3, 4] as const)[chance.nextBelow(3)] ?? 3;
      const feedback = { usefulness, comment: "" };
      told(await onDay(day + 2, () => giveFeedback(side, { sessionId, feedback })));
    }
  }
  if (n % 3 === 0) return;
  const session = { startsAt: hourOn(7 + n, 13), durationMinutes: 60, channel: "video" as const };
  told(await onDay(-1, () => scheduleSession(mentee, { engagementId, session })));
}
