import { settle } from "#app/platform/background.server.ts";
import { disconnectDatabase } from "#app/platform/database.server.ts";
import { SAMPLE_CASES } from "#app/selection/sheet/sample-cases.ts";
import { approachMembers, fillCadre } from "./demo/cadre.ts";
import { callCertainStates, callForCadre, restateNeeds, tellOfChanges } from "./demo/calls.ts";
import { openCast } from "./demo/cast.ts";
import { keepCompacts } from "./demo/compacts.ts";
import { holdCourses } from "./demo/courses.ts";
import { leaveDrafts } from "./demo/drafts.ts";
import { nominateForCadre } from "./demo/global-call.ts";
import { matchAnew, meet, pledgeMentors } from "./demo/mentoring.ts";
import { fillMissions } from "./demo/missions.ts";
import { draftFor, mergeNominatedTwice, nominateTwice, openCall } from "./demo/nominations.ts";
import { addOwnDocument, beginOwnNomination, sendSheet } from "./demo/own-doings.ts";
import { arrangeInterviews, calibrate, conclude, report, score, seatPanel } from "./demo/panels.ts";
import { pledgeAndDeliver } from "./demo/pledges.ts";
import { callForPledges, giveLessonsOn } from "./demo/programme.ts";
import { reportOnYears } from "./demo/reports.ts";
import { addToLibrary, tailorRubric } from "./demo/rubrics.ts";
import { onDay, sideBySide } from "./demo/stage.ts";
import { takeFigures } from "./demo/uniformed.ts";
import { referWithOneAnswer, screenCall, screenHalf } from "./demo/vetting.ts";

const cast = await onDay(-400, openCast);
const posts = await fillMissions(cast.officer);
const postOf = (key: string) => {
  const postId = posts.get(key);
  if (!postId) throw new Error(`The demo has no post ${key}`);
  return postId;
};

/** Two cases walked to their end, one whose decision waits; then one in scoring, one in interviews, one that scores without names, one that calibrates, one in screening, one call that is open. */
const CASES = [
  { key: "UNMIK srsg", opens: -340, closes: -310, nominees: 13, from: 0, seats: [1, 2, 3, 4], decided: -240 },
  {
    key: "MONUSCO srsg",
    opens: -290,
    closes: -262,
    nominees: 13,
    from: 13,
    seats: [2, 1, 5, 3],
    decided: -195,
  },
  {
    key: "UNMISS dsrsgRcHc",
    opens: -120,
    closes: -90,
    nominees: 12,
    from: 26,
    seats: [3, 2, 4, 1],
    decided: null,
  },
] as const;

async function tellCase({ key, opens, closes, nominees, from, seats, decided }: (typeof CASES)[number]) {
  const [acronym = "", roleKindCode = ""] = key.split(" ");
  const call = await openCall(cast, { acronym, postId: postOf(key), opens, closes, nominees, from });
  const judged = await screenCall(cast, call, { closes, cleared: true });
  const { vacancyId } = call;
  const day = closes + 18;
  const conflict = decided === null;
  const work = await seatPanel(cast, { vacancyId, judged, seats, day, due: day + 20, conflict });
  await score(work, day + 12);
  const reported = await report(cast, work, day + 22);
  if (decided !== null) await conclude(cast, reported, { day: decided, chosen: 1, roleKindCode });
}

async function tellScoring() {
  const scoring = { acronym: "MINUSCA", postId: postOf("MINUSCA forceCommander"), opens: -70, closes: -40 };
  const inScoring = await openCall(cast, { ...scoring, nominees: 12, from: 38 });
  const judged = await screenCall(cast, inScoring, { closes: -40, cleared: false });
  const seats = [0, 1, 2, 3];
  const { vacancyId } = inScoring;
  const panel = { vacancyId, judged, seats, day: -20, due: 12, conflict: true };
  const work = await seatPanel(cast, panel);
  await referWithOneAnswer(cast, judged, -11);
  await score(work, -6, judged.length * 2 + 1);
}

async function tellInterviews() {
  const plan = { acronym: "MONUSCO", postId: postOf("MONUSCO forceCommander"), opens: -100, closes: -72 };
  const called = await openCall(cast, { ...plan, nominees: 6, from: 120 });
  const judged = await screenCall(cast, called, { closes: -72, cleared: false });
  const { vacancyId } = called;
  const panel = { vacancyId, judged, seats: [0, 1, 2, 3], day: -50, due: -25, conflict: false };
  const work = await seatPanel(cast, { ...panel, interview: true });
  await score(work, -30, undefined, { round: "desk", interview: true });
  const heard = await arrangeInterviews(cast, work, -22, -4);
  await score(heard, -1, 8, { round: "interview", interview: true });
}

/** A panel that knows its candidates by letters, after a calibration; and one that is at its calibration. */
async function tellBlind() {
  const plan = { acronym: "UNISFA", postId: postOf("UNISFA forceCommander"), opens: -80, closes: -52 };
  const called = await openCall(cast, { ...plan, nominees: 5, from: 130 });
  const judged = await screenCall(cast, called, { closes: -52, cleared: false });
  const { vacancyId } = called;
  const panel = { vacancyId, judged, seats: [2, 1, 3, 4], day: -30, due: 9, conflict: false };
  const [sample = null] = SAMPLE_CASES;
  const work = await seatPanel(cast, { ...panel, blind: true, sample });
  await calibrate(work, -20, work.members.length);
  await score(work, -8, 7);
}

async function tellCalibration() {
  const plan = { acronym: "UNMISS", postId: postOf("UNMISS forceCommander"), opens: -60, closes: -34 };
  const called = await openCall(cast, { ...plan, nominees: 4, from: 140 });
  const judged = await screenCall(cast, called, { closes: -34, cleared: false });
  const { vacancyId } = called;
  const panel = { vacancyId, judged, seats: [0, 1, 2, 3], day: -14, due: 20, conflict: false };
  const work = await seatPanel(cast, { ...panel, interview: true, sample: SAMPLE_CASES[1] ?? null });
  await calibrate({ ...work, members: work.members.slice(1) }, -5, 2);
}

async function tellScreening() {
  const plan = { acronym: "MINURSO", postId: postOf("MINURSO srsg"), opens: -45, closes: -12 };
  const inScreening = await openCall(cast, { ...plan, nominees: 9, from: 62 });
  await screenHalf(cast, inScreening, -12);
}

const open = {
  acronym: "UNFICYP",
  postId: postOf("UNFICYP srsg"),
  opens: -12,
  closes: 24,
  nominees: 10,
  from: 50,
};

await sideBySide<unknown>([
  ...CASES.map((plan) => () => tellCase(plan)),
  tellScoring,
  tellInterviews,
  tellBlind,
  tellCalibration,
  tellScreening,
  async () => {
    const { callId, nominees } = await openCall(cast, open);
    const [first] = nominees;
    if (!first) throw new Error("The demo has no nominee of the open call");
    await sideBySide([
      () => addOwnDocument(first),
      () => tellOfChanges(cast, callId),
      () => leaveDrafts(cast, callId, 90),
      () => nominateTwice(cast, open, callId),
      () => mergeNominatedTwice(cast, open, callId),
    ]);
  },
  async () => {
    const { callId } = await callForCadre(cast);
    await sideBySide<unknown>([
      () => nominateForCadre(cast, callId),
      () => leaveDrafts(cast, callId, 100),
      () => beginOwnNomination(callId),
      () => sendSheet(cast, callId),
    ]);
  },
  () => callCertainStates(cast, "UNAMA", postOf("UNAMA headOfSpm")),
  () => restateNeeds(cast),
  async () => {
    await addToLibrary(cast);
    const vacancyId = await draftFor(cast, { acronym: "UNSMIL", postId: postOf("UNSMIL headOfSpm") }, -2);
    await tailorRubric(cast, vacancyId);
  },
  async () => {
    await pledgeMentors(cast);
    await sideBySide([() => meet(cast), () => giveLessonsOn(cast), () => callForPledges(cast)]);
    await matchAnew(cast);
  },
  () => fillCadre(cast),
  () => takeFigures(cast),
  () => holdCourses(cast),
  () => pledgeAndDeliver(cast),
  () => keepCompacts(cast),
]);
await approachMembers(cast, postOf("UNFICYP srsg"));
await reportOnYears(cast);
await settle();
await disconnectDatabase();
