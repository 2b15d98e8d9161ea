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
import { chance, dayOn, momentOf, onDay, told } from "./stage.ts";

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
export async function pledgeMentors(cast: Cast) {
  for (let n = 0; n < MENTORS; n += 1) {
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
    const pledge = {
      ...offer,
      ...inventedPerson(600 + n, n % 2 === 0 ? "woman" : "man"),
      nationality: stateCode,
      roleKindCode: ["srsg", "forceCommander", "dsrsgPolitical", "headOfSpm"][n % 4] ?? "srsg",
      startYear: 2006,
      endYear: 2014,
    };
    const { mentorId } = told(await onDay(-220 + n, () => pledgeMentor(focalPoint, pledge)));
    if (n % 8 === 7) continue;
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
}

/** Leaders state their needs, the matching is run, most accept, and pairs meet. */
export async function meet(cast: Cast) {
  const needs = await database().mentorshipNeed.findMany({
    where: { state: "offered" },
    orderBy: [{ person: { email: "asc" } }],
    select: { id: true, personId: true, version: true },
  });
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
  for (const [n, { id: proposalId, mentor, need }] of proposals.entries()) {
    const [giver, taker] = [
      await asPerson(mentor.personId, "mentor"),
      await asPerson(need.personId, "mentee"),
    ];
    told(await onDay(-160, () => acceptProposal(giver, { proposalId })));
    if (n >= 15) continue;
    const { engagementId } = told(await onDay(-158, () => acceptProposal(taker, { proposalId })));
    if (engagementId) await sessions(engagementId, giver, taker, n);
  }
}

/** The sessions of a pair: some held, with feedback, and one to come. */
async function sessions(engagementId: string, mentor: Actor, mentee: Actor, n: number) {
  for (let k = 0; k < 1 + (n % 3); k += 1) {
    const day = -140 + k * 40 + n;
    const session = { startsAt: momentOf(day), durationMinutes: 60, channel: "video" as const };
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
  const session = { startsAt: momentOf(7 + n), durationMinutes: 60, channel: "video" as const };
  told(await onDay(-1, () => scheduleSession(mentee, { engagementId, session })));
}
