/** A language and how well it is spoken: 1 basic, 2 working, 3 fluent. */
export interface SpokenLanguage {
  readonly code: string;
  readonly level: number;
}

/** A kind of leadership post (force commander, deputy head of mission …) and the component it belongs to. */
export interface RoleKindHeld {
  readonly code: string;
  /** Civilian, military or police. */
  readonly component: string;
}

/**
 * The part of the local day in which a person can talk, in minutes after local midnight; `to` after `from`, at
 * most 1440.
 */
export interface DayHours {
  readonly from: number;
  readonly to: number;
}

/** A span of days, both ends included, as ISO dates (`2026-03-01`). */
export interface DaySpan {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What both sides' profiles have. */
interface Profile {
  /** The id used in the assignment. */
  readonly id: string;
  /** The human being behind it: nobody mentors themselves. */
  readonly personId: string;
  /** Every nationality, as state codes. */
  readonly stateCodes: readonly string[];
  readonly languages: readonly SpokenLanguage[];
  /** IANA name, such as `Africa/Bangui`. */
  readonly timeZone: string;
  readonly hours: DayHours;
  /** Whether a partner of the same nationality is welcome; both sides have to say so. */
  readonly acceptsSameState: boolean;
}

/** A former senior leader who mentors. */
export interface MentorProfile extends Profile {
  /** Live pairs the mentor takes in all. */
  readonly capacity: number;
  /** Live pairs held now. */
  readonly activePairs: number;
  readonly rolesHeld: readonly RoleKindHeld[];
  /** Missions served in. */
  readonly missionCodes: readonly string[];
  readonly regions: readonly string[];
  readonly mandateTypes: readonly string[];
  /** What the mentor can help with. */
  readonly topics: readonly string[];
  readonly availability: readonly DaySpan[];
  /** Days within the availability on which the mentor is away. */
  readonly absences: readonly DaySpan[];
  readonly preferences: MentorPreferences;
}

/** What a mentor would rather have in a mentee. An empty list states no wish. */
export interface MentorPreferences {
  readonly roleKindCodes: readonly string[];
  readonly mandateTypes: readonly string[];
  readonly languageCodes: readonly string[];
}

/** A leader in post who wants a mentor. */
export interface MenteeProfile extends Profile {
  readonly role: RoleKindHeld;
  readonly missionCode: string;
  readonly region: string | null;
  readonly mandateTypes: readonly string[];
  /** States that are party to the conflict the mission deals with, the host state or states among them. */
  readonly hostConflictStateCodes: readonly string[];
  /** What the mentee wants help with. */
  readonly needs: readonly string[];
  /** Mentors wished for, the dearest first. */
  readonly preferredMentorIds: readonly string[];
  /** Mentors the mentee asks not to be paired with; nobody but the mentee reads whom. */
  readonly avoidMentorIds: readonly string[];
}

/** Something known between one mentor and one mentee. */
export type Tie = { readonly mentorId: string; readonly menteeId: string } & (
  | {
      /** One was the other's supervisor; `lastDay` (ISO date) is `null` while it lasts. */
      readonly kind: "supervision";
      readonly lastDay: string | null;
    }
  | {
      readonly kind:
        | "declaredConflict"
        | "endedPairing"
        | "satOnPanel"
        | "vetted"
        | "chainOfCommand"
        | "forbiddenPair";
    }
);
