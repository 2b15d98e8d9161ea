import type { Actor, Role } from "./actor.ts";

/** Facts about a panel that its permissions hang on. */
export interface PanelFacts {
  readonly memberUserIds: readonly string[];
  readonly chairUserId: string | null;
}

/** One candidacy as a panel sees it. */
export interface PanelCandidacyFacts extends PanelFacts {
  /** Members who have a conflict with this candidacy: for them it does not exist. */
  readonly recusedUserIds: readonly string[];
  /** Files open once the member has declared on every candidacy. */
  readonly declared: boolean;
}

/** One candidacy's file: who judges it, and who decides upon it. */
export interface DossierFacts extends PanelCandidacyFacts {
  /** Whether the signed report recommends it, and the decision waits or who made it; null: it reached no decision. */
  readonly decision: { readonly decidedByUserId: string | null } | null;
}

/** The two people of a mentoring pair. */
export interface PairFacts {
  readonly mentorPersonId: string;
  readonly menteePersonId: string;
}

/** A call as its readers are told apart. */
export interface CallFacts {
  readonly published: boolean;
  /** ISO codes of the states it is addressed to; empty: every Member State. */
  readonly targetedStateCodes: readonly string[];
  /** The reader was nominated by it. */
  readonly nominee: boolean;
}

/** The two sides of a leader's compact. */
export interface CompactParties {
  readonly personId: string;
  readonly supervisorUserId: string;
}

type OfState = { readonly stateCode: string | null };
type OfPerson = { readonly personId: string };
type Nothing = undefined;

/** Every action, with the facts its rule needs. */
export interface Resources {
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
  "dossier.read": DossierFacts;
  "screening.record": Nothing;
  "clearance.record": Nothing;
  "clearance.read": Nothing;
  "clearance.readNote": Nothing;
  "reference.read": Nothing;
  "panel.set": Nothing;
  "panel.list": Nothing;
  "panel.listOwn": Nothing;
  "panel.read": PanelFacts;
  "conflict.declare": PanelFacts;
  "conflict.list": Nothing;
  "conflict.pin": Nothing;
  "sheet.write": PanelCandidacyFacts;
  /** `opened`: the sheets of its round are open to each other. */
  "sheet.readHistory": PanelCandidacyFacts & {
    readonly ownerUserId: string | null;
    readonly opened: boolean;
  };
  "panel.reveal": PanelFacts;
  "shortlist.set": PanelFacts;
  "shortlist.read": PanelFacts;
  "calibration.read": PanelFacts;
  "calibration.score": PanelFacts;
  "calibration.lead": PanelFacts;
  "comparison.read": PanelFacts & { readonly opened: boolean };
  "interview.arrange": Nothing;
  "interview.read": PanelCandidacyFacts;
  "question.keep": Nothing;
  "question.read": Nothing;
  "severity.read": PanelFacts;
  "ranking.read": PanelFacts & { readonly revealed: boolean };
  "finding.write": PanelFacts;
  "report.create": PanelFacts;
  "report.sign": PanelFacts;
  "report.read": PanelFacts & { readonly complete: boolean };
  "decision.make": { readonly reportComplete: boolean };
  "decision.read": Nothing;
  "decision.await": Nothing;
  "letter.read": Nothing;
  "letter.send": Nothing;
  "candidateFeedback.read": Nothing;
  "candidateFeedback.write": Nothing;
  /** To change its words, not to release it. */
  "candidateFeedback.advise": PanelFacts;
  "candidateFeedback.readOwn": OfPerson;
  "candidateFeedback.share": OfPerson;
  "candidateFeedback.readShared": Nothing;
  "appointment.make": Nothing;
  "mentor.pledge": OfState;
  "mentor.read": Nothing;
  "mentor.induct": Nothing;
  "mentor.readStandard": Nothing;
  "mentor.publishStandard": Nothing;
  "mentor.readOwn": Nothing;
  "mentor.update": OfPerson;
  "need.state": OfPerson;
  "match.run": Nothing;
  "match.read": Nothing;
  "proposal.answer": PairFacts;
  "engagement.ask": Nothing;
  "engagement.read": PairFacts;
  "engagement.list": Nothing;
  "engagement.listOwn": Nothing;
  "engagement.end": PairFacts;
  "engagement.extend": PairFacts;
  "session.schedule": PairFacts;
  "feedback.give": PairFacts;
  "programme.read": Nothing;
  "pledgeCall.write": Nothing;
  "pledgeCall.list": Nothing;
  "pledgeCall.readOwn": OfState;
  "lesson.contribute": PairFacts;
  "lesson.change": { readonly authorId: string | null };
  "lesson.review": Nothing;
  "lesson.readReviews": Nothing;
  "lesson.search": Nothing;
  "agreement.write": PairFacts;
  "review.answer": PairFacts;
  "handOver.share": OfPerson;
  "mentor.leave": OfPerson;
  "concern.raise": PairFacts;
  "concern.listOwn": Nothing;
  "concern.follow": OfPerson;
  "concern.handle": { readonly handlerId: string };
  "concern.nameContact": Nothing;
  "note.write": PairFacts;
  "note.readProgramme": Nothing;
  "calendar.keepOwn": Nothing;
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
  /** Counts of people below what the release tells (METHOD § 6): of whoever is not public by name, and of running choices. */
  "gender.readExact": Nothing;
  /** What a count may be broken down by that is nobody's business but theirs: gender identities apart, age, disability, health. */
  "gender.readSensitive": Nothing;
  /** In which criterion, and with which assessor, the scores of women and men part. */
  "gender.readGaps": Nothing;
  "gender.readDisclosed": Nothing;
  "accountability.read": Nothing;
  "accountability.readState": OfState;
  "target.read": Nothing;
  "target.set": Nothing;
  "uniformed.import": Nothing;
  "uniformed.readImports": Nothing;
  "projection.read": Nothing;
  "services.report": OfState;
  "services.read": OfState;
  "services.list": Nothing;
  "record.read": Nothing;
  "account.create": Nothing;
  "account.list": Nothing;
  "account.changeRoles": Nothing;
  "role.wear": { readonly role: Role };
}

export type Action = keyof Resources;

type Rule<F> = (actor: Actor, facts: F) => boolean;

const is = (...roles: readonly Role[]) => {
  const allowed = new Set(roles);
  return (actor: Actor) => allowed.has(actor.role);
};
const secretariat = is("secretariat");
const overseers = is("secretariat", "auditor");
const ownState = (actor: Actor, facts: OfState) =>
  actor.role === "focalPoint" && facts.stateCode !== null && actor.stateCode === facts.stateCode;
const addressedToAll = ({ targetedStateCodes }: CallFacts) => targetedStateCodes.length === 0;
/** For a focal point, a call that is not addressed to the state does not exist. */
const outsider = (actor: Actor) => actor.role !== "focalPoint";
const addressed = (actor: Actor, facts: CallFacts) =>
  actor.role === "focalPoint" &&
  actor.stateCode !== null &&
  (addressedToAll(facts) || facts.targetedStateCodes.includes(actor.stateCode));
const oneself = (actor: Actor, facts: OfPerson) =>
  actor.personId !== null && actor.personId === facts.personId;
const ownCase = (actor: Actor, facts: OfPerson) => actor.role === "candidate" && oneself(actor, facts);
const member = (actor: Actor, facts: PanelFacts) =>
  actor.role === "panelMember" && actor.userId !== null && facts.memberUserIds.includes(actor.userId);
const chair = (actor: Actor, facts: PanelFacts) => member(actor, facts) && actor.userId === facts.chairUserId;
const judge = (actor: Actor, facts: PanelCandidacyFacts) =>
  member(actor, facts) &&
  facts.declared &&
  actor.userId !== null &&
  !facts.recusedUserIds.includes(actor.userId);
/** Before the decision any decision maker who did not sit on the panel; after it, who made it. */
const decides = (actor: Actor, { decision, memberUserIds }: DossierFacts) =>
  actor.role === "decisionMaker" &&
  actor.userId !== null &&
  decision !== null &&
  !memberUserIds.includes(actor.userId) &&
  (decision.decidedByUserId === null || decision.decidedByUserId === actor.userId);
const leads = (actor: Actor, facts: OfPerson) => actor.role === "mentee" && oneself(actor, facts);
const inPair = (actor: Actor, facts: PairFacts) =>
  (actor.role === "mentor" && actor.personId === facts.mentorPersonId) ||
  (actor.role === "mentee" && actor.personId === facts.menteePersonId);

const rules: { readonly [A in Action]: Rule<Resources[A]> } = {
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
  "list.read": (actor, facts) => ownState(actor, facts) || overseers(actor),
  "states.list": overseers,
  "import.run": (actor, facts) => (facts.stateCode === null ? secretariat(actor) : ownState(actor, facts)),
  "nomination.read": (actor, facts) => ownState(actor, facts) || overseers(actor),
  "nomination.withdraw": ownState,
  "case.listOwn": (actor) => actor.role === "candidate" && actor.personId !== null,
  "candidacy.complete": (actor, facts) => actor.role === "candidate" && oneself(actor, facts),
  "candidacy.follow": (actor, facts) => actor.role === "candidate" && oneself(actor, facts),
  "candidacy.withdraw": (actor, facts) => actor.role === "candidate" && oneself(actor, facts),
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
  "dossier.read": (actor, facts) => judge(actor, facts) || overseers(actor) || decides(actor, facts),
  "screening.record": secretariat,
  "clearance.record": is("vettingOfficer"),
  "clearance.read": is("vettingOfficer", "secretariat", "auditor"),
  "clearance.readNote": is("vettingOfficer"),
  "reference.read": is("vettingOfficer", "secretariat"),
  "panel.set": secretariat,
  "panel.list": is("panelMember", "secretariat", "auditor"),
  "panel.listOwn": is("panelMember"),
  "panel.read": (actor, facts) => member(actor, facts) || overseers(actor),
  "conflict.declare": member,
  "conflict.list": overseers,
  "conflict.pin": secretariat,
  "sheet.write": judge,
  "sheet.readHistory": (actor, facts) =>
    (judge(actor, facts) && actor.userId === facts.ownerUserId) || (facts.opened && overseers(actor)),
  "panel.reveal": chair,
  "shortlist.set": chair,
  "shortlist.read": (actor, facts) => member(actor, facts) || overseers(actor),
  "calibration.read": (actor, facts) => member(actor, facts) || overseers(actor),
  "calibration.score": member,
  "calibration.lead": chair,
  "comparison.read": (actor, facts) => facts.opened && (member(actor, facts) || overseers(actor)),
  "interview.arrange": secretariat,
  "interview.read": (actor, facts) => judge(actor, facts) || overseers(actor),
  "question.keep": secretariat,
  "question.read": overseers,
  // Who sits on the panel sees it as its chair alone, whichever role they wear.
  "severity.read": (actor, facts) =>
    actor.userId !== null && facts.memberUserIds.includes(actor.userId)
      ? actor.userId === facts.chairUserId
      : secretariat(actor),
  "ranking.read": (actor, facts) => facts.revealed && (member(actor, facts) || overseers(actor)),
  "finding.write": chair,
  "report.create": chair,
  "report.sign": member,
  "report.read": (actor, facts) =>
    member(actor, facts) || overseers(actor) || (actor.role === "decisionMaker" && facts.complete),
  "decision.make": (actor, facts) => actor.role === "decisionMaker" && facts.reportComplete,
  "decision.read": is("decisionMaker", "secretariat", "auditor"),
  "decision.await": is("decisionMaker"),
  "letter.read": overseers,
  "letter.send": secretariat,
  "candidateFeedback.read": overseers,
  "candidateFeedback.write": secretariat,
  "candidateFeedback.advise": chair,
  "candidateFeedback.readOwn": ownCase,
  "candidateFeedback.share": ownCase,
  "candidateFeedback.readShared": secretariat,
  "appointment.make": secretariat,
  "mentor.pledge": (actor, facts) => ownState(actor, facts) || secretariat(actor),
  "mentor.read": overseers,
  "mentor.induct": secretariat,
  "mentor.readStandard": overseers,
  "mentor.publishStandard": secretariat,
  "mentor.readOwn": is("mentor"),
  "mentor.update": (actor, facts) => actor.role === "mentor" && oneself(actor, facts),
  "need.state": (actor, facts) => actor.role === "mentee" && oneself(actor, facts),
  "match.run": secretariat,
  "match.read": overseers,
  "proposal.answer": inPair,
  "engagement.ask": secretariat,
  "engagement.read": (actor, facts) => inPair(actor, facts) || overseers(actor),
  "engagement.list": overseers,
  "engagement.listOwn": is("mentor", "mentee"),
  "engagement.end": inPair,
  "engagement.extend": inPair,
  "session.schedule": inPair,
  "feedback.give": inPair,
  "programme.read": overseers,
  "pledgeCall.write": secretariat,
  "pledgeCall.list": overseers,
  "pledgeCall.readOwn": ownState,
  "lesson.contribute": inPair,
  "lesson.change": (actor, { authorId }) =>
    authorId !== null && pairSide(actor) !== null && actor.personId === authorId,
  "lesson.review": secretariat,
  "lesson.readReviews": overseers,
  "lesson.search": is("mentor", "mentee", "secretariat", "auditor"),
  "agreement.write": inPair,
  "review.answer": inPair,
  "handOver.share": (actor, facts) => actor.role === "mentee" && oneself(actor, facts),
  "mentor.leave": (actor, facts) => (actor.role === "mentor" && oneself(actor, facts)) || secretariat(actor),
  "concern.raise": inPair,
  "concern.listOwn": is("mentor", "mentee", "secretariat"),
  "concern.follow": (actor, facts) =>
    (actor.role === "mentor" || actor.role === "mentee") && oneself(actor, facts),
  "concern.handle": (actor, facts) => secretariat(actor) && actor.userId === facts.handlerId,
  "concern.nameContact": secretariat,
  "note.write": inPair,
  "note.readProgramme": overseers,
  "calendar.keepOwn": is("mentor", "mentee"),
  "cadre.admit": secretariat,
  "cadre.read": overseers,
  "savedSearch.keep": secretariat,
  "bench.read": overseers,
  "member.invite": secretariat,
  "membership.readOwn": is("candidate"),
  "membership.update": (actor, facts) => actor.role === "candidate" && oneself(actor, facts),
  "development.read": (actor, facts) => ownCase(actor, facts) || overseers(actor),
  "development.keep": (actor, facts) => ownCase(actor, facts) || secretariat(actor),
  "course.read": is("secretariat", "auditor", "focalPoint", "candidate"),
  "course.keep": secretariat,
  "course.nominate": (actor, facts) =>
    facts.stateCode === null ? secretariat(actor) : ownState(actor, facts),
  "course.readEffect": overseers,
  "courseNomination.list": overseers,
  "courseNomination.read": (actor, facts) =>
    ownCase(actor, facts) || ownState(actor, facts) || overseers(actor),
  "courseNomination.withdraw": (actor, facts) =>
    ownCase(actor, facts) || ownState(actor, facts) || secretariat(actor),
  "statePledge.make": ownState,
  "statePledge.read": (actor, facts) => ownState(actor, facts) || overseers(actor),
  "statePledge.advance": secretariat,
  "statePledge.withdraw": ownState,
  "compact.open": secretariat,
  "compact.list": is("secretariat", "auditor", "decisionMaker", "mentee"),
  "compact.readAll": is("secretariat", "auditor", "decisionMaker"),
  "compact.read": (actor, facts) => leads(actor, facts) || is("decisionMaker")(actor) || overseers(actor),
  "compact.readNotes": (actor, facts) => leads(actor, facts) || is("decisionMaker")(actor),
  "gender.readExact": overseers,
  "gender.readSensitive": overseers,
  "gender.readGaps": overseers,
  "gender.readDisclosed": () => true,
  "accountability.read": is("secretariat", "auditor", "decisionMaker"),
  "accountability.readState": (actor, facts) =>
    ownState(actor, facts) || is("secretariat", "auditor", "decisionMaker")(actor),
  "target.read": () => true,
  "target.set": secretariat,
  "uniformed.import": secretariat,
  "uniformed.readImports": overseers,
  "projection.read": () => true,
  "services.report": ownState,
  "services.read": (actor, facts) => ownState(actor, facts) || overseers(actor),
  "services.list": overseers,
  "record.read": overseers,
  "account.create": secretariat,
  "account.list": overseers,
  "account.changeRoles": secretariat,
  "role.wear": (actor, facts) => actor.roles.some((held) => held.role === facts.role),
};

/** The state that an actor acts for, a focal point's own; null for everybody else: lists are scoped by it. */
export const actingState = (actor: Actor | null): string | null =>
  actor?.role === "focalPoint" ? actor.stateCode : null;

/** The side of a mentoring pair that an actor acts on; null for who acts on neither. */
export const pairSide = ({ role }: Pick<Actor, "role">): "mentor" | "mentee" | null =>
  role === "mentor" || role === "mentee" ? role : null;

/** The side of a compact that an actor stands on: the leader it is of, or the decision maker they answer to. */
export function compactSide(actor: Actor, facts: CompactParties): "leader" | "supervisor" | null {
  if (leads(actor, facts)) return "leader";
  return actor.role === "decisionMaker" && actor.userId === facts.supervisorUserId ? "supervisor" : null;
}

/** The actions whose rule needs no facts: navigation and home ask these. */
export type PlainAction = { [A in Action]: Resources[A] extends undefined ? A : never }[Action];

/**
 * Whether the actor may do this to that: the one place where permissions are written down.
 *
 * Use cases ask before they write, loaders before they read, and pages to know what to offer; lists are scoped
 * in their queries by the same facts.
 */
export function can<A extends Action>(
  actor: Actor,
  action: A,
  ...facts: Resources[A] extends undefined ? [] : [Resources[A]]
): boolean {
  const rule: Rule<Resources[A]> = rules[action];
  return rule(actor, facts[0] as Resources[A]);
}
