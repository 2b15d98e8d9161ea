import { database } from "#app/platform/database.server.ts";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { answerReference } from "#app/selection/clearance/answer-reference.server.ts";
import { askReferee, referenceToken } from "#app/selection/clearance/ask-referee.server.ts";
import { recordClearance } from "#app/selection/clearance/record-clearance.server.ts";
import { askCandidate } from "#app/selection/screening/ask-candidate.server.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import {
  type CandidateFacts,
  judgeRequirement,
  requirementKey,
} from "#app/selection/screening/requirements.ts";
import type { ScreeningForm } from "#app/selection/screening/screening.ts";
import { suggestedReasons } from "#app/selection/screening/screening-reasons.ts";
import type { Cast } from "./cast.ts";
import type { Nominee } from "./nominations.ts";
import { inventedPerson } from "./people.ts";
import { dayOn, onDay, told } from "./stage.ts";

interface Call {
  readonly callId: string;
  readonly nominees: readonly Nominee[];
}

/** Closes a call; two officers screen everybody who consented against the requirements, and those screened in are cleared. */
export async function screenCall(
  cast: Cast,
  { callId, nominees }: Call,
  { closes, cleared }: { readonly closes: number; readonly cleared: boolean },
) {
  const { officer, secondOfficer } = cast;
  told(await onDay(closes + 1, () => closeCall(officer, { callId, reason: "" })));
  const findings = await findingsOf(nominees);
  for (const [screener, day] of [
    [officer, closes + 3],
    [secondOfficer, closes + 4],
  ] as const) {
    for (const { nominee, form } of findings) {
      const { candidacyId } = nominee;
      told(await onDay(day, () => recordScreening(screener, { candidacyId, form })));
    }
  }
  const screened = findings.filter(({ form }) => form.passed).map(({ nominee }) => nominee);
  if (cleared) await clear(cast, screened, closes);
  return screened;
}

/** A screening under way: some found by one officer, one on which two disagree, one asked for more, the rest untouched. */
export async function screenHalf(cast: Cast, { callId, nominees }: Call, closes: number) {
  const { officer, secondOfficer } = cast;
  told(await onDay(closes + 1, () => closeCall(officer, { callId, reason: "" })));
  const findings = await findingsOf(nominees);
  const [asked, disputed, ...others] = findings;
  for (const { nominee, form } of others.slice(0, 3)) {
    const { candidacyId } = nominee;
    told(await onDay(closes + 4, () => recordScreening(secondOfficer, { candidacyId, form })));
  }
  if (!asked || !disputed) throw new Error("The demo has too few nominees to screen");
  const { candidacyId } = disputed.nominee;
  told(await onDay(closes + 5, () => recordScreening(secondOfficer, { candidacyId, form: disputed.form })));
  const doubt = doubting(disputed.form);
  told(await onDay(closes + 6, () => recordScreening(cast.thirdOfficer, { candidacyId, form: doubt })));
  const question = {
    fields: ["seniorYears" as const, "career" as const],
    question: "Invented for the demonstration: which of your posts were at director level, and from when?",
    explain: "Invented for the demonstration: how many people reported to you in the last of them?",
    explainFor: "seniorYears",
    documentKind: "other" as const,
    dueOn: dayOn(closes + 18),
  };
  const about = { candidacyId: asked.nominee.candidacyId, form: question };
  told(await onDay(closes + 7, () => askCandidate(officer, about)));
}

/** The same findings by somebody who cannot tell the first from the file. */
const doubting = (form: ScreeningForm): ScreeningForm => ({
  ...form,
  findings: form.findings.map((one, n) =>
    n === 0
      ? { ...one, verdict: "cannotTell", evidence: "The posts listed have no dates of promotion." }
      : one,
  ),
  passed: false,
  reasons: ["notShown"],
});

/** What a careful officer finds of everybody who consented. */
async function findingsOf(nominees: readonly Nominee[]) {
  const findings = [];
  for (const nominee of nominees) {
    const form = await screeningOf(nominee.candidacyId);
    if (form) findings.push({ nominee, form });
  }
  return findings;
}

const gatesOf = (screened: readonly Nominee[]) =>
  database().clearance.findMany({
    where: { candidacyId: { in: screened.map(({ candidacyId }) => candidacyId) } },
    orderBy: [{ candidacyId: "asc" }, { kind: "asc" }],
  });

/** Passes every gate of those screened in, two references each among them. */
async function clear({ vetting }: Cast, screened: readonly Nominee[], closes: number) {
  const gates = await gatesOf(screened);
  const asked = await refer(vetting, gates, closes + 5);
  await answer(asked, closes + 10);
  for (const { id: clearanceId, version } of gates) {
    const outcome = { version, outcome: "clear" as const, validUntil: dayOn(closes + 720) };
    const record = { clearanceId, answer: { ...outcome, receivedOn: dayOn(closes + 14), note: "" } };
    told(await onDay(closes + 15, () => recordClearance(vetting, record)));
  }
}

/** Two referees of each are asked, and one of them has answered. */
export async function referWithOneAnswer({ vetting }: Cast, screened: readonly Nominee[], day: number) {
  const asked = await refer(vetting, await gatesOf(screened), day);
  await answer(
    asked.filter((_, n) => n % 2 === 0),
    day + 4,
  );
}

async function refer(vetting: Cast["vetting"], gates: Awaited<ReturnType<typeof gatesOf>>, day: number) {
  const asked: string[] = [];
  for (const [n, { id: clearanceId }] of gates.filter(({ kind }) => kind === "references").entries()) {
    for (const [k, gender] of (["woman", "man"] as const).entries()) {
      const { givenName, familyName, email } = inventedPerson(1000 + 2 * n + k, gender);
      const relation = "Invented for the demonstration: superior in an earlier post";
      const referee = { name: `${givenName} ${familyName}`, email, relation, locale: "en" as const };
      const { referenceId } = told(await onDay(day, () => askReferee(vetting, { clearanceId, referee })));
      asked.push(referenceId);
    }
  }
  return asked;
}

async function answer(referenceIds: readonly string[], day: number) {
  for (const id of referenceIds) {
    const { askedAt } = await database().reference.findUniqueOrThrow({ where: { id } });
    const token = referenceToken({ id, askedAt });
    told(await onDay(day, () => answerReference({ token, answers: ANSWERS })));
  }
}

const ANSWERS = {
  capacity: "superior",
  fromYear: 2012,
  toYear: 2018,
  leads: "consistently",
  integrity: "consistently",
  respect: "consistently",
  pressure: "mostly",
  consults: "mostly",
  again: "yes",
  words: "Invented for the demonstration: kept two hundred people working together through a hard year.",
  own: "on",
} as const;

async function screeningOf(candidacyId: string) {
  const { state, version, attestedAt, vacancy, person } = await database().candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: {
      state: true,
      version: true,
      attestedAt: true,
      vacancy: { select: { requirements: true } },
      person: { select: { nationalities: true, profile: true, languages: true, career: true } },
    },
  });
  if (state !== "consented" || !person.profile) return null;
  const facts: CandidateFacts = {
    ...person.profile,
    nationalities: person.nationalities,
    languages: person.languages.map(({ languageCode, level }) => ({ code: languageCode, level })),
    attested: attestedAt !== null,
    posts: person.career.map((post) => ({ ...post, mission: null })),
  };
  const verdicts = requirementsOf(vacancy.requirements).map((requirement) => ({
    requirement: requirementKey(requirement),
    kind: requirement.kind,
    verdict: judgeRequirement(requirement, facts),
    evidence: "As the file says.",
  }));
  const passed = verdicts.every(({ verdict }) => verdict === "met");
  const reasons = passed ? [] : [...suggestedReasons(verdicts)];
  const findings = verdicts.map(({ kind, ...finding }) => finding);
  return { version, findings, passed, reasons, note: "" };
}
