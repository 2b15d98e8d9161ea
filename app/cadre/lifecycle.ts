import { always, because, type Transition } from "#app/access/transition.ts";

export const MEMBERSHIP_STATES = ["proposed", "active", "paused", "withdrawn"] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

const membership = <Facts>(transition: Transition<MembershipState, Facts>) => transition;

/** The road of a membership. Nobody is an active member who has not agreed to be one. */
export const membershipTransitions = {
  /** The member agrees, or confirms that the file is current. */
  confirm: membership({ from: ["proposed", "active", "paused"], to: "active", guard: always }),
  pause: membership({ from: ["active"], to: "paused", guard: always }),
  withdraw: membership({ from: ["proposed", "active", "paused"], to: "withdrawn", guard: always }),
  /** Comes back after having withdrawn: by the member's own wish. */
  comeBack: membership({ from: ["withdrawn"], to: "active", guard: always }),
} as const;

/** What members do with their membership at any time, without giving a reason. */
export const MEMBERSHIP_CHANGES = ["pause", "withdraw", "comeBack"] as const;
export type MembershipChange = (typeof MEMBERSHIP_CHANGES)[number];

/** What a candidacy must show before its person enters the cadre. */
export interface AdmissionFacts {
  /** What the panel found, once the decision has been made. */
  readonly outcome: "recommended" | "suitable" | "notRecommended" | null;
  readonly decided: boolean;
  readonly selected: boolean;
  readonly consents: boolean;
}

/**
 * Whether somebody may enter the cadre from a panel: found suitable (or recommended) but not selected, after the
 * decision, and with consent for that purpose. Membership and selection for a post are two decisions.
 */
export function refuseAdmission(facts: AdmissionFacts) {
  if (!facts.decided) return because("decisionPending");
  if (facts.selected) return because("alreadySelected");
  if (facts.outcome !== "suitable" && facts.outcome !== "recommended") return because("notFoundSuitable");
  return facts.consents ? null : because("noCadreConsent");
}
