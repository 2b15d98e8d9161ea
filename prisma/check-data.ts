import type { Reader } from "#app/platform/database.server.ts";
import type { DataRule } from "./data-rule.ts";
import { DATA_RULES } from "./data-rules.ts";

/** A rule with the rows that break it. */
export interface BrokenRule {
  readonly rule: DataRule;
  readonly rows: readonly { readonly id: string; readonly why?: string }[];
}

/** Asks the database for every row that breaks a rule: none, where all is well. */
export async function checkData(reader: Reader): Promise<readonly BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const rule of DATA_RULES) {
    const rows = await reader.$queryRawUnsafe<{ id: string; why?: string }[]>(rule.breaches);
    if (rows.length > 0) broken.push({ rule, rows });
  }
  return broken;
}
