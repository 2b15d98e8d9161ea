import type { Role } from "./access/actor.ts";
import type { MessageKey } from "./i18n/message-keys.ts";
import { paths } from "./paths.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: MessageKey;
}

const item = (to: string, label: MessageKey): NavigationItem => ({ to, label });

const accounts = item(paths.accounts(), "nav.accounts");
const cadre = item(paths.cadre(), "nav.cadre");
const record = item(paths.record(), "nav.record");
const receipts = item(paths.receipts(), "nav.receipts");
const missions = item(paths.missions(), "nav.missions");
const vacancies = item(paths.vacancies(), "nav.vacancies");
const candidacies = item(paths.candidacies(), "nav.candidacies");
const calls = item(paths.calls(), "nav.calls");
const engagements = item(paths.engagements(), "nav.engagements");
const mentors = item(paths.mentors(), "nav.mentors");
const matching = item(paths.matching(), "nav.matching");
const duplicates = item(paths.duplicates(), "nav.duplicates");
const states = item(paths.states(), "nav.states");
const panels = item(paths.panels(), "nav.allPanels");
const decisions = item(paths.decisions(), "nav.decisions");
const clearances = item(paths.clearances(), "nav.clearances");
const balance = item(paths.balance(), "nav.balance");

const items: { readonly [R in Role]: readonly NavigationItem[] } = {
  secretariat: [
    missions,
    vacancies,
    candidacies,
    states,
    calls,
    panels,
    clearances,
    decisions,
    duplicates,
    mentors,
    matching,
    engagements,
    cadre,
    accounts,
    record,
  ],
  focalPoint: [
    item(paths.nominations(), "nav.nominations"),
    calls,
    mentors,
    item(paths.pledgeMentor(), "nav.pledge"),
    receipts,
  ],
  candidate: [item(paths.myCases(), "nav.myCases"), item(paths.myMembership(), "nav.myMembership"), receipts],
  panelMember: [item(paths.panels(), "nav.panels"), receipts],
  decisionMaker: [decisions, receipts],
  vettingOfficer: [clearances, receipts],
  mentor: [
    item(paths.engagements(), "nav.myMentees"),
    item(paths.mentorProfile(), "nav.mentorProfile"),
    receipts,
  ],
  mentee: [item(paths.engagements(), "nav.myMentor"), receipts],
  auditor: [
    record,
    missions,
    vacancies,
    candidacies,
    states,
    calls,
    panels,
    clearances,
    decisions,
    duplicates,
    mentors,
    matching,
    engagements,
    cadre,
    accounts,
  ],
};

/** Where somebody in this role can go; the public sees what needs no account. */
export const navigationFor = (role: Role | null): readonly NavigationItem[] =>
  role ? [...items[role], balance] : [calls, balance, receipts];
