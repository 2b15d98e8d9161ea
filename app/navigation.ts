import type { Role } from "./access/actor.ts";
import type { MessageKey } from "./i18n/message-keys.ts";
import { paths } from "./paths.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: MessageKey;
}

/** Items under a heading; those of a role with few have none. */
export interface NavigationGroup {
  readonly heading: MessageKey | null;
  readonly items: readonly NavigationItem[];
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

const group = (heading: MessageKey | null, ...items: readonly NavigationItem[]): NavigationGroup => ({
  heading,
  items,
});

const selection = group("nav.group.selection", missions, vacancies, calls, panels, decisions);
const vetting = group("nav.group.vetting", candidacies, states, duplicates, clearances);
const mentoring = group("nav.group.mentoring", mentors, matching, engagements);
const proof = group("nav.group.record", record, receipts, accounts);
const figures = group(null, cadre, balance);

const groups: { readonly [R in Role]: readonly NavigationGroup[] } = {
  secretariat: [selection, vetting, mentoring, proof, figures],
  focalPoint: [
    group(
      null,
      item(paths.nominations(), "nav.nominations"),
      calls,
      mentors,
      item(paths.pledgeMentor(), "nav.pledge"),
      receipts,
      balance,
    ),
  ],
  candidate: [
    group(
      null,
      item(paths.myCases(), "nav.myCases"),
      item(paths.myMembership(), "nav.myMembership"),
      receipts,
      balance,
    ),
  ],
  panelMember: [group(null, item(paths.panels(), "nav.panels"), receipts, balance)],
  decisionMaker: [group(null, decisions, receipts, balance)],
  vettingOfficer: [group(null, clearances, receipts, balance)],
  mentor: [
    group(
      null,
      item(paths.engagements(), "nav.myMentees"),
      item(paths.mentorProfile(), "nav.mentorProfile"),
      receipts,
      balance,
    ),
  ],
  mentee: [group(null, item(paths.engagements(), "nav.myMentor"), receipts, balance)],
  auditor: [proof, selection, vetting, mentoring, figures],
};

const open = group(null, calls, balance, receipts);

/** Where somebody in this role can go, in groups; the public sees what needs no account. */
export const navigationGroups = (role: Role | null): readonly NavigationGroup[] =>
  role ? groups[role] : [open];

/** The same in one list. */
export const navigationFor = (role: Role | null): readonly NavigationItem[] =>
  navigationGroups(role).flatMap(({ items }) => items);
