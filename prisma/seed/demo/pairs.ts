import type { Actor } from "#app/access/actor.ts";
import { answerConcern } from "#app/mentoring/concern/answer-concern.server.ts";
import { nameContact } from "#app/mentoring/concern/name-contact.server.ts";
import { raiseConcern } from "#app/mentoring/concern/raise-concern.server.ts";
import type { Agreement } from "#app/mentoring/engagement/agreement.ts";
import { answerReview } from "#app/mentoring/engagement/answer-review.server.ts";
import { endEngagement } from "#app/mentoring/engagement/end-engagement.server.ts";
import { proposeExtension } from "#app/mentoring/engagement/extend-engagement.server.ts";
import { proposeAgreement } from "#app/mentoring/engagement/propose-agreement.server.ts";
import { signAgreement } from "#app/mentoring/engagement/sign-agreement.server.ts";
import type { Cast } from "./cast.ts";
import { onDay, told } from "./stage.ts";

/** A pair of the demonstration, and its place among them: each place has a story of its own. */
export interface DemoPair {
  readonly engagementId: string;
  readonly mentor: Actor;
  readonly mentee: Actor;
  readonly n: number;
}

const agreementOf = (n: number): Agreement => ({
  goals: [
    "Bring the leadership team to one plan.",
    n % 2 === 0
      ? "Be heard in the capital before the mandate is renewed."
      : "Delegate what others can decide.",
  ],
  cadence: n % 4 === 3 ? "monthly" : "usual",
  minutes: 75,
  channel: "video",
  confidentiality: "",
  offLimits: "Appointments under way.",
});

/** The secretariat names who takes concerns. */
export async function nameContacts({ officer, secondOfficer }: Cast) {
  told(await onDay(-159, () => nameContact(officer, { kind: "programme", userId: officer.userId ?? "" })));
  const conduct = { kind: "conduct" as const, userId: secondOfficer.userId ?? "" };
  told(await onDay(-159, () => nameContact(officer, conduct)));
}

/** The first pair has agreed nothing, the second waits for a signature, the others have both signed. */
export async function agree({ engagementId, mentor, mentee, n }: DemoPair) {
  if (n === 0) return;
  const text = { engagementId, version: 1 };
  const proposal = { ...text, revision: 0, agreement: agreementOf(n) };
  told(await onDay(-152, () => proposeAgreement(mentee, proposal)));
  const signature = { ...text, revision: 1 };
  told(await onDay(-151, () => signAgreement(mentee, { ...signature, marks: [1, 2] })));
  if (n === 1) return;
  told(await onDay(-150, () => signAgreement(mentor, { ...signature, marks: [2, 2] })));
}

/** Most have looked back after three months. */
export async function lookBack({ engagementId, mentor, mentee, n }: DemoPair) {
  if (n === 0) return;
  const review = { usefulness: n % 3 === 0 ? (3 as const) : (4 as const), note: "", marks: [] };
  const order = { engagementId, moment: "early" as const, review };
  told(await onDay(-60, () => answerReview(mentee, order)));
  if (n % 2 === 0) told(await onDay(-59, () => answerReview(mentor, order)));
}

/** Of the later pairs one ends, one would go on longer, and one has a concern that is being handled. */
export async function goOn({ secondOfficer }: Cast, { engagementId, mentor, mentee, n }: DemoPair) {
  if (n === 2) told(await onDay(-1, () => endEngagement(mentee, { engagementId, another: true })));
  if (n === 3) told(await onDay(-1, () => proposeExtension(mentor, { engagementId, months: 3 })));
  if (n !== 4) return;
  const text = "My mentor has twice asked me to receive a company. I would like to know how to answer.";
  const order = { engagementId, contact: "conduct" as const, text };
  const { concernId } = told(await onDay(-1, () => raiseConcern(mentee, order)));
  const answer = { concernId, text: "Thank you. Please do not answer the company. I call you tomorrow." };
  told(await onDay(0, () => answerConcern(secondOfficer, answer)));
}
