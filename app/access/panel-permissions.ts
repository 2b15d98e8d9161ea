import type { Actor } from "./actor.ts";
import {
  anyOf,
  is,
  type Nothing,
  type OfPerson,
  overseers,
  ownCase,
  type Rules,
  secretariat,
} from "./permission.ts";

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

/** From the panel that is set to the letter, the feedback and the appointment. */
export interface PanelResources {
  "dossier.read": DossierFacts;
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
}

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

export const panelRules: Rules<PanelResources> = {
  "dossier.read": anyOf(judge, overseers, decides),
  "panel.set": secretariat,
  "panel.list": is("panelMember", "secretariat", "auditor"),
  "panel.listOwn": is("panelMember"),
  "panel.read": anyOf(member, overseers),
  "conflict.declare": member,
  "conflict.list": overseers,
  "conflict.pin": secretariat,
  "sheet.write": judge,
  "sheet.readHistory": (actor, facts) =>
    (judge(actor, facts) && actor.userId === facts.ownerUserId) || (facts.opened && overseers(actor)),
  "panel.reveal": chair,
  "shortlist.set": chair,
  "shortlist.read": anyOf(member, overseers),
  "calibration.read": anyOf(member, overseers),
  "calibration.score": member,
  "calibration.lead": chair,
  "comparison.read": (actor, facts) => facts.opened && (member(actor, facts) || overseers(actor)),
  "interview.arrange": secretariat,
  "interview.read": anyOf(judge, overseers),
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
};
