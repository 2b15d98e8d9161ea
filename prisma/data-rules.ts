import { CALL_RULES } from "./data-rules/call-rules.ts";
import { CASE_RULES } from "./data-rules/case-rules.ts";
import type { DataRule } from "./data-rules/data-rule.ts";
import { MENTORING_RULES } from "./data-rules/mentoring-rules.ts";
import { PANEL_RULES } from "./data-rules/panel-rules.ts";
import { RECORD_RULES } from "./data-rules/record-rules.ts";
import { VETTING_RULES } from "./data-rules/vetting-rules.ts";

/** Every rule that the data must keep and no constraint of the database can hold, by part of the work. */
export const DATA_RULES: readonly DataRule[] = [
  ...CALL_RULES,
  ...CASE_RULES,
  ...VETTING_RULES,
  ...PANEL_RULES,
  ...MENTORING_RULES,
  ...RECORD_RULES,
];
