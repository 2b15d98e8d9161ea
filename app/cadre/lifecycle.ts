import { always, because, type Transition, take } from "#app/access/transition.ts";

export const MEMBERSHIP_STATES = ["proposed", "active", "paused", "withdrawn", "lapsed"] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

/** Who is in the cadre: whoever was proposed has not agreed yet, and who lapsed or withdrew is in it no more. */
export const MEMBER_STATES = ["active", "paused"] as const satisfies readonly MembershipState[];

/** What a list of the cadre can be narrowed to: who withdrew stands in none. */
export const LISTED_STATES = [
  ...MEMBER_STATES,
  "proposed",
  "lapsed",
] as const satisfies readonly MembershipState[];

const membership = <Facts>(transition: Transition<MembershipState, Facts>) => transition;

/** What a list of members can be narrowed to beside their state: whose readiness ends soon, and who is in post. */
export const MEMBER_STANDINGS = ["expiring", "inPost"] as const;

/** What an arrow of a membership hangs on. */
export interface MembershipFacts {
  /** Whether anything that the member was found ready for still holds. */
  readonly holds: boolean;
}

/** Who comes back is found ready for something: otherwise the membership would lapse at once. */
const stillReady = ({ holds }: MembershipFacts) => (holds ? null : because("noReadinessHolds"));

/** The road of a membership. Nobody is an active member who has not agreed to be one. */
export const membershipTransitions = {
  /** The member agrees, or confirms that the file is current. */
  confirm: membership<MembershipFacts>({
    from: ["proposed", "active", "paused", "lapsed"],
    to: "active",
    guard: stillReady,
  }),
  /** Who paused keeps the file current, and stays paused. */
  keepPaused: membership<MembershipFacts>({ from: ["paused"], to: "paused", guard: always }),
  pause: membership<MembershipFacts>({ from: ["active"], to: "paused", guard: always }),
  withdraw: membership<MembershipFacts>({
    from: ["proposed", "active", "paused", "lapsed"],
    to: "withdrawn",
    guard: always,
  }),
  /** Comes back after having withdrawn: by the member's own wish. */
  comeBack: membership<MembershipFacts>({ from: ["withdrawn"], to: "active", guard: stillReady }),
  /** Nothing holds any more, or nobody has confirmed the file for too long: the system ends it, and it can return. */
  lapse: membership({ from: ["active"], to: "lapsed", guard: always }),
} as const;

/** The arrow by which a member who keeps the profile current confirms the file: who paused stays paused. */
export const profileArrow = (state: MembershipState) => (state === "paused" ? "keepPaused" : "confirm");

/**
 * Why a member cannot keep the profile, or null: who left comes back first, and nobody returns to the cadre, or agrees to
 * it, of whom no finding holds.
 */
export function refuseProfile(state: MembershipState, facts: MembershipFacts) {
  if (state === "withdrawn") return because("leftCadre");
  const next = take(membershipTransitions[profileArrow(state)], state, facts);
  return next.ok ? null : next.refusal;
}

/** What members do with their membership at any time, without giving a reason. */
export const MEMBERSHIP_CHANGES = ["pause", "withdraw", "comeBack"] as const;
export type MembershipChange = (typeof MEMBERSHIP_CHANGES)[number];

/** What a candidacy must show before its person enters the cadre. */
export interface AdmissionFacts {
  /** What the panel found, once the decision has been made. */
  readonly outcome: "recommended" | "suitable" | "notRecommended" | null;
  readonly decided: boolean;
  /** Whether the candidate was told of the decision: entering the cadre would tell. */
  readonly told: boolean;
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
  if (!facts.told) return because("letterWaits");
  if (facts.outcome !== "suitable" && facts.outcome !== "recommended") return because("notFoundSuitable");
  return facts.consents ? null : because("noCadreConsent");
}
