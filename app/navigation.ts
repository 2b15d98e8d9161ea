import type { Role } from "./access/actor.ts";
import type { MessageKey } from "./i18n/message-keys.ts";
import { paths } from "./paths.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: MessageKey;
}

const item = (to: string, label: MessageKey): NavigationItem => ({ to, label });

const calls = item(paths.calls(), "nav.calls");
const balance = item(paths.balance(), "nav.balance");
const missions = item(paths.missions(), "nav.missions");
const vacancies = item(paths.vacancies(), "nav.vacancies");
const record = item(paths.record(), "nav.record");
const cadre = item(paths.cadre(), "nav.cadre");
const mentors = item(paths.mentors(), "nav.mentors");
const matching = item(paths.matching(), "nav.matching");
const engagements = item(paths.engagements(), "nav.engagements");
const clearances = item(paths.clearances(), "nav.clearances");

const items: { readonly [R in Role]: readonly NavigationItem[] } = {
  secretariat: [missions, vacancies, cadre, mentors, matching, engagements, balance, clearances, record],
  focalPoint: [
    calls,
    item(paths.nominations(), "nav.nominations"),
    item(paths.pledgeMentor(), "nav.pledge"),
    balance,
  ],
  candidate: [
    item(paths.myCases(), "nav.myCases"),
    item(paths.myMembership(), "nav.myMembership"),
    calls,
    balance,
  ],
  panelMember: [item(paths.panels(), "nav.panels"), balance],
  decisionMaker: [item(paths.decisions(), "nav.decisions"), missions, balance],
  vettingOfficer: [clearances, balance],
  mentor: [
    item(paths.mentorProfile(), "nav.mentorProfile"),
    item(paths.engagements(), "nav.myMentees"),
    balance,
  ],
  mentee: [item(paths.engagements(), "nav.myMentor"), balance],
  auditor: [record, missions, vacancies, clearances, cadre, mentors, matching, engagements, balance],
};

/** Where somebody in this role can go; the public sees what needs no account. */
export const navigationFor = (role: Role | null): readonly NavigationItem[] =>
  role ? items[role] : [calls, balance, item(paths.receipts(), "nav.receipts")];
