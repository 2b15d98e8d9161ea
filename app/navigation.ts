import type { Role } from "./access/actor.ts";
import type { MessageKey } from "./i18n/message-keys.ts";
import { paths } from "./paths.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: MessageKey;
  /** Where it leads on to, beside what lies below its own address: there it stands out too. */
  readonly covers?: readonly string[];
}

/** Items under a heading; those of a role with few have none. */
export interface NavigationGroup {
  readonly heading: MessageKey | null;
  readonly items: readonly NavigationItem[];
}

const item = (to: string, label: MessageKey, ...covers: readonly string[]): NavigationItem => ({
  to,
  label,
  covers,
});

/** Whether a page lies where an item leads. */
export const leadsTo = ({ to, covers = [] }: NavigationItem, pathname: string): boolean =>
  [to, ...covers].some((place) => pathname === place || pathname.startsWith(`${place}/`));

const accounts = item(paths.accounts(), "nav.accounts");
const cadre = item(paths.cadre(), "nav.cadre");
const bench = item(paths.bench(), "nav.bench");
const record = item(paths.record(), "nav.record");
const receipts = item(paths.receipts(), "nav.receipts");
const missions = item(paths.missions(), "nav.missions");
const rubrics = item(paths.rubrics(), "nav.rubrics");
const vacancies = item(paths.vacancies(), "nav.vacancies");
const candidacies = item(paths.candidacies(), "nav.candidacies");
const calls = item(paths.calls(), "nav.calls");
const engagements = item(paths.engagements(), "nav.engagements");
const mentors = item(paths.mentors(), "nav.mentors");
const concerns = item(paths.concerns(), "pair.concern.list");
const matching = item(paths.matching(), "nav.matching");
const duplicates = item(paths.duplicates(), "nav.duplicates");
const states = item(paths.states(), "nav.states");
const panels = item(paths.panels(), "nav.allPanels");
const decisions = item(paths.decisions(), "nav.decisions");
const clearances = item(paths.clearances(), "nav.clearances");
const conflicts = item(paths.conflictRegister(), "nav.conflicts");
const pledgeCalls = item(paths.pledgeCalls(), "nav.pledgeCalls");
const programmeHealth = item(paths.programmeHealth(), "nav.programmeHealth");
const lessons = item(paths.lessons(), "nav.lessons");
const courses = item(paths.courses(), "nav.courses");
const pledges = item(paths.statePledges(), "nav.statePledges");
const compacts = item(paths.compacts(), "nav.compacts");
const balance = item(
  paths.balance(),
  "nav.balance",
  ...[paths.uniformed(), paths.services(), paths.targets(), paths.projection()],
);
const openBalance = item(paths.openBalance(), "nav.openBalance", paths.yearReports());

const accountability = item(paths.accountability(), "nav.accountability");
const ownAccountability = item(paths.accountableStates(), "nav.accountability", paths.accountability());

const group = (heading: MessageKey | null, ...items: readonly NavigationItem[]): NavigationGroup => ({
  heading,
  items,
});

const preparing = group("nav.group.preparing", missions, rubrics, vacancies, calls);
const selection = group("nav.group.selection", panels, decisions);
const vetting = group("nav.group.vetting", candidacies, states, duplicates, clearances, conflicts);
const mentoring = group("nav.group.mentoring", mentors, matching, engagements, programmeHealth);
const proof = group("nav.group.record", record, receipts, accounts, accountability);
const people = group("nav.group.cadre", cadre, bench, courses, pledges, compacts);
const figures = group(null, balance);

const groups: { readonly [R in Role]: readonly NavigationGroup[] } = {
  secretariat: [
    preparing,
    selection,
    vetting,
    group("nav.group.mentoring", ...mentoring.items, concerns),
    people,
    proof,
    figures,
  ],
  focalPoint: [
    group(null, item(paths.nominations(), "nav.nominations"), calls),
    group("nav.group.pledges", pledges, mentors, pledgeCalls, courses, ownAccountability),
    group(null, receipts, balance),
  ],
  candidate: [
    group(
      null,
      item(paths.myCases(), "nav.myCases"),
      item(paths.myMembership(), "nav.myMembership"),
      item(paths.myDevelopment(), "nav.myDevelopment"),
      receipts,
      balance,
    ),
  ],
  panelMember: [group(null, item(paths.panels(), "nav.panels"), receipts, balance)],
  decisionMaker: [group(null, decisions, compacts, receipts, balance, accountability)],
  vettingOfficer: [group(null, clearances, receipts, balance)],
  mentor: [
    group(
      null,
      item(paths.engagements(), "nav.myMentees"),
      item(paths.myCalendar(), "nav.myCalendar"),
      item(paths.mentorProfile(), "nav.mentorProfile"),
      lessons,
      concerns,
      receipts,
      balance,
    ),
  ],
  mentee: [
    group(
      null,
      item(paths.engagements(), "nav.myMentor"),
      item(paths.myCalendar(), "nav.myCalendar"),
      lessons,
      compacts,
      concerns,
      receipts,
      balance,
    ),
  ],
  auditor: [proof, preparing, selection, vetting, mentoring, people, figures],
};

const open = group(null, calls, pledges, balance, openBalance, receipts);

/** Where somebody in this role can go, in groups; the public sees what needs no account. */
export const navigationGroups = (role: Role | null): readonly NavigationGroup[] =>
  role ? groups[role] : [open];

/** The same in one list. */
export const navigationFor = (role: Role | null): readonly NavigationItem[] =>
  navigationGroups(role).flatMap(({ items }) => items);
