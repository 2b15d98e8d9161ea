import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import type { CallDraft } from "#app/selection/call-draft.ts";
import { draftCall } from "#app/selection/draft-call.server.ts";
import { draftVacancy } from "#app/selection/draft-vacancy.server.ts";
import { giveConsent } from "#app/selection/give-consent.server.ts";
import { nomineeOf } from "#app/selection/nominee.ts";
import { publishCall } from "#app/selection/publish-call.server.ts";
import type { Cast } from "./cast.ts";
import { submitDraft, writeDraft } from "./drafts.ts";
import { stateNeeds } from "./missions.ts";
import { DEMO_STATES, inventedPerson } from "./people.ts";
import { chance, dayOn, hourOn, onDay, sideBySide, told } from "./stage.ts";

/** A nominee under way. */
export interface Nominee {
  readonly candidacyId: string;
  readonly actor: Actor;
}

/** One call: which post, when it opened, and how many were nominated. */
export interface CallPlan {
  readonly acronym: string;
  readonly postId: string;
  readonly opens: number;
  readonly closes: number;
  readonly nominees: number;
  /** The first of its invented people. */
  readonly from: number;
}

/** States what a mission needs and drafts the vacancy of one of its posts. */
export async function draftFor(
  { officer }: Cast,
  { acronym, postId }: Pick<CallPlan, "acronym" | "postId">,
  day: number,
): Promise<string> {
  await stateNeeds(officer, acronym, day - 5);
  const draft = {
    postId,
    shortlistSize: 3,
    seniorYears: 15,
    fieldMissions: 1,
    deployableDays: 90,
    languages: ["en"],
    excludeHost: true,
  };
  const { vacancyId } = told(await onDay(day, () => draftVacancy(officer, draft)));
  return vacancyId;
}

/** Opens a call and nominates for it; most nominees consent. */
export async function openCall(cast: Cast, plan: CallPlan) {
  const vacancyId = await draftFor(cast, plan, plan.opens - 5);
  const content = {
    kind: "vacancies" as const,
    vacancyIds: [vacancyId],
    decisionDueOn: dayOn(plan.closes + 75),
  };
  const { callId } = await publishAs(cast.officer, plan, content);
  const numbers = Array.from({ length: plan.nominees }, (_, n) => n);
  const nominees = await sideBySide(numbers.map((n) => () => nominate(cast, plan, { vacancyId, callId }, n)));
  return { callId, vacancyId, nominees };
}

/** Drafts a call with an hour's grace, and publishes it on its day. */
export async function publishAs(
  officer: Actor,
  { opens, closes }: Pick<CallPlan, "opens" | "closes">,
  content: CallDraft["content"],
  terms: Partial<CallDraft> = {},
) {
  const draft: CallDraft = {
    listRule: "parityPlus2021",
    listNumbers: null,
    targetedStateCodes: [],
    selfNomination: false,
    opensAt: null,
    closesAt: hourOn(closes, 22),
    timeZone: "America/New_York",
    graceMinutes: 60,
    content,
    ...terms,
  };
  const { callId } = told(await onDay(opens - 4, () => draftCall(officer, { draft })));
  told(await onDay(opens, () => publishCall(officer, { callId })));
  return { callId };
}

async function nominate(
  cast: Cast,
  plan: CallPlan,
  { vacancyId, callId }: { readonly vacancyId: string; readonly callId: string },
  n: number,
): Promise<Nominee> {
  const number = plan.from + n;
  const gender = number % 5 < 2 ? "woman" : "man";
  const stateCode = DEMO_STATES[number % DEMO_STATES.length] ?? "GH";
  const focalPoint = cast.focalPoints.get(stateCode);
  if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
  const person = inventedPerson(number, gender);
  const day = plan.opens + 1 + (n % Math.max(1, Math.min(plan.closes, 0) - plan.opens - 2));
  const draftId = await onDay(day, () => writeDraft(focalPoint, callId, { number, gender }));
  await onDay(day, () => submitDraft(focalPoint, callId, draftId));
  const { id: candidacyId, personId } = await database().candidacy.findFirstOrThrow({
    where: { vacancyId, nomination: { draftId } },
    select: { id: true, personId: true },
  });
  const actor = nomineeOf({ personId, name: `${person.givenName} ${person.familyName}` }, "en");
  const silent = n % 9 === 8;
  if (!silent) {
    const form = profile(gender, number);
    told(await onDay(day + 1, () => giveConsent(actor, { candidacyId, form })));
  }
  return { candidacyId, actor };
}

const profile = (gender: "woman" | "man", number: number) => ({
  gender,
  birthDate: `${1958 + (number % 17)}-0${1 + (number % 9)}-1${number % 10}`,
  currentPost: "Senior adviser (invented)",
  seniorYears: number % 8 === 7 ? 9 : 15 + (number % 14),
  fieldMissions: 1 + (number % 4),
  deployableDays: 30 + (number % 3) * 20,
  visionStatement:
    "Invented for the demonstration: listen first, agree with the parties on three things that people notice within a year, and prepare the handover from the first day.",
  languages: [
    { code: "en", level: 3 },
    { code: "fr", level: 1 + (number % 3) },
  ],
  career: [
    {
      title: "Senior adviser",
      employer: "A ministry (invented)",
      startYear: 2019,
      endYear: null,
      peopleLed: 40,
    },
    { title: "Head of office", employer: `Office ${number}`, startYear: 2010, endYear: 2019, peopleLed: 200 },
  ],
  attestation: {
    noConviction: "attest" as const,
    nothingPending: "attest" as const,
    noViolation: "attest" as const,
    noRepatriation: "attest" as const,
    explanation: "",
    ...{ update: "on" as const, checks: "on" as const, truth: "on" as const },
    signedName: "Signed for the demonstration",
  },
  consentVacancy: "on" as const,
  consentCadre: number % 6 !== 5,
  consentMentoring: true,
  consentStatistics: number % 2 === 0,
});

/**
 * Two states nominate one person for an open call, under two addresses and in two scripts: a pair for the secretariat to
 * compare.
 */
export async function nominateTwice(cast: Cast, plan: CallPlan, callId: string) {
  const twice = [
    { stateCode: "MN", givenName: "Солонго", familyName: "Жишээ", email: "solongo@demo.cadre.example" },
    { stateCode: "FR", givenName: "Solongo", familyName: "Zhishee", email: "s.zhishee@demo.cadre.example" },
  ];
  for (const { stateCode, ...named } of twice) {
    const focalPoint = cast.focalPoints.get(stateCode);
    if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
    const nominee = { number: 98, gender: "woman", otherwise: named } as const;
    const draftId = await onDay(plan.opens + 4, () => writeDraft(focalPoint, callId, nominee));
    await onDay(plan.opens + 4, () => submitDraft(focalPoint, callId, draftId));
  }
}

/** A quality between 0 and 1 that the panels of the demonstration see in a candidate. */
export const quality = () => chance.next();
