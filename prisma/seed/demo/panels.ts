import type { Actor } from "#app/access/actor.ts";
import { admitCandidate } from "#app/cadre/admit-candidate.server.ts";
import { database } from "#app/platform/database.server.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { readDeclaration } from "#app/selection/conflict/conflict.queries.server.ts";
import { declareConflicts } from "#app/selection/conflict/declare-conflicts.server.ts";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { appoint } from "#app/selection/decision/make-appointment.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { sendLetter } from "#app/selection/decision/send-letter.server.ts";
import { arrangeInterview } from "#app/selection/interview/arrange-interview.server.ts";
import { chooseQuestions } from "#app/selection/interview/keep-questions.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { setShortlist } from "#app/selection/interview/set-shortlist.server.ts";
import { openPanel } from "#app/selection/panel/open-panel.server.ts";
import { PANEL_FIELDS } from "#app/selection/panel/panel-composition.ts";
import { criteriaOf, type SheetStage } from "#app/selection/panel/phase.ts";
import { planPhases } from "#app/selection/panel/plan-phases.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { departs, type FindingOutcome, type WrittenFinding } from "#app/selection/report/finding.ts";
import { readFindingFacts } from "#app/selection/report/finding-facts.queries.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import type { SampleCase } from "#app/selection/sheet/calibration.ts";
import { agreeLevels, openDesk } from "#app/selection/sheet/lead-calibration.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { setSample } from "#app/selection/sheet/set-sample.server.ts";
import { CONFIDENCES } from "#app/selection/sheet/sheet-entry.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { submitSample } from "#app/selection/sheet/write-sample-sheet.server.ts";
import type { Cast, Panellist } from "./cast.ts";
import { giveFeedback } from "./feedback.ts";
import { type Nominee, quality } from "./nominations.ts";
import { replaceRubric } from "./rubrics.ts";
import { chance, dayOn, hourOn, onDay, told } from "./stage.ts";

/** A panel at work on a call. */
export interface AtWork {
  readonly vacancyId: string;
  readonly panelId: string;
  readonly members: readonly Panellist[];
  readonly chair: Actor;
  readonly judged: readonly Nominee[];
  /** Who declared a conflict, and with which candidacy: they are recused from it. */
  readonly recusal: { readonly actor: Actor; readonly candidacyId: string } | null;
}

/** Sets a panel up, opens it, and lets its members declare; with `conflict`, the third of them one with the last candidate. */
export async function seatPanel(
  cast: Cast,
  {
    vacancyId,
    judged,
    seats,
    day,
    due,
    conflict,
    interview = false,
    blind = false,
    sample = null,
  }: {
    readonly vacancyId: string;
    readonly judged: readonly Nominee[];
    /** Which panellists, the chair first. */
    readonly seats: readonly number[];
    readonly day: number;
    readonly due: number;
    readonly conflict: boolean;
    readonly interview?: boolean;
    readonly blind?: boolean;
    /** The invented case that is scored first. */
    readonly sample?: SampleCase | null;
  },
): Promise<AtWork> {
  const members = seats.flatMap((seat) => cast.panellists[seat] ?? []);
  const [chair] = members;
  if (!chair) throw new Error("The demo's panel has no chair");
  const panel = {
    version: 0,
    scoringDueOn: dayOn(due),
    exceptions: [],
    interview,
    blind,
    calibrates: sample !== null,
    noSampleReason: sample
      ? ""
      : "Invented for the demonstration: the same members calibrated on a case last month.",
    members: members.map(({ actor, gender, nationality }, n) => ({
      userId: actor.userId ?? "",
      gender,
      nationality,
      external: n !== 1,
      chair: n === 0,
      level: "USG" as const,
      field: PANEL_FIELDS[n] ?? ("humanRights" as const),
    })),
  };
  const { panelId } = told(await onDay(day, () => setPanel(cast.officer, { vacancyId, panel })));
  if (sample) await chooseSample(cast, panelId, sample, day);
  told(await onDay(day + 1, () => openPanel(cast.officer, { vacancyId })));
  const [actor, candidacyId] = [members[2]?.actor, judged.at(-1)?.candidacyId];
  const recusal = conflict && actor && candidacyId ? { actor, candidacyId } : null;
  for (const { actor } of members) {
    // On a blind panel names stand under numbers of their own where conflicts are declared.
    const asked = blind ? ((await readDeclaration(actor, panelId))?.candidacies ?? []) : judged;
    const declarations = asked.map(({ candidacyId }) =>
      recusal?.actor === actor && recusal.candidacyId === candidacyId
        ? { candidacyId, answer: "conflict" as const, kind: "workedTogether" as const, note: CONFLICT }
        : { candidacyId, answer: "none" as const, note: "" },
    );
    told(await onDay(day + 2, () => declareConflicts(actor, { panelId, declarations })));
  }
  return { vacancyId, panelId, members, chair: chair.actor, judged, recusal };
}

const chooseSample = async ({ officer }: Cast, panelId: string, { title, text }: SampleCase, day: number) => {
  const sample = { version: 0, titleEn: title.en, titleFr: title.fr, textEn: text.en, textFr: text.fr };
  told(await onDay(day, () => setSample(officer, { panelId, sample })));
};

/** Lets so many members score the sample case; with all of them, the chair writes what was agreed and opens the desk. */
export async function calibrate({ panelId, vacancyId, members, chair }: AtWork, day: number, sheets: number) {
  const rubric = await database().criterion.findMany({
    where: { rubric: { vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true, stage: true },
  });
  const { interview } = await database().panel.findUniqueOrThrow({ where: { id: panelId } });
  const criteria = criteriaOf(rubric, "desk", { interview });
  for (const [m, { actor }] of members.slice(0, sheets).entries()) {
    const entries = criteria.map(({ id }, k) => ({
      criterionId: id,
      level: 2 + ((k + m) % 3 === 0 ? 1 : 0) + (m === 1 && k % 4 === 0 ? 1 : 0),
      notObserved: false,
      evidence: SAMPLE_EVIDENCE,
      confidence: null,
    }));
    told(await onDay(day, () => submitSample(actor, { panelId, sheet: { version: 0, entries } })));
  }
  if (sheets < members.length) return;
  const notes = criteria.map(({ id }) => ({ criterionId: id, text: AGREED }));
  told(await onDay(day + 1, () => agreeLevels(chair, { panelId, agreement: { version: 1, notes } })));
  told(await onDay(day + 1, () => openDesk(chair, { panelId })));
}

const SAMPLE_EVIDENCE = "Invented for the demonstration: the file tells of it once, and of no result.";
const AGREED =
  "Invented for the demonstration: level 3 takes two posts in which a result was borne out from outside.";

const CONFLICT = "Invented for the demonstration: we ran the same field office from 2014 to 2016.";

const EVIDENCE = "Invented for the demonstration: the file shows it in the talks of 2019 and again in 2022.";

/** Lets members submit their sheets: all of them, or so many of all that are owed. */
export async function score(
  work: AtWork,
  day: number,
  sheets = Number.POSITIVE_INFINITY,
  plan: { readonly round: SheetStage; readonly interview: boolean } = { round: "desk", interview: false },
) {
  const rubric = await database().criterion.findMany({
    where: { rubric: { vacancyId: work.vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true, stage: true },
  });
  const criteria = criteriaOf(rubric, plan.round, plan);
  let left = sheets;
  for (const { candidacyId } of work.judged) {
    const worth = 1.4 + 2.4 * quality();
    for (const [m, { actor }] of work.members.entries()) {
      if (left <= 0) return;
      if (work.recusal?.actor === actor && work.recusal.candidacyId === candidacyId) continue;
      left -= 1;
      const entries = criteria.map(({ id }) => ({
        criterionId: id,
        level: Math.min(4, Math.max(1, Math.round(worth - 0.2 * (m % 2) + chance.next() - 0.5))),
        notObserved: false,
        evidence: EVIDENCE,
        confidence: CONFIDENCES[m % CONFIDENCES.length] ?? null,
      }));
      const order = { panelId: work.panelId, candidacyId, sheet: { version: 0, entries } };
      told(await onDay(day, () => submitScoreSheet(actor, order)));
    }
  }
}

/**
 * The desk sheets are compared and somebody is passed over; then the rubric is changed, since a criterion was read in
 * different ways. What was scored and said until then is set aside.
 */
export async function changeRubric(cast: Cast, { panelId, vacancyId, chair, judged }: AtWork, day: number) {
  told(await onDay(day - 2, () => revealSheets(chair, { panelId })));
  const passedOver = judged.slice(-1).map(({ candidacyId }) => ({ candidacyId, reason: PASSED_OVER }));
  const shortlist = { version: 0, balanceReason: BALANCE, passedOver };
  told(await onDay(day - 1, () => setShortlist(chair, { panelId, shortlist })));
  await replaceRubric(cast, vacancyId, { day, dueOn: dayOn(day + 16) });
}

/** Reveals the desk sheets, passes over the last candidate, chooses the questions, sets an interview with each of the others, and opens them. */
export async function arrangeInterviews(cast: Cast, work: AtWork, day: number, first: number) {
  const { panelId, chair } = work;
  told(await onDay(day, () => revealSheets(chair, { panelId })));
  const judged = work.judged.slice(0, -1);
  const passedOver = work.judged.slice(-1).map(({ candidacyId }) => ({ candidacyId, reason: PASSED_OVER }));
  const shortlist = { version: 0, balanceReason: BALANCE, passedOver };
  told(await onDay(day, () => setShortlist(chair, { panelId, shortlist })));
  const bank = await database().interviewQuestion.findMany({
    orderBy: { id: "asc" },
    distinct: ["criterionCode"],
    select: { id: true },
  });
  const questions = bank.map(({ id }) => id);
  told(await onDay(day + 1, () => chooseQuestions(cast.officer, { panelId, questions })));
  for (const [n, { candidacyId }] of judged.entries()) {
    const interview = {
      ...{ version: 0, durationMinutes: 60, channel: "video" as const, timeZone: "Africa/Nairobi" },
      startsAt: hourOn(first + 2 * n, 12),
      place: "https://meet.example.org/invented-for-the-demonstration",
    };
    told(await onDay(day + 1, () => arrangeInterview(cast.officer, { panelId, candidacyId, interview })));
  }
  const days = { opensOn: dayOn(first), closesOn: dayOn(first + 14) };
  const plan = {
    version: (await database().panel.findUniqueOrThrow({ where: { id: panelId } })).version,
    reason: "",
    days: [
      { phase: "interview" as const, ...days },
      { phase: "revealed" as const, opensOn: dayOn(first + 15), closesOn: dayOn(first + 24) },
    ],
  };
  told(await onDay(day + 1, () => planPhases(cast.officer, { panelId, plan })));
  told(await onDay(day + 2, () => openPanelInterviews(chair, { panelId })));
  return { ...work, judged };
}

const PASSED_OVER =
  "Invented for the demonstration: the file shows no command above a battalion, and no member found it satisfactory.";
const BALANCE = "Invented for the demonstration: the desk sheets led there.";

/** Reveals the sheets, writes findings by their means, and signs the report. */
export async function report({ vetting }: Cast, work: AtWork, day: number) {
  const { panelId, chair, vacancyId } = work;
  told(await onDay(day, () => revealSheets(chair, { panelId })));
  const ranked = await meansOf(work);
  for (const [place, candidacyId] of ranked.entries()) {
    const outcome = place < 3 ? "recommended" : place < ranked.length - 2 ? "suitable" : "notRecommended";
    const finding = await findingOf(work, candidacyId, outcome);
    told(await onDay(day + 1, () => writeFinding(chair, { panelId, candidacyId, finding })));
  }
  const balanceReason = "Invented for the demonstration: the evidence led there.";
  const { reportId } = told(await onDay(day + 2, () => createReport(chair, { panelId, balanceReason })));
  for (const { actor } of work.members) {
    told(await onDay(day + 3, () => signReport(actor, { panelId, reportId, dissent: null })));
  }
  await consultHost(vetting, ranked.slice(0, 3), day + 6);
  return { vacancyId, ranked };
}

const FOUND =
  "Invented for the demonstration: the panel finds the record in mediation borne out by the file and by every member's evidence.";
const FOUND_ON_ONE = "Invented for the demonstration: the file and the members' evidence bear it out.";
const MODERATED =
  "Invented for the demonstration: on reading the file together the panel agreed that the minimum is met.";

const WHY = {
  recommended: ["fitsMission", "provenRecord"],
  suitable: ["othersStronger"],
  notRecommended: ["experienceToCome"],
} as const;

/** What the panel finds: on each criterion its members' median, raised to the minimum for those it recommends. */
async function findingOf(
  work: AtWork,
  candidacyId: string,
  outcome: FindingOutcome,
): Promise<WrittenFinding> {
  const { criteria } = await readFindingFacts(database(), { vacancyId: work.vacancyId, candidacyId });
  return {
    version: 0,
    outcome,
    reasonCodes: [...WHY[outcome]],
    text: FOUND,
    criteria: criteria.map(({ id, marks, minimumLevel }) => {
      const median = marks.toSorted((a, b) => a - b)[Math.floor(marks.length / 2)] ?? 1;
      const level = outcome === "recommended" ? Math.max(median, minimumLevel ?? 1) : median;
      const reason = departs(level, marks) ? MODERATED : "";
      return { criterionId: id, level, notObserved: false, text: FOUND_ON_ONE, reason };
    }),
  };
}

/** The host State is consulted on those recommended, and has no objection. */
async function consultHost(vetting: Actor, recommended: readonly string[], day: number) {
  const gates = await database().clearance.findMany({
    where: { candidacyId: { in: [...recommended] }, kind: "hostState" },
    orderBy: { candidacyId: "asc" },
    select: { id: true, version: true },
  });
  for (const { id: clearanceId, version } of gates) {
    const answer = { version, outcome: "clear" as const, validUntil: dayOn(day + 720) };
    const record = { clearanceId, answer: { ...answer, receivedOn: null, note: "" } };
    told(await onDay(day, () => recordClearance(vetting, record)));
  }
}

async function meansOf(work: AtWork): Promise<readonly string[]> {
  const entries = await database().scoreEntry.findMany({
    where: { sheet: { candidacyId: { in: work.judged.map(({ candidacyId }) => candidacyId) } } },
    select: { level: true, sheet: { select: { candidacyId: true } } },
  });
  const marks = new Map<string, number[]>();
  for (const { level, sheet } of entries)
    marks.set(sheet.candidacyId, [...(marks.get(sheet.candidacyId) ?? []), level ?? 0]);
  // Who has a member recused has fewer marks, not lower ones.
  const mean = (levels: readonly number[]) => levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return [...marks].sort(([, a], [, b]) => mean(b) - mean(a)).map(([candidacyId]) => candidacyId);
}

/** The officer reads and sends the letters, the selected's first; the last so many wait. */
async function sendLetters(officer: Actor, vacancyId: string, day: number, waiting: number) {
  const letters = await database().letter.findMany({
    where: { vacancyId, state: "awaitingReview" },
    orderBy: [{ outcome: "asc" }, { audience: "asc" }, { id: "asc" }],
    select: { id: true, version: true, subject: true, body: true },
  });
  for (const { id: letterId, ...text } of letters.slice(0, letters.length - waiting))
    told(await onDay(day, () => sendLetter(officer, { letterId, ...text })));
}

/** What the choice wants beside its reasons, as the page of the decision says. */
async function groundsOf(decisionMaker: Actor, vacancyId: string, candidacyId: string) {
  const page = await readDecision(decisionMaker, vacancyId);
  const needed = page?.candidates.find((one) => one.candidacyId === candidacyId)?.grounds;
  return {
    tieBreak: needed && needed.tiedWith.length > 0 ? TIE_BREAK : "",
    departure: needed && needed.passedOver.length > 0 ? DEPARTURE : "",
  };
}

const TIE_BREAK =
  "Invented for the demonstration: of equal marks, the one who has led a transition in the host country's language.";
const DEPARTURE =
  "Invented for the demonstration: the mission's next year is a drawdown, which the chosen alone has led before.";

/** Decides for one of the recommended, appoints, and admits the suitable to the cadre. */
export async function conclude(
  cast: Cast,
  { vacancyId, ranked }: { readonly vacancyId: string; readonly ranked: readonly string[] },
  {
    day,
    chosen,
    roleKindCode,
  }: { readonly day: number; readonly chosen: number; readonly roleKindCode: string },
) {
  const candidacyId = ranked[chosen] ?? "";
  const reasons =
    "Invented for the demonstration: of those recommended, the one whose record fits the transition of this mission best.";
  const grounds = await groundsOf(cast.decisionMaker, vacancyId, candidacyId);
  told(await onDay(day, () => decide(cast.decisionMaker, { vacancyId, candidacyId, reasons, ...grounds })));
  await sendLetters(cast.officer, vacancyId, day + 2, day > -200 ? 2 : 0);
  await giveFeedback(cast.officer, vacancyId, day + 4);
  const term = { startsOn: dayOn(day + 30), endsOn: dayOn(day + 760) };
  told(await onDay(day + 5, () => appoint(cast.officer, { vacancyId, ...term })));
  for (const other of ranked.filter((id) => id !== candidacyId).slice(0, -2)) {
    const finding = {
      roleKindCode,
      level: "now" as const,
      evidence: "Invented for the demonstration: found suitable by a panel.",
    };
    const admitted = await onDay(day + 10, () =>
      admitCandidate(cast.officer, { candidacyId: other, finding }),
    );
    if (!admitted.ok && admitted.refusal.code !== "noCadreConsent") told(admitted);
  }
}
