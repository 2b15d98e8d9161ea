import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import type { DraftFile } from "#app/selection/nomination/nominee-file.ts";
import { answerPoolReview } from "#app/selection/pool/answer-pool-review.server.ts";
import type { PoolAnswer } from "#app/selection/pool/pool-answer.ts";
import type { PoolFinding } from "#app/selection/pool/pool-review.ts";
import { reviewNominee } from "#app/selection/pool/review-nominee.server.ts";
import type { Verdict } from "#app/selection/screening/requirements.ts";
import { must } from "./must.ts";
import { aDraftFile, submitDrafts } from "./nominee-story.ts";
import { anAccount } from "./screened-vacancy.ts";
import { aFocalPoint, published, someGlobalCall } from "./selection-story.ts";

/** A call for the cadre at large that takes nominations. */
export async function aGlobalCall() {
  const officer = await anAccount("secretariat", "Officer");
  return { officer, ...(await published(officer, someGlobalCall({ listRule: "none" }))) };
}

/** A nomination by a state for the cadre; the nominee is a guest with a link, and may sign in. */
export async function aPoolNomination(callId: string, stateCode = "GH", changes: Partial<DraftFile> = {}) {
  const focalPoint = await aFocalPoint(stateCode);
  const { draftId, version, file } = await aDraftFile(focalPoint, callId, changes);
  must(await submitDrafts(focalPoint, callId, [{ draftId, version }]));
  const { id: nominationId, person } = await database().nomination.findFirstOrThrow({
    where: { draftId },
    select: { id: true, person: { select: { id: true, userId: true, givenName: true } } },
  });
  const nominee: Actor = {
    ...{ userId: person.userId, personId: person.id, name: person.givenName, role: "candidate" },
    ...{ stateCode: null, roles: [{ role: "candidate", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
  return { focalPoint, nominationId, nominee, file };
}

/** The same, where the nominee has agreed to be reviewed. */
export async function anAgreedNomination(callId: string, stateCode = "GH", changes: Partial<DraftFile> = {}) {
  const nominated = await aPoolNomination(callId, stateCode, changes);
  must(
    await answerPoolReview(nominated.nominee, {
      nominationId: nominated.nominationId,
      answer: anAgreement(),
    }),
  );
  return nominated;
}

type Agreement = Extract<PoolAnswer, { readonly intent: "agree" }>;

/** A nominee's agreement, with a file in which one post is put right and everything attested. */
export const anAgreement = (changes: Partial<Agreement> = {}): Agreement => ({
  ...{ intent: "agree", givenName: "Ama", familyName: "Mensah", gender: "woman", nationalities: ["GH"] },
  ...{ birthDate: "1968-04-02", currentPost: "Chief of staff", seniorYears: 21, fieldMissions: 2 },
  ...{ deployableDays: 60, visionStatement: "Listen first.", languages: [{ code: "en", level: 3 }] },
  career: [
    {
      ...{ title: "Head of office", employer: "Mission Sample", startYear: 2012, startMonth: 3 },
      ...{ endYear: 2016, endMonth: null, peopleLed: 120, supervisor: "", budgetThousands: null },
    },
  ],
  attestation: {
    ...{ noConviction: "attest", nothingPending: "attest", noViolation: "attest", noRepatriation: "attest" },
    ...{ explanation: "", update: "on", checks: "on", truth: "on", signedName: "Ama Mensah" },
  },
  ...{ consentCadre: "on", consentStatistics: false },
  ...changes,
});

/** What the call of these stories asks, by the names of its requirements. */
const ASKED = ["seniorYears", "fieldMissions", "language:en", "attestation"];

/** Findings on what the call of these stories asks: all met but those named. */
export const found = (otherwise: Readonly<Record<string, Verdict>> = {}) =>
  ASKED.map((requirement) => ({
    requirement,
    verdict: otherwise[requirement] ?? ("met" as const),
    evidence: otherwise[requirement] ? "Seen nowhere in the file." : "",
  }));

/** A finding that lets somebody in. */
export const suitable = (
  changes: Partial<Extract<PoolFinding, { outcome: "suitable" }>> = {},
): PoolFinding => ({
  outcome: "suitable",
  version: 1,
  findings: found(),
  roleKindCodes: ["srsg", "dsrsgPolitical"],
  level: "now",
  evidence: "Led two missions' political components through elections.",
  note: "",
  ...changes,
});

/** One that does not. */
export const notTaken = (
  changes: Partial<Extract<PoolFinding, { outcome: "notTaken" }>> = {},
): PoolFinding => ({
  outcome: "notTaken",
  version: 1,
  findings: found({ fieldMissions: "notMet", "language:en": "notMet" }),
  reasons: ["fieldShort", "languageShort"],
  note: "Seen by the board.",
  ...changes,
});

/** Two officers find alike, the one given second: the review is concluded. */
export async function foundByTwo(officer: Actor, nominationId: string, finding: PoolFinding) {
  const colleague = await anAccount("secretariat", "Colleague");
  must(await reviewNominee(colleague, { nominationId, finding }));
  return must(await reviewNominee(officer, { nominationId, finding }));
}
