import type { MenteeProfile, MentorProfile } from "#app/mentoring/matching/match-profile.ts";

export const programme = { startsOn: "2026-03-01", endsOn: "2027-02-28" };

/** A mentor nothing speaks against; change what the test is about. */
export const mentor = (changes: Partial<MentorProfile> = {}): MentorProfile => ({
  id: "m1",
  personId: "p-m1",
  stateCodes: ["GH"],
  languages: [
    { code: "en", level: 3 },
    { code: "fr", level: 2 },
  ],
  timeZone: "Africa/Accra",
  hours: { from: 480, to: 1080 },
  acceptsSameState: false,
  capacity: 2,
  activePairs: 0,
  rolesHeld: [{ code: "forceCommander", component: "military" }],
  missionCodes: ["UNMIL"],
  regions: ["westAfrica"],
  mandateTypes: ["protectionOfCivilians"],
  topics: ["planning", "hostState"],
  availability: [{ startsOn: "2026-01-01", endsOn: "2027-12-31" }],
  absences: [],
  preferences: { roleKindCodes: [], mandateTypes: [], languageCodes: [] },
  ...changes,
});

/** A mentee the mentor above suits, without being the same in anything that excludes. */
export const mentee = (changes: Partial<MenteeProfile> = {}): MenteeProfile => ({
  id: "e1",
  personId: "p-e1",
  stateCodes: ["UY"],
  languages: [{ code: "en", level: 2 }],
  timeZone: "Africa/Bangui",
  hours: { from: 480, to: 1080 },
  acceptsSameState: false,
  role: { code: "forceCommander", component: "military" },
  missionCode: "MINUSCA",
  region: "centralAfrica",
  mandateTypes: ["protectionOfCivilians"],
  hostConflictStateCodes: ["CF"],
  needs: ["planning", "gender", "hostState"],
  preferredMentorIds: [],
  avoidMentorIds: [],
  ...changes,
});
