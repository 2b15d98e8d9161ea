/** The roles of DESIGN §1, in the order in which a person with several is offered them. */
export const ROLES = [
  "secretariat",
  "focalPoint",
  "candidate",
  "panelMember",
  "decisionMaker",
  "vettingOfficer",
  "mentor",
  "mentee",
  "auditor",
] as const;

export type Role = (typeof ROLES)[number];

/** Roles in which an account reads the names of candidates beside their cases. */
export const READS_NAMES = [
  "secretariat",
  "auditor",
  "vettingOfficer",
  "decisionMaker",
  "focalPoint",
] as const satisfies readonly Role[];

/** One role that an account holds; a focal point's is bound to a Member State (ISO code). */
export interface HeldRole {
  readonly role: Role;
  readonly stateCode: string | null;
}

/** Who acts: an account, wearing one of its roles. Permissions follow the role worn, not the sum of those held. */
export interface Actor {
  /** null only for a nominee who acts through an e-mailed link and has no account yet. */
  readonly userId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly role: Role;
  /** The state of the role worn, where it has one. */
  readonly stateCode: string | null;
  readonly roles: readonly HeldRole[];
  readonly locale: string;
  /** IANA zone in which times are shown. */
  readonly timeZone: string;
}
