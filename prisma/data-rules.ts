import { CALL_RULES } from "./call-rules.ts";
import { CASE_RULES } from "./case-rules.ts";
import type { DataRule } from "./data-rule.ts";
import { MENTORING_RULES } from "./mentoring-rules.ts";
import { PANEL_RULES } from "./panel-rules.ts";
import { RECORD_RULES } from "./record-rules.ts";
import { VETTING_RULES } from "./vetting-rules.ts";

/** Every rule that the data must keep and no constraint of the database can hold, by part of the work. */
export const DATA_RULES: readonly DataRule[] = [
  ...CALL_RULES,
  ...CASE_RULES,
  ...VETTING_RULES,
  ...PANEL_RULES,
  ...MENTORING_RULES,
  ...RECORD_RULES,
];
