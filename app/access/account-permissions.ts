import type { Role } from "./actor.ts";
import { type Nothing, overseers, type Rules, secretariat } from "./permission.ts";

/** The record, and the accounts with their roles. */
export interface AccountResources {
  "record.read": Nothing;
  "account.create": Nothing;
  "account.list": Nothing;
  "account.changeRoles": Nothing;
  "role.wear": { readonly role: Role };
}

export const accountRules: Rules<AccountResources> = {
  "record.read": overseers,
  "account.create": secretariat,
  "account.list": overseers,
  "account.changeRoles": secretariat,
  "role.wear": (actor, facts) => actor.roles.some((held) => held.role === facts.role),
};
