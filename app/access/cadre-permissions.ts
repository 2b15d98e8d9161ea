import type { Actor } from "./actor.ts";
import {
  anyOf,
  is,
  type Nothing,
  type OfPerson,
  type OfState,
  oneself,
  overseers,
  ownCase,
  ownState,
  type Rules,
  secretariat,
} from "./permission.ts";

/** The two sides of a leader's compact. */
export interface CompactParties {
  readonly personId: string;
  readonly supervisorUserId: string;
}

/** The cadre, its development, and what states and leaders bound themselves to. */
export interface CadreResources {
  "cadre.admit": Nothing;
  "cadre.read": Nothing;
  "savedSearch.keep": Nothing;
  "bench.read": Nothing;
  "member.invite": Nothing;
  "membership.readOwn": Nothing;
  "membership.update": OfPerson;
  "development.read": OfPerson;
  "development.keep": OfPerson;
  "course.read": Nothing;
  "course.keep": Nothing;
  "course.nominate": OfState;
  "course.readEffect": Nothing;
  "courseNomination.list": Nothing;
  "courseNomination.read": OfState & OfPerson;
  "courseNomination.withdraw": OfState & OfPerson;
  "statePledge.make": OfState;
  "statePledge.read": OfState;
  "statePledge.advance": Nothing;
  "statePledge.withdraw": OfState;
  "compact.open": Nothing;
  "compact.list": Nothing;
  "compact.readAll": Nothing;
  "compact.read": CompactParties;
  "compact.readNotes": CompactParties;
}

const decisionMaker = is("decisionMaker");
/** A leader in post is a mentee of the programme: that is the role they act in. */
const leads = (actor: Actor, facts: OfPerson) => actor.role === "mentee" && oneself(actor, facts);

/** The side of a compact that an actor stands on: the leader it is of, or the decision maker they answer to. */
export function compactSide(actor: Actor, facts: CompactParties): "leader" | "supervisor" | null {
  if (leads(actor, facts)) return "leader";
  return decisionMaker(actor) && actor.userId === facts.supervisorUserId ? "supervisor" : null;
}

export const cadreRules: Rules<CadreResources> = {
  "cadre.admit": secretariat,
  "cadre.read": overseers,
  "savedSearch.keep": secretariat,
  "bench.read": overseers,
  "member.invite": secretariat,
  "membership.readOwn": is("candidate"),
  "membership.update": ownCase,
  "development.read": anyOf(ownCase, overseers),
  "development.keep": anyOf(ownCase, secretariat),
  "course.read": is("secretariat", "auditor", "focalPoint", "candidate"),
  "course.keep": secretariat,
  "course.nominate": (actor, facts) =>
    facts.stateCode === null ? secretariat(actor) : ownState(actor, facts),
  "course.readEffect": overseers,
  "courseNomination.list": overseers,
  "courseNomination.read": anyOf(ownCase, ownState, overseers),
  "courseNomination.withdraw": anyOf(ownCase, ownState, secretariat),
  "statePledge.make": ownState,
  "statePledge.read": anyOf(ownState, overseers),
  "statePledge.advance": secretariat,
  "statePledge.withdraw": ownState,
  "compact.open": secretariat,
  "compact.list": is("secretariat", "auditor", "decisionMaker", "mentee"),
  "compact.readAll": is("secretariat", "auditor", "decisionMaker"),
  "compact.read": anyOf(leads, decisionMaker, overseers),
  "compact.readNotes": anyOf(leads, decisionMaker),
};
