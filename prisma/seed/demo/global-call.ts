import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { answerPoolReview } from "#app/selection/pool/answer-pool-review.server.ts";
import { readPoolAnswer } from "#app/selection/pool/pool-answer.queries.server.ts";
import type { PoolAnswer } from "#app/selection/pool/pool-answer.ts";
import type { PoolFinding } from "#app/selection/pool/pool-review.ts";
import { readPoolReview } from "#app/selection/pool/pool-review-page.queries.server.ts";
import { reviewNominee } from "#app/selection/pool/review-nominee.server.ts";
import { suggestedReasons } from "#app/selection/screening/screening-reasons.ts";
import type { Cast } from "./cast.ts";
import { submitDraft, writeDraft } from "./drafts.ts";
import { onDay, sideBySide, told } from "./stage.ts";

type Agreement = Extract<PoolAnswer, { intent: "agree" }>;

/** What becomes of somebody nominated for the cadre, each step on the day after the one before it. */
interface Story {
  readonly stateCode: string;
  readonly number: number;
  readonly gender: "woman" | "man";
  /** What the nominee answers: nothing yet; no; or yes, with what they put right in the file. */
  readonly answer: "none" | "declines" | Partial<Agreement>;
  /** What officers found, one after the other. */
  readonly found: readonly PoolFinding["outcome"][];
  /** Whether the state takes the nomination back in the end. */
  readonly takenBack?: true;
}

const FIRST_DAY = -12;

/** One of each kind: whoever opens the call sees every stage of its road. */
const STORIES: readonly Story[] = [
  { stateCode: "KE", number: 111, gender: "man", answer: "none", found: [] },
  {
    ...{ stateCode: "KE", number: 110, gender: "woman", found: [] },
    answer: { currentPost: "Director, peace operations (invented)", seniorYears: 24 },
  },
  { stateCode: "UY", number: 117, gender: "woman", answer: {}, found: ["suitable"] },
  { stateCode: "NP", number: 118, gender: "man", answer: {}, found: ["suitable", "notTaken"] },
  { stateCode: "FI", number: 121, gender: "woman", answer: {}, found: ["suitable", "suitable"] },
  { stateCode: "BD", number: 119, gender: "man", answer: {}, found: ["notTaken", "notTaken"] },
  { stateCode: "JO", number: 123, gender: "woman", answer: "declines", found: [] },
  { stateCode: "SN", number: 122, gender: "man", answer: {}, found: [], takenBack: true },
];

/** States nominate people for the cadre at large, who answer; officers review those who agree. */
export const nominateForCadre = (cast: Cast, callId: string) =>
  sideBySide(STORIES.map((story) => () => tell(cast, callId, story)));

async function tell(cast: Cast, callId: string, { stateCode, number, gender, ...story }: Story) {
  const focalPoint = cast.focalPoints.get(stateCode);
  if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
  const { nominationId, nominee } = await onDay(FIRST_DAY, () =>
    nominate(focalPoint, callId, { number, gender }),
  );
  const { answer, found, takenBack } = story;
  if (answer !== "none")
    await onDay(FIRST_DAY + 2, async () => {
      const given =
        answer === "declines"
          ? ({ intent: "decline" } as const)
          : { ...(await agreementTo(nominationId)), ...answer };
      told(await answerPoolReview(nominee, { nominationId, answer: given }));
    });
  const officers = [cast.officer, cast.secondOfficer];
  for (const [n, outcome] of found.entries()) {
    const officer = officers[n];
    if (!officer) throw new Error("The demo has too few officers");
    await onDay(FIRST_DAY + 5 + n, async () => {
      const finding = await findingOf(officer, nominationId, outcome);
      told(await reviewNominee(officer, { nominationId, finding }));
    });
  }
  const reason = "Invented for the demonstration: needed in the capital until next year.";
  if (takenBack)
    told(await onDay(FIRST_DAY + 7, () => withdrawNomination(focalPoint, { nominationId, reason })));
}

async function nominate(
  focalPoint: Actor,
  callId: string,
  person: { readonly number: number; readonly gender: "woman" | "man" },
) {
  const draftId = await writeDraft(focalPoint, callId, person);
  await submitDraft(focalPoint, callId, draftId);
  const { id: nominationId, personId } = await database().nomination.findFirstOrThrow({
    where: { draftId },
    select: { id: true, personId: true },
  });
  return { nominationId, nominee: nomineeOf({ personId, name: "Nominee" }, "en") };
}

/** A nominee's agreement with the file as it was stated, completed and attested. */
async function agreementTo(nominationId: string): Promise<Agreement> {
  const page = await readPoolAnswer(nominationId);
  if (!page) throw new Error(`The demo has no review of ${nominationId}`);
  const { file } = page;
  return {
    ...file,
    intent: "agree",
    birthDate: file.birthDate ?? undefined,
    currentPost: file.currentPost ?? "Senior adviser (invented)",
    seniorYears: file.seniorYears ?? 15,
    ...{ fieldMissions: file.missions.length, deployableDays: 45 },
    visionStatement: file.visionStatement ?? "Invented for the demonstration.",
    career: file.career.map(({ mission, supervisor, ...post }) => ({
      ...post,
      supervisor: supervisor ?? "",
    })),
    attestation: {
      ...{
        noConviction: "attest",
        nothingPending: "attest",
        noViolation: "attest",
        noRepatriation: "attest",
      },
      ...{ explanation: "", update: "on", checks: "on", truth: "on" },
      signedName: `${file.givenName} ${file.familyName}`,
    },
    ...{ consentCadre: "on", consentStatistics: true },
  };
}

/** What an officer finds who goes by the file; who finds against somebody whom the file bears out misses one thing in it. */
async function findingOf(
  officer: Actor,
  nominationId: string,
  outcome: PoolFinding["outcome"],
): Promise<PoolFinding> {
  const page = await readPoolReview(officer, nominationId);
  if (!page) throw new Error(`The demo has no review of ${nominationId}`);
  const { version, checks } = page;
  const findings = checks.map(({ key, suggestion }) => ({
    ...{ requirement: key, verdict: suggestion },
    evidence: suggestion === "met" ? "" : "Invented for the demonstration: the file names no more than this.",
  }));
  const note = "";
  if (outcome === "suitable")
    return {
      ...{ outcome, version, findings, note, level: "now", roleKindCodes: ["srsg", "dsrsgPolitical"] },
      evidence:
        "Invented for the demonstration: led a field office of two hundred through a change of mandate.",
    };
  const short = suggestedReasons(
    checks.map(({ requirement, suggestion }) => ({ kind: requirement.kind, verdict: suggestion })),
  );
  if (short.length > 0) return { outcome, version, findings, note, reasons: [...short] };
  const evidence =
    "Invented for the demonstration: the posts listed do not say which were at director level.";
  const doubted = findings.map((one, n) =>
    n === 0 ? { ...one, verdict: "cannotTell" as const, evidence } : one,
  );
  return { outcome, version, findings: doubted, note, reasons: ["notShown"] };
}
