import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { openGates } from "#app/selection/clearance/open-gates.server.ts";
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { requirementsOf } from "./requirement.ts";
import { screeningBar } from "./screener.ts";
import { findingsOf, type ScreeningForm, sheetRefusal } from "./screening.ts";
import { reasonsIn } from "./screening-reasons.ts";
import { type Conclusion, conclude, joinFindings, type SheetFacts } from "./screening-rule.ts";
import { tellScreened, wantThirdScreener } from "./tell-screening.server.ts";

interface Order {
  readonly candidacyId: string;
  readonly form: ScreeningForm;
}

/**
 * A screener's own finding on a candidacy, requirement by requirement, made without sight of another's. The second
 * that agrees with the first concludes the screening; where they disagree a third is asked. Whoever is screened in goes
 * before the panel, and the gates open; whoever is not is told why, with advice.
 */
export function recordScreening(actor: Actor, order: Order): Promise<Result<Conclusion>> {
  return inTransaction((tx) => submit(tx, actor, order), "Serializable");
}

async function submit(
  tx: Transaction,
  actor: Actor,
  { candidacyId, form }: Order,
): Promise<Result<Conclusion>> {
  if (!can(actor, "screening.record") || actor.userId === null) return refuse("notPermitted");
  const candidacy = await loadCandidacy(tx, candidacyId, actor.userId);
  if (!candidacy || candidacy.conflicts.length > 0) return refuse("notFound");
  const { person, nomination, state, vacancy, version } = candidacy;
  const bar = screeningBar(actor, { candidateUserId: person.userId, ...nomination });
  if (bar) return { ok: false, refusal: bar };
  const before = candidacy.screeningSheets.map(factsOf);
  if (before.some(({ screenerId }) => screenerId === actor.userId)) return refuse("alreadyScreened");
  if (state !== "consented") return refuse("wrongState", { state });
  if (vacancy.state !== "screening") return refuse("callStillOpen");
  if (version !== form.version) return refuse("changedMeanwhile");
  if (candidacy.fileRequests.some(({ answeredAt, dueAt }) => answeredAt === null && dueAt > now()))
    return refuse("answersAwaited");
  const unanswered = candidacy.fileRequests.some(({ answeredAt }) => answeredAt === null);
  const refusal = sheetRefusal(form, requirementsOf(vacancy.requirements), unanswered);
  if (refusal) return { ok: false, refusal };
  // Taken first, so that of two screeners who submit at once one waits for the other and sees that sheet.
  const held = await tx.candidacy.updateMany({
    where: { id: candidacyId, state, version },
    data: { updatedAt: now() },
  });
  if (held.count !== 1) return refuse("changedMeanwhile");
  const sheet = { screenerId: actor.userId, ...form };
  await keepSheet(tx, actor, candidacy, sheet);
  const sheets = [...before, sheet];
  const conclusion = conclude(sheets);
  if (conclusion.kind === "concluded") return settle(tx, actor, candidacy, sheets, conclusion);
  if (conclusion.for === "third") {
    await appendEvent(tx, actor, {
      kind: "screening.disagreed",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId: candidacy.vacancyId, round: candidacy.screeningRound },
    });
    await wantThirdScreener(tx, candidacy);
  }
  return ok(conclusion);
}

const loadCandidacy = (tx: Transaction, id: string, screenerId: string) =>
  tx.candidacy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      vacancyId: true,
      nominationId: true,
      screeningRound: true,
      nomination: { select: { nominatedById: true, stateCode: true } },
      person: {
        select: {
          userId: true,
          givenName: true,
          familyName: true,
          email: true,
          user: { select: { locale: true } },
        },
      },
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      screeningSheets: { where: { supersededAt: null }, orderBy: { seat: "asc" } },
      fileRequests: { select: { answeredAt: true, dueAt: true } },
      conflicts: { where: { member: { userId: screenerId } }, select: { id: true } },
    },
  });
/** A case as it is screened. */
export type ScreenedCandidacy = NonNullable<Awaited<ReturnType<typeof loadCandidacy>>>;

const factsOf = (sheet: ScreenedCandidacy["screeningSheets"][number]): SheetFacts => ({
  screenerId: sheet.screenerId,
  passed: sheet.passed,
  reasons: reasonsIn(sheet.reasonCodes),
  findings: findingsOf(sheet.findings),
});

/** The sheet, and in the record that there is one: what it says stays sealed until the screening is concluded. */
async function keepSheet(
  tx: Transaction,
  actor: Actor,
  candidacy: ScreenedCandidacy,
  sheet: SheetFacts & { readonly note: string },
) {
  const { id: candidacyId, vacancyId, screeningRound: round } = candidacy;
  const seat = candidacy.screeningSheets.length + 1;
  const { screenerId, passed, note } = sheet;
  const [findings, reasonCodes] = [[...sheet.findings], sheet.passed ? [] : [...sheet.reasons]];
  await tx.screeningSheet.create({
    data: { candidacyId, round, seat, screenerId, passed, findings, reasonCodes, note, submittedAt: now() },
  });
  await appendEvent(tx, actor, {
    kind: "screening.submitted",
    subject: { type: "candidacy", id: candidacyId },
    facts: { vacancyId, round, seat },
    committed: { passed, reasonCodes, findings, note },
  });
}

async function settle(
  tx: Transaction,
  actor: Actor,
  candidacy: ScreenedCandidacy,
  sheets: readonly (SheetFacts & { readonly note?: string })[],
  conclusion: Extract<Conclusion, { kind: "concluded" }>,
): Promise<Result<Conclusion>> {
  const { id: candidacyId, state, version, vacancyId, vacancy } = candidacy;
  const { passed, basis } = conclusion;
  const reasonCodes = [...conclusion.reasons];
  const screeners = sheets.filter((sheet) => sheet.passed === passed).length;
  const facts = { vacancyState: vacancy.state, screeners, reasons: reasonCodes.length };
  const next = take(candidacyTransitions[passed ? "screenIn" : "screenOut"], state, facts);
  if (!next.ok) return next;
  const moved = await tx.candidacy.updateMany({
    where: { id: candidacyId, state, version },
    data: { state: next.value, version: { increment: 1 } },
  });
  if (moved.count !== 1) return refuse("changedMeanwhile");
  const findings = [...joinFindings(sheets)];
  const screenedById = actor.userId ?? "";
  await tx.screening.create({
    data: { candidacyId, screenedById, basis, passed, findings, reasonCodes, note: "", createdAt: now() },
  });
  await appendEvent(tx, actor, {
    kind: "screening.recorded",
    subject: { type: "candidacy", id: candidacyId },
    facts: { vacancyId, passed, basis, reasonCodes, screenerIds: sheets.map(({ screenerId }) => screenerId) },
    committed: { findings },
  });
  if (passed) await openGates(tx, actor, { candidacyId, candidateUserId: candidacy.person.userId });
  await tellScreened(tx, candidacy, conclusion.reasons);
  return ok(conclusion);
}
