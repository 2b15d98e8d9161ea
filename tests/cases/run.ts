import { readFileSync } from "node:fs";
import { caseFile, checkCase } from "./check-case.ts";

/** `npm run cases -- FILE...`: see README.md. The exit status is 1 if anything failed or there was nothing to run. */
function run(files: readonly string[]): boolean {
  let passed = 0;
  let failed = 0;
  const fail = (file: string, name: string, why: readonly string[]) => {
    failed += 1;
    for (const line of why) process.stdout.write(`FAILED ${file}: ${name}: ${line}\n`);
  };
  for (const file of files) {
    try {
      for (const known of caseFile.parse(JSON.parse(readFileSync(file, "utf8")))) {
        const why = checkCase(known);
        if (why.length === 0) passed += 1;
        else fail(file, `${known.name} (${known.routine})`, why);
      }
    } catch (fault) {
      fail(file, "not a file of cases", [fault instanceof Error ? fault.message : String(fault)]);
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0;
}

process.exitCode = run(process.argv.slice(2)) ? 0 : 1;
