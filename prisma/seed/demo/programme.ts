import type { Actor } from "#app/access/actor.ts";
import { draftPledgeCall } from "#app/mentoring/health/draft-pledge-call.server.ts";
import { sendPledgeCall } from "#app/mentoring/health/send-pledge-call.server.ts";
import { contributeLesson } from "#app/mentoring/lesson/contribute-lesson.server.ts";
import { lessonSchema, type Review } from "#app/mentoring/lesson/lesson.ts";
import { reviewLesson } from "#app/mentoring/lesson/review-lesson.server.ts";
import { markHelpful, noteOpening } from "#app/mentoring/lesson/use-lesson.server.ts";
import { database } from "#app/platform/database.server.ts";
import type { Cast } from "./cast.ts";
import { asPerson } from "./mentoring.ts";
import { dayOn, onDay, told } from "./stage.ts";

const LESSONS = [
  {
    title: "Carry proof between the parties, not promises",
    text: "When both parties wait for the other to move first, ask each what it would take as proof, and carry that alone between them. It took three weeks of short visits; a conference would have taken a year. Keep the list of proofs short and let each side strike out one.",
    roleKindCode: "srsg",
    mandateTasks: ["politicalProcess", "ceasefire"],
  },
  {
    title: "Fix the first hundred days with the deputies before arrival",
    text: "Agree with both deputies, before you arrive, who speaks for what in the first hundred days. We wrote one page together and sent it to all sections. Nobody had to guess, and the two pillars stopped asking for separate meetings with the host authorities.",
    roleKindCode: "dsrsgPolitical",
    mandateTasks: ["stateAuthority"],
  },
  {
    title: "Patrol where people ask, and tell them what you will not do",
    text: "Communities forgave us what we had said that we could not do; they did not forgive silence. Let the local committees choose two patrol routes a month, and say in public which requests were turned down and why.",
    roleKindCode: "forceCommander",
    mandateTasks: ["protectionOfCivilians"],
  },
  {
    title: "Begin the handover a year before the mandate ends",
    text: "The drawdown was planned by those who would leave first. Put somebody in charge who stays to the last day, begin a year ahead, and let the country team own the plan from its first draft.",
    roleKindCode: "srsg",
    mandateTasks: ["transition"],
  },
] as const;

/** What the secretariat answered to each; nothing yet to the last. */
const REVIEWS: readonly (Review | null)[] = [
  { version: 0, decision: "publish", note: "" },
  { version: 0, decision: "publish", note: "" },
  { version: 0, decision: "askChanges", note: "Please say what came of it in the end." },
  null,
];

/** Pairs that have met give on what they have learned; some of it is published, read and found helpful. */
export async function giveLessonsOn(cast: Cast) {
  const pairs = await onDay(-60, () =>
    database().engagement.findMany({
      where: { sessions: { some: { state: "held" } } },
      orderBy: [{ mentee: { email: "asc" } }, { id: "asc" }],
      take: LESSONS.length,
      select: { id: true, menteeId: true, mentor: { select: { personId: true } } },
    }),
  );
  const readers: Actor[] = [];
  for (const [n, lesson] of LESSONS.entries()) {
    const pair = pairs[n];
    if (!pair) throw new Error("The demo has no pair that has met for each of its lessons");
    const [mentor, mentee] = await onDay(-55 + n, () =>
      Promise.all([asPerson(pair.mentor.personId, "mentor"), asPerson(pair.menteeId, "mentee")]),
    );
    readers.push(mentor, mentee);
    const author = n % 2 === 0 ? mentee : mentor;
    const order = { engagementId: pair.id, form: lessonSchema.parse(lesson) };
    const { lessonId } = told(await onDay(-50 + n, () => contributeLesson(author, order)));
    const review = REVIEWS[n];
    if (review) told(await onDay(-40 + n, () => reviewLesson(cast.officer, { lessonId, review })));
  }
  const published = await onDay(-30, () =>
    database().lesson.findMany({ where: { state: "published" }, select: { id: true, authorId: true } }),
  );
  for (const { id, authorId } of published) {
    for (const [n, reader] of readers.filter(({ personId }) => personId !== authorId).entries()) {
      await onDay(-29 + n, () => noteOpening(reader, id));
      if (n % 3 === 0) told(await onDay(-29 + n, () => markHelpful(reader, id)));
    }
  }
}

/** Two calls for pledges: one that states have got, one that is still worded. */
export async function callForPledges(cast: Cast) {
  const gaps = ["women", "language:fr"];
  const first = {
    gaps,
    states: ["GH", "SN", "NP"].filter((code) => cast.focalPoints.has(code)),
    answerBy: dayOn(30),
  };
  const { callId } = told(await onDay(-20, () => draftPledgeCall(cast.officer, first)));
  const texts = await onDay(-19, () =>
    database().pledgeCallAddressee.findMany({
      where: { callId },
      orderBy: { stateCode: "asc" },
      select: { stateCode: true, text: true },
    }),
  );
  const order = { callId, version: 0, answerBy: dayOn(30), texts };
  told(await onDay(-19, () => sendPledgeCall(cast.officer, order)));
  const second = { ...first, gaps: ["language:ar"], states: first.states.slice(0, 1), answerBy: dayOn(45) };
  told(await onDay(-2, () => draftPledgeCall(cast.officer, second)));
}
