import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import type { CallDraft } from "#app/selection/call/call-draft.ts";
import { draftCall } from "#app/selection/call/draft-call.server.ts";
import { publishCall } from "#app/selection/call/publish-call.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { findDuplicates } from "#app/selection/duplicate/find-duplicates.server.ts";
import { mergePeople } from "#app/selection/duplicate/merge-people.server.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { draftVacancy } from "#app/selection/vacancy/draft-vacancy.server.ts";
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
  await nominateBoth(cast, plan, callId, 98, [
    { stateCode: "MN", givenName: "Солонго", familyName: "Жишээ", email: "solongo@demo.cadre.example" },
    { stateCode: "FR", givenName: "Solongo", familyName: "Zhishee", email: "s.zhishee@demo.cadre.example" },
  ]);
}

/** Another two nominations of one person, whom an officer has found to be one: a merge that can be taken apart. */
export async function mergeNominatedTwice(cast: Cast, plan: CallPlan, callId: string) {
  const people = await nominateBoth(cast, plan, callId, 99, [
    {
      stateCode: "CA",
      givenName: "Noémie",
      familyName: "Mfanoux",
      email: "noemie.mfanoux@demo.cadre.example",
    },
    { stateCode: "IT", givenName: "Noemie", familyName: "Mfanoux", email: "n.mfanoux@demo.cadre.example" },
  ]);
  const [keptId = ""] = people;
  await onDay(plan.opens + 5, async () => {
    for (const personId of people) await findDuplicates(personId);
    const { id: pairId, version } = await database().duplicatePair.findFirstOrThrow({
      where: { firstId: { in: people }, secondId: { in: people } },
      select: { id: true, version: true },
    });
    const note = "Invented for the demonstration: the same curriculum vitae, under a second address.";
    told(await mergePeople(cast.officer, { pairId, merge: { version, keptId, note } }));
  });
}

interface Named {
  readonly stateCode: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

/** Has each state nominate the same invented person under a name of its own; gives who came on file by it. */
async function nominateBoth(
  cast: Cast,
  plan: CallPlan,
  callId: string,
  number: number,
  twice: readonly Named[],
): Promise<string[]> {
  const people: string[] = [];
  for (const { stateCode, ...named } of twice) {
    const focalPoint = cast.focalPoints.get(stateCode);
    if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
    const nominee = { number, gender: "woman", otherwise: named } as const;
    const draftId = await onDay(plan.opens + 4, () => writeDraft(focalPoint, callId, nominee));
    await onDay(plan.opens + 4, () => submitDraft(focalPoint, callId, draftId));
    const { personId } = await database().nomination.findFirstOrThrow({
      where: { draftId },
      select: { personId: true },
    });
    people.push(personId);
  }
  return people;
}

/** A quality between 0 and 1 that the panels of the demonstration see in a candidate. */
export const quality = () => chance.next();
