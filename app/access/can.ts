import { type AccountResources, accountRules } from "./account-permissions.ts";
import type { Actor } from "./actor.ts";
import { type BalanceResources, balanceRules } from "./balance-permissions.ts";
import { type CadreResources, cadreRules } from "./cadre-permissions.ts";
import { type MentoringResources, mentoringRules } from "./mentoring-permissions.ts";
import { type NominationResources, nominationRules } from "./nomination-permissions.ts";
import { type PanelResources, panelRules } from "./panel-permissions.ts";
import type { Rules } from "./permission.ts";

/** Every action, with the facts its rule needs: one table, written down a file for each part of the work (docs/decisions/0072). */
interface Resources
  extends NominationResources,
    PanelResources,
    MentoringResources,
    CadreResources,
    BalanceResources,
    AccountResources {}

type Action = keyof Resources;

const rules: Rules<Resources> = {
  ...nominationRules,
  ...panelRules,
  ...mentoringRules,
  ...cadreRules,
  ...balanceRules,
  ...accountRules,
};

/** The state that an actor acts for, a focal point's own; null for everybody else: lists are scoped by it. */
export const actingState = (actor: Actor | null): string | null =>
  actor?.role === "focalPoint" ? actor.stateCode : null;

/** The actions whose rule needs no facts: navigation and home ask these. */
export type PlainAction = { [A in Action]: Resources[A] extends undefined ? A : never }[Action];

/**
 * Whether the actor may do this to that: the one place where permissions are asked.
 *
 * Use cases ask before they write, loaders before they read, and pages to know what to offer; lists are scoped
 * in their queries by the same facts.
 */
export function can<A extends Action>(
  actor: Actor,
  action: A,
  ...facts: Resources[A] extends undefined ? [] : [Resources[A]]
): boolean {
  return rules[action](actor, facts[0] as Resources[A]);
}
