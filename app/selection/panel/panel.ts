import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { formDay } from "#app/platform/form-day.ts";
import { versionNumber } from "#app/platform/version-number.ts";
import type { CandidacyState } from "#app/selection/lifecycle.ts";
import { LEVELS } from "#app/selection/nomination/grade.ts";
import { PANEL_SIZE, RULE_REASON_LENGTH } from "./composition-settings.ts";
import { COMPOSITION_RULES, PANEL_FIELDS } from "./panel-composition.ts";

/** The candidacies a panel judges or has judged: screened in, and what came of them. Withdrawn ones drop out. */
export const JUDGED_STATES = [
  "screenedIn",
  "recommended",
  "suitable",
  "notRecommended",
  "selected",
  "appointed",
] as const satisfies readonly CandidacyState[];

/** So many unrecused members must judge a candidacy: one mark alone cannot be compared with another. */
export const QUORUM = 2;

const memberRow = z.object({
  userId: z.string().default(""),
  gender: z.enum(GENDERS).default("notStated"),
  nationality: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/, { message: "nationalityCode" })
    .default(""),
  external: z.literal("on").optional(),
  level: z.enum(["", ...LEVELS]).default(""),
  field: z.enum(["", ...PANEL_FIELDS]).default(""),
});

/** The reason for a rule that is not met; an empty one gives none. */
const exceptionRow = z.object({
  rule: z.enum(COMPOSITION_RULES),
  reason: z
    .string()
    .trim()
    .max(1000)
    .refine((text) => text === "" || text.length >= RULE_REASON_LENGTH, { message: "ruleReasonShort" })
    .default(""),
});

/**
 * A panel as its form posts it: up to seven rows, of which those without a member are dropped; the chair is named by
 * the number of a row. Where a row has a member, a nationality is asked for, and no member stands in two rows.
 */
export const panelSchema = z
  .object({
    version: versionNumber,
    scoringDueOn: formDay,
    chair: z.coerce.number().int().min(0).optional(),
    exceptions: z.array(exceptionRow).max(COMPOSITION_RULES.length).default([]),
    interview: z.literal("on").optional(),
    blind: z.literal("on").optional(),
    calibrates: z.literal("on").optional(),
    noSampleReason: z.string().trim().max(1000).default(""),
    members: z.array(memberRow).max(PANEL_SIZE.most),
  })
  .superRefine(({ members }, context) => {
    const seen = new Set<string>();
    members.forEach(({ userId, nationality }, index) => {
      if (userId === "") return;
      if (nationality === "")
        context.addIssue({ code: "custom", path: ["members", index, "nationality"], message: "required" });
      if (seen.has(userId))
        context.addIssue({ code: "custom", path: ["members", index, "userId"], message: "memberTwice" });
      seen.add(userId);
    });
  })
  .transform(({ members, chair, exceptions, interview, blind, calibrates, ...rest }) => ({
    ...rest,
    exceptions: exceptions.filter(({ reason }) => reason !== ""),
    interview: interview === "on",
    blind: blind === "on",
    calibrates: calibrates === "on",
    members: members
      .map(({ external, ...member }, index) => ({
        ...member,
        external: external === "on",
        chair: index === chair,
      }))
      .filter(({ userId }) => userId !== ""),
  }));

/** A panel as the secretariat proposes it. */
export type ProposedPanel = z.output<typeof panelSchema>;
