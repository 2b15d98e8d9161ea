import type { Actor } from "./actor.ts";
import {
  anyOf,
  is,
  type Nothing,
  type OfPerson,
  type OfState,
  overseers,
  ownCase,
  ownState,
  type Rules,
  secretariat,
} from "./permission.ts";

/** A call as its readers are told apart. */
export interface CallFacts {
  readonly published: boolean;
  /** ISO codes of the states it is addressed to; empty: every Member State. */
  readonly targetedStateCodes: readonly string[];
  /** The reader was nominated by it. */
  readonly nominee: boolean;
}

/** From what a mission needs to clearances, and the review for the cadre: whatever comes before a panel. */
export interface NominationResources {
  "mission.read": Nothing;
  "needs.set": Nothing;
  "vacancy.draft": Nothing;
  "rubric.read": Nothing;
  "rubric.write": Nothing;
  "criterion.keep": Nothing;
  "vacancy.publish": Nothing;
  "vacancy.close": Nothing;
  "call.manage": Nothing;
  "call.read": CallFacts;
  "call.outline": CallFacts;
  "pipeline.read": Nothing;
  "nomination.submit": OfState;
  "nomination.submitOwn": Nothing;
  "draft.write": { readonly stateCode: string | null; readonly createdById: string };
  "list.read": OfState;
  "states.list": Nothing;
  "import.run": { readonly stateCode: string | null };
  "nomination.read": OfState;
  "nomination.withdraw": OfState;
  "case.listOwn": Nothing;
  "candidacy.complete": OfPerson;
  "candidacy.follow": OfPerson;
  "candidacy.withdraw": OfPerson;
  "candidacy.read": Nothing;
  "withdrawal.readReason": Nothing;
  "file.correct": OfPerson;
  "document.keep": OfPerson;
  "consent.change": OfPerson;
  "attestation.make": OfPerson;
  "attestation.read": Nothing;
  "pool.answer": OfPerson;
  "pool.read": Nothing;
  "pool.review": Nothing;
  "duplicate.read": Nothing;
  "duplicate.decide": Nothing;
  "screening.record": Nothing;
  "clearance.record": Nothing;
  "clearance.read": Nothing;
  "clearance.readNote": Nothing;
  "reference.read": Nothing;
}

const addressedToAll = ({ targetedStateCodes }: CallFacts) => targetedStateCodes.length === 0;
/** For a focal point, a call that is not addressed to the state does not exist. */
const outsider = (actor: Actor) => actor.role !== "focalPoint";
const addressed = (actor: Actor, facts: CallFacts) =>
  actor.role === "focalPoint" &&
  actor.stateCode !== null &&
  (addressedToAll(facts) || facts.targetedStateCodes.includes(actor.stateCode));

export const nominationRules: Rules<NominationResources> = {
  "mission.read": is("secretariat", "auditor", "decisionMaker", "panelMember", "focalPoint"),
  "needs.set": secretariat,
  "vacancy.draft": secretariat,
  "rubric.read": overseers,
  "rubric.write": secretariat,
  "criterion.keep": secretariat,
  "vacancy.publish": secretariat,
  "vacancy.close": secretariat,
  "call.manage": secretariat,
  "call.read": (actor, facts) =>
    overseers(actor) ||
    (facts.published &&
      (facts.nominee || (addressedToAll(facts) && outsider(actor)) || addressed(actor, facts))),
  "call.outline": (actor, facts) => facts.published && (outsider(actor) || addressed(actor, facts)),
  "pipeline.read": overseers,
  "nomination.submit": ownState,
  "nomination.submitOwn": is("candidate"),
  "draft.write": (actor, facts) =>
    facts.stateCode === null
      ? actor.role === "candidate" && actor.userId === facts.createdById
      : ownState(actor, facts),
  "list.read": anyOf(ownState, overseers),
  "states.list": overseers,
  "import.run": (actor, facts) => (facts.stateCode === null ? secretariat(actor) : ownState(actor, facts)),
  "nomination.read": anyOf(ownState, overseers),
  "nomination.withdraw": ownState,
  "case.listOwn": (actor) => actor.role === "candidate" && actor.personId !== null,
  "candidacy.complete": ownCase,
  "candidacy.follow": ownCase,
  "candidacy.withdraw": ownCase,
  "candidacy.read": overseers,
  "withdrawal.readReason": secretariat,
  "file.correct": ownCase,
  "document.keep": ownCase,
  "consent.change": ownCase,
  "attestation.make": ownCase,
  "attestation.read": is("secretariat", "vettingOfficer"),
  "pool.answer": ownCase,
  "pool.read": overseers,
  "pool.review": secretariat,
  "duplicate.read": overseers,
  "duplicate.decide": secretariat,
  "screening.record": secretariat,
  "clearance.record": is("vettingOfficer"),
  "clearance.read": is("vettingOfficer", "secretariat", "auditor"),
  "clearance.readNote": is("vettingOfficer"),
  "reference.read": is("vettingOfficer", "secretariat"),
};
