import type { Actor } from "#app/access/actor.ts";
import { admitCandidate } from "#app/cadre/admit-candidate.server.ts";
import { database } from "#app/platform/database.server.ts";
import { createReport } from "#app/selection/create-report.server.ts";
import { declareConflicts } from "#app/selection/declare-conflicts.server.ts";
import { appoint } from "#app/selection/make-appointment.server.ts";
import { decide } from "#app/selection/make-decision.server.ts";
import { openPanel } from "#app/selection/open-panel.server.ts";
import { recordClearance } from "#app/selection/record-clearance.server.ts";
import { revealSheets } from "#app/selection/reveal-sheets.server.ts";
import { setPanel } from "#app/selection/set-panel.server.ts";
import { signReport } from "#app/selection/sign-report.server.ts";
import { submitScoreSheet } from "#app/selection/submit-score-sheet.server.ts";
import { writeFinding } from "#app/selection/write-finding.server.ts";
import type { Cast, Panellist } from "./cast.ts";
import { type Nominee, quality } from "./nominations.ts";
import { chance, dayOn, onDay, told } from "./stage.ts";

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
  }: {
    readonly vacancyId: string;
    readonly judged: readonly Nominee[];
    /** Which panellists, the chair first. */
    readonly seats: readonly number[];
    readonly day: number;
    readonly due: number;
    readonly conflict: boolean;
  },
): Promise<AtWork> {
  const members = seats.flatMap((seat) => cast.panellists[seat] ?? []);
  const [chair] = members;
  if (!chair) throw new Error("The demo's panel has no chair");
  const panel = {
    version: 0,
    scoringDueOn: dayOn(due),
    exceptionReason: "",
    members: members.map(({ actor, gender, nationality }, n) => ({
      userId: actor.userId ?? "",
      gender,
      nationality,
      external: n !== 1,
      chair: n === 0,
    })),
  };
  const { panelId } = told(await onDay(day, () => setPanel(cast.officer, { vacancyId, panel })));
  told(await onDay(day + 1, () => openPanel(cast.officer, { vacancyId })));
  const [actor, candidacyId] = [members[2]?.actor, judged.at(-1)?.candidacyId];
  const recusal = conflict && actor && candidacyId ? { actor, candidacyId } : null;
  for (const { actor } of members) {
    const declarations = judged.map(({ candidacyId }) =>
      recusal?.actor === actor && recusal.candidacyId === candidacyId
        ? { candidacyId, answer: "conflict" as const, kind: "workedTogether" as const, note: CONFLICT }
        : { candidacyId, answer: "none" as const, note: "" },
    );
    told(await onDay(day + 2, () => declareConflicts(actor, { panelId, declarations })));
  }
  return { vacancyId, panelId, members, chair: chair.actor, judged, recusal };
}

const CONFLICT = "Invented for the demonstration: we ran the same field office from 2014 to 2016.";

const EVIDENCE = "Invented for the demonstration: the file shows it in the talks of 2019 and again in 2022.";

/** Lets members submit their sheets: all of them, or so many of all that are owed. */
export async function score(work: AtWork, day: number, sheets = Number.POSITIVE_INFINITY) {
  const criteria = await database().criterion.findMany({
    where: { rubric: { vacancyId: work.vacancyId } },
    orderBy: { position: "asc" },
    select: { id: true },
  });
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
      }));
      const order = { panelId: work.panelId, candidacyId, sheet: { version: 0, entries } };
      told(await onDay(day, () => submitScoreSheet(actor, order)));
    }
  }
}

/** Reveals the sheets, writes findings by their means, and signs the report. */
export async function report({ vetting }: Cast, work: AtWork, day: number) {
  const { panelId, chair, vacancyId } = work;
  told(await onDay(day, () => revealSheets(chair, { panelId })));
  const ranked = await meansOf(work);
  for (const [place, candidacyId] of ranked.entries()) {
    const outcome = place < 3 ? "recommended" : place < ranked.length - 2 ? "suitable" : "notRecommended";
    const text =
      "Invented for the demonstration: the panel finds the record in mediation borne out by the file and by every member's evidence.";
    const finding = { version: 0, outcome, text } as const;
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
  told(await onDay(day, () => decide(cast.decisionMaker, { vacancyId, candidacyId, reasons })));
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
