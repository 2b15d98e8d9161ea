import { cruise, type IViolation } from "dependency-cruiser";
import { IMPORT_RULES } from "./import-rules.ts";

/** What was found wrong: which rule, and from which file to which. */
export interface Breach {
  readonly rule: string;
  readonly import: string;
}

/** Follows every import of the project (or of one planted in `baseDir`) and tells which rules it breaks. */
export async function breaches(baseDir: string, folders: readonly string[]): Promise<readonly Breach[]> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: [...IMPORT_RULES] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: ["node_modules", "^app/generated/"] },
      exclude: { path: ["^build/", "[.]css$", "[.]css[?]", "[.]svg$", "[.]json$"] },
      skipAnalysisNotInRules: false,
    },
    {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
      conditionNames: ["import", "types", "node", "default"],
      exportsFields: ["exports"],
    },
  );
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map(describe);
}

const describe = ({ rule, from, to }: IViolation): Breach => ({
  rule: rule.name,
  import: `${from} → ${to}`,
});
