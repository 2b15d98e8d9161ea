import type { Actor } from "#app/access/actor.ts";
import { acceptProposal } from "#app/mentoring/engagement/answer-proposal.server.ts";
import { orderPair } from "#app/mentoring/engagement/order-pair.server.ts";
import { publishRun } from "#app/mentoring/matching/publish-run.server.ts";
import { runMatching } from "#app/mentoring/matching/run-matching.server.ts";
import { setWeights } from "#app/mentoring/matching/set-weights.server.ts";
import { solveMatchingRun } from "#app/mentoring/matching/solve-run.server.ts";
import { stateNeed } from "#app/mentoring/need/state-need.server.ts";
import { acknowledgeCode, markOwnInduction } from "#app/mentoring/pool/brief-mentor.server.ts";
import { latestCode } from "#app/mentoring/pool/induction.queries.server.ts";
import { openMentor, updateMentor } from "#app/mentoring/pool/keep-mentor.server.ts";
import { TOPICS } from "#app/mentoring/pool/mentor.ts";
import { pledgeMentor } from "#app/mentoring/pool/pledge-mentor.server.ts";
import { giveFeedback } from "#app/mentoring/session/give-feedback.server.ts";
import { holdSession } from "#app/mentoring/session/hold-session.server.ts";
import { scheduleSession } from "#app/mentoring/session/schedule-session.server.ts";
import { database } from "#app/platform/database.server.ts";
import { INDUCTION_STEPS } from "../reference/mentor-induction.ts";
import type { Cast } from "./cast.ts";
import { agree, type DemoPair, goOn, lookBack, nameContacts } from "./pairs.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { planTogether, writeUp } from "./session-work.ts";
import { chance, dayOn, hourOn, onDay, sideBySide, told } from "./stage.ts";
import { dutyZone, homeZone } from "./zones.ts";

const MENTORS = 25;

/** Someone who acts for their own person, as mentor or mentee. */
export async function asPerson(personId: string, role: "mentor" | "mentee"): Promise<Actor> {
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
    // Former leaders do not all live at home: some are in Kathmandu, whose clocks stand at quarters of an hour.
    timeZone: n % 10 === 4 ? "Asia/Kathmandu" : homeZone(stateCode),
    topics: topicsFrom(n),
    ...{ hoursFrom: 480 + 30 * (n % 4), hoursTo: 1080 },
    blackouts: n % 5 === 0 ? [{ startsOn: dayOn(40), endsOn: dayOn(54) }] : [],
    mandateTypes: n % 3 === 0 ? (["specialPolitical"] as const) : (["peacekeeping"] as const),
    languages: [
      { code: "en", level: 3 },
      { code: "fr", level: 2 },
    ],
    wishedRoleKinds: [],
    wishedMandates: n % 4 === 0 ? (["peacekeeping"] as const) : ([] as const),
    wishedLanguages: [],
  };
  const { mandateTypes, wishedMandates } = profile;
  const lists = { mandateTypes: [...mandateTypes], wishedMandates: [...wishedMandates] };
  told(await onDay(-215 + n, () => updateMentor(mentor, { ...profile, ...lists })));
  await brief(mentor, n);
}

/** The way into the pool: a few are still on it, the others are there. */
async function brief(mentor: Actor, n: number) {
  const steps = n % 8 === 3 ? INDUCTION_STEPS.slice(0, 2) : INDUCTION_STEPS;
  const doneOn = dayOn(-214 + n);
  for (const { code: stepCode } of steps)
    told(await onDay(-214 + n, () => markOwnInduction(mentor, { stepCode, version: 1, doneOn })));
  if (steps.length < INDUCTION_STEPS.length) return;
  const { version: code } = await latestCode(database());
  told(await onDay(-213 + n, () => acknowledgeCode(mentor, { version: code })));
  const { version } = await database().mentor.findUniqueOrThrow({
    where: { personId: mentor.personId ?? "" },
  });
  told(await onDay(-213 + n, () => openMentor(mentor, { version })));
}

/** Leaders state their needs, the matching is run, most accept, and pairs meet. */
export async function meet(cast: Cast) {
  const needs = await onDay(-170, () =>
    database().mentorshipNeed.findMany({
      where: { state: "offered" },
      orderBy: [{ person: { email: "asc" } }],
      select: {
        ...{ id: true, personId: true, version: true },
        appointment: {
          select: { post: { select: { mission: { select: { hostCodes: true } } } } },
        },
      },
    }),
  );
  for (const [n, { id: needId, personId, version, appointment }] of needs.entries()) {
    const { hostCodes } = appointment.post.mission;
    if (n % 10 === 9) continue;
    const need = {
      ...{ version, topics: topicsFrom(n + 1), languages: [{ code: "en", level: 3 }] },
      ...{ timeZone: dutyZone(hostCodes), hoursFrom: 480, hoursTo: 1080 },
      ...{ wishedMentorIds: [], avoidMentorIds: [] },
    };
    told(await onDay(-170, async () => stateNeed(await asPerson(personId, "mentee"), { needId, need })));
  }
  const runId = await solved(cast, -165);
  told(await onDay(-165, () => publishRun(cast.officer, runId)));
  const proposals = await database().matchProposal.findMany({
    where: { runId },
    orderBy: { id: "asc" },
    select: { id: true, mentor: { select: { personId: true } }, need: { select: { personId: true } } },
  });
  const pairs = proposals.map(({ id, mentor, need }) => ({
    ...{ id, mentorId: mentor.personId, menteeId: need.personId },
  }));
  await nameContacts(cast);
  await sideBySide(pairs.map((pair, n) => () => answer(cast, pair, n)));
}

/** A run as its job leaves it: a draft. */
async function solved(cast: Cast, day: number): Promise<string> {
  const { runId } = told(await onDay(day, () => runMatching(cast.officer)));
  await onDay(day, () => solveMatchingRun(runId));
  return runId;
}

/** Lately the secretariat has changed the weights and ruled a pair out; what comes of it lies there as a draft. */
export async function matchAnew(cast: Cast) {
  const weights = { role: 20, mission: 20, needs: 30, language: 10, hours: 10, preferences: 10 };
  const reason =
    "Leaders said after a year that a mentor who knows their topic helped more than one of the same post.";
  told(await onDay(-20, () => setWeights(cast.officer, { weights, reason })));
  const open = await database().matchProposal.findFirst({
    where: { state: "proposed", menteeAcceptedAt: null },
    orderBy: { id: "asc" },
    select: { needId: true },
  });
  const mentor = await database().mentor.findFirst({
    where: { state: "available", proposals: { none: { needId: open?.needId ?? "" } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (!open || !mentor) return;
  const order = { needId: open.needId, mentorId: mentor.id, kind: "forbid" as const };
  const because = "Both serve on the board of one foundation.";
  told(await onDay(-19, () => orderPair(cast.officer, { ...order, reason: because })));
  await solved(cast, -1);
}

async function answer(
  cast: Cast,
  pair: { readonly id: string; readonly mentorId: string; readonly menteeId: string },
  n: number,
) {
  const mentor = await asPerson(pair.mentorId, "mentor");
  const mentee = await asPerson(pair.menteeId, "mentee");
  const proposalId = pair.id;
  told(await onDay(-160, () => acceptProposal(mentor, { proposalId })));
  if (n >= 15) return;
  const { engagementId } = told(await onDay(-158, () => acceptProposal(mentee, { proposalId })));
  if (!engagementId) return;
  const atWork = { engagementId, mentor, mentee, n };
  await agree(atWork);
  await sessions(engagementId, mentor, mentee, n);
  await lookBack(atWork);
  await plan(atWork);
  await goOn(cast, atWork);
  await planTogether(atWork, n);
}

/** The sessions of a pair: some held, with feedback, and one to come. */
async function sessions(engagementId: string, mentor: Actor, mentee: Actor, n: number) {
  for (let k = 0; k < 1 + (n % 3); k += 1) {
    const day = -140 + k * 40 + n;
    const session = { startsAt: hourOn(day, 12 + (n % 4)), durationMinutes: 60, channel: "video" as const };
    const { sessionId } = told(
      await onDay(day - 5, () => scheduleSession(mentor, { engagementId, session })),
    );
    told(
      await onDay(day + 1, () => holdSession(mentor, { sessionId, outcome: "held", heldMinutes: 55 + n })),
    );
    if (k === 0 && n < 4) await writeUp({ engagementId, mentor, mentee }, sessionId, day);
    for (const side of [mentor, mentee]) {
      const usefulness = ([2, 3, 4] as const)[chance.nextBelow(3)] ?? 3;
      const feedback = { usefulness, comment: "" };
      told(await onDay(day + 2, () => giveFeedback(side, { sessionId, feedback })));
    }
  }
}

/** Two of three have a session to come. */
async function plan({ engagementId, mentee, n }: DemoPair) {
  if (n % 3 === 0) return;
  const session = { startsAt: hourOn(7 + n, 13), durationMinutes: 60, channel: "video" as const };
  told(await onDay(-1, () => scheduleSession(mentee, { engagementId, session })));
}
