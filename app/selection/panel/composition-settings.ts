import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";

/** The bounds within which the size of a panel can be set (METHOD §5: 3–7 members); forms hold as many seats. */
export const PANEL_SIZE = { least: 3, most: 7 } as const;

/** How far a rule binds: asked for, with a reason on record where it is not met; advised; or not asked at all. */
export const RULE_FORCES = ["required", "advised", "off"] as const;
export type RuleForce = (typeof RULE_FORCES)[number];

/** The rules whose force can be set: every one but size and chair, without which there is no panel. */
export const FORCED_RULES = [
  "womenAndMen",
  "external",
  "experts",
  "field",
  "nationalities",
  "oneThird",
] as const;
type ForcedRule = (typeof FORCED_RULES)[number];

/** The field of a panel's form that takes the reason for a rule that is not met. */
export const exceptionField = (rule: string): string =>
  `exceptions[${(FORCED_RULES as readonly string[]).indexOf(rule)}].reason`;

/** What the rules of composition ask for. */
export interface CompositionSettings {
  readonly sizeLeast: number;
  readonly sizeMost: number;
  /** Members from outside the department, for posts at D-2 and above, and for the others. */
  readonly externalSenior: number;
  readonly externalOther: number;
  /** Experts at or above the level of the post. */
  readonly experts: number;
  readonly force: Readonly<Record<ForcedRule, RuleForce>>;
}

/**
 * The rules as they stand until the secretariat sets others: METHOD §5, after ST/AI/2010/3, section 1 (c). That a panel
 * knows the field of the post (military, police, political) is Cadre's own; the others are asked for there.
 */
export const DEFAULT_SETTINGS: CompositionSettings = {
  ...{ sizeLeast: PANEL_SIZE.least, sizeMost: PANEL_SIZE.most },
  ...{ externalSenior: 2, externalOther: 1, experts: 2 },
  force: {
    ...{ womenAndMen: "required", external: "required", experts: "required", field: "required" },
    ...{ nationalities: "required", oneThird: "advised" },
  },
};

/** A reason for other rules, or for a rule that is not met, says something when it has so many characters. */
export const RULE_REASON_LENGTH = 20;

const force = z.enum(RULE_FORCES);
const members = (least: number) => z.coerce.number().int().min(least).max(PANEL_SIZE.most);

/** The settings alone, as they are kept. */
export const keptSettingsSchema = z.object({
  sizeLeast: members(PANEL_SIZE.least),
  sizeMost: members(PANEL_SIZE.least),
  externalSenior: members(0),
  externalOther: members(0),
  experts: members(0),
  force: z.object({
    ...{ womenAndMen: force, external: force, experts: force, field: force },
    ...{ nationalities: force, oneThird: force },
  }),
});

/** Other rules as their form posts them: with the version they replace, and why. */
export const settingsSchema = keptSettingsSchema
  .extend({
    version: versionNumber,
    reason: z.string().trim().min(RULE_REASON_LENGTH, { message: "ruleReasonShort" }).max(1000),
  })
  .superRefine(({ sizeLeast, sizeMost }, context) => {
    if (sizeMost < sizeLeast)
      context.addIssue({ code: "custom", path: ["sizeMost"], message: "mostBelowLeast" });
  });
export type NewSettings = z.output<typeof settingsSchema>;
