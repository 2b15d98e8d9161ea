import type { Role } from "./access/actor.ts";
import type { MessageKey } from "./i18n/message-keys.ts";
import { paths } from "./paths.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: MessageKey;
}

const item = (to: string, label: MessageKey): NavigationItem => ({ to, label });

const cadre = item(paths.cadre(), "nav.cadre");
const record = item(paths.record(), "nav.record");
const receipts = item(paths.receipts(), "nav.receipts");
const balance = item(paths.balance(), "nav.balance");

const items: { readonly [R in Role]: readonly NavigationItem[] } = {
  secretariat: [cadre, record],
  focalPoint: [receipts],
  candidate: [item(paths.myMembership(), "nav.myMembership"), receipts],
  panelMember: [item(paths.panels(), "nav.panels"), receipts],
  decisionMaker: [receipts],
  vettingOfficer: [receipts],
  mentor: [receipts],
  mentee: [receipts],
  auditor: [record, cadre],
};

/** Where somebody in this role can go; the public sees what needs no account. */
export const navigationFor = (role: Role | null): readonly NavigationItem[] =>
  role ? [...items[role], balance] : [balance, receipts];
