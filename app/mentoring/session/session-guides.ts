/** The guides to what a session can be about: words in the catalogue under `guide.<code>`. */
export const SESSION_GUIDES = [
  "firstMeeting",
  "firstHundredDays",
  "mandate",
  "team",
  "hostGovernment",
  "crisis",
  "headquarters",
  "conduct",
  "wellbeing",
  "transition",
  "lastMeeting",
] as const;
export type SessionGuide = (typeof SESSION_GUIDES)[number];

/** The guide that an address names, or null. */
export const guideOf = (code: string | null): SessionGuide | null =>
  SESSION_GUIDES.find((guide) => guide === code) ?? null;
