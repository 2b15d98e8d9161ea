import { database } from "#app/platform/database.server.ts";
import { answerReference } from "#app/selection/answer-reference.server.ts";
import { askReferee, referenceToken } from "#app/selection/ask-referee.server.ts";
import { closeCall } from "#app/selection/close-call.server.ts";
import { recordClearance } from "#app/selection/record-clearance.server.ts";
import { recordScreening } from "#app/selection/record-screening.server.ts";
import {
  type CandidateFacts,
  judgeRequirement,
  requirementKey,
  requirementsOf,
} from "#app/selection/requirements.ts";
import { suggestedReasons } from "#app/selection/screening-reasons.ts";
import type { Cast } from "./cast.ts";
import type { Nominee } from "./nominations.ts";
import { inventedPerson } from "./people.ts";
import { dayOn, onDay, told } from "./stage.ts";

/** Closes a call; two officers screen everybody who consented against the requirements, and those screened in are cleared. */
export async function screenCall(
  cast: Cast,
  { vacancyId, nominees }: { readonly vacancyId: string; readonly nominees: readonly Nominee[] },
  { closes, cleared }: { readonly closes: number; readonly cleared: boolean },
) {
  const { officer, secondOfficer } = cast;
  told(await onDay(closes + 1, () => closeCall(officer, { vacancyId, reason: "" })));
  const screened: Nominee[] = [];
  for (const nominee of nominees) {
    const { candidacyId } = nominee;
    const form = await screeningOf(candidacyId);
    if (!form) continue;
    told(await onDay(closes + 3, () => recordScreening(officer, { candidacyId, form })));
    told(await onDay(closes + 4, () => recordScreening(secondOfficer, { candidacyId, form })));
    if (!form.passed) continue;
    screened.push(nominee);
    if (cleared) await clear(cast, candidacyId, closes);
  }
  return screened;
}

/** Passes every gate of a candidate, two references among them. */
async function clear({ vetting }: Cast, candidacyId: string, closes: number) {
  const clearances = await database().clearance.findMany({
    where: { candidacyId },
    orderBy: { kind: "asc" },
  });
  for (const { id: clearanceId, kind, version } of clearances) {
    if (kind === "references") await refer(vetting, clearanceId, closes);
    const answer = { version, outcome: "clear" as const, validUntil: dayOn(closes + 720) };
    const received = { receivedOn: dayOn(closes + 14), note: "" };
    told(
      await onDay(closes + 15, () =>
        recordClearance(vetting, { clearanceId, answer: { ...answer, ...received } }),
      ),
    );
  }
}

/** Two invented referees are asked and answer. */
export async function refer(vetting: Cast["vetting"], clearanceId: string, closes: number, answering = 2) {
  for (let n = 0; n < 2; n += 1) {
    const { givenName, familyName, email } = inventedPerson(1000 + n, n === 0 ? "woman" : "man");
    const relation = "Invented for the demonstration: superior in an earlier post";
    const referee = { name: `${givenName} ${familyName}`, email, relation, locale: "en" as const };
    const { referenceId } = told(
      await onDay(closes + 5, () => askReferee(vetting, { clearanceId, referee })),
    );
    if (n >= answering) continue;
    const { askedAt } = await database().reference.findUniqueOrThrow({ where: { id: referenceId } });
    const token = referenceToken({ id: referenceId, askedAt });
    told(await onDay(closes + 10, () => answerReference({ token, answers: ANSWERS })));
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
