import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { draftVacancy } from "#app/selection/draft-vacancy.server.ts";
import { giveConsent } from "#app/selection/give-consent.server.ts";
import { nomineeOf } from "#app/selection/nominee.ts";
import { publishVacancy } from "#app/selection/publish-vacancy.server.ts";
import { submitNomination } from "#app/selection/submit-nomination.server.ts";
import type { Cast } from "./cast.ts";
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
  const { officer } = cast;
  const vacancyId = await draftFor(cast, plan, plan.opens - 5);
  const dates = {
    closesAt: hourOn(plan.closes, 22),
    timeZone: "America/New_York",
    decisionDueOn: dayOn(plan.closes + 75),
  };
  told(await onDay(plan.opens, () => publishVacancy(officer, { vacancyId, dates })));
  const numbers = Array.from({ length: plan.nominees }, (_, n) => n);
  const nominees = await sideBySide(numbers.map((n) => () => nominate(cast, plan, vacancyId, n)));
  return { vacancyId, nominees };
}

async function nominate(cast: Cast, plan: CallPlan, vacancyId: string, n: number): Promise<Nominee> {
  const number = plan.from + n;
  const gender = number % 5 < 2 ? "woman" : "man";
  const stateCode = DEMO_STATES[number % DEMO_STATES.length] ?? "GH";
  const focalPoint = cast.focalPoints.get(stateCode);
  if (!focalPoint) throw new Error(`The demo has no focal point of ${stateCode}`);
  const person = inventedPerson(number, gender);
  const nomination = {
    submissionKey: crypto.randomUUID(),
    ...person,
    nationality: stateCode,
    statement: `Invented for the demonstration. ${person.givenName} ${person.familyName} led an office of two hundred through a change of mandate, kept the parties talking, and has the confidence of the region.`,
    certified: "on" as const,
    balanceReason: "Invented for the demonstration: nobody else was free in time.",
  };
  const document = curriculum(`${person.givenName} ${person.familyName}`);
  const day = plan.opens + 1 + (n % Math.max(1, Math.min(plan.closes, 0) - plan.opens - 2));
  const { nominationId } = told(
    await onDay(day, () => submitNomination(focalPoint, { vacancyId, nomination, document })),
  );
  const { id: candidacyId, personId } = await database().candidacy.findUniqueOrThrow({
    where: { nominationId },
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

/** A curriculum vitae of one line: the smallest PDF that a reader opens. */
function curriculum(name: string) {
  const line = `BT /F1 18 Tf 60 700 Td (${name}: curriculum vitae, invented) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${line.length}>>stream\n${line}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("");
  const text = `%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`;
  return { name: "cv.pdf", contentType: "application/pdf", bytes: new TextEncoder().encode(text) };
}

const profile = (gender: "woman" | "man", number: number) => ({
  gender,
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
  attested: "on" as const,
  consentVacancy: "on" as const,
  consentCadre: number % 6 !== 5,
  consentMentoring: true,
  consentStatistics: number % 2 === 0,
});

/** A quality between 0 and 1 that the panels of the demonstration see in a candidate. */
export const quality = () => chance.next();
