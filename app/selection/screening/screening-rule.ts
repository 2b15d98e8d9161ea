import type { Verdict } from "./requirements.ts";
import type { ScreeningReason } from "./screening-reasons.ts";

/** One screener's finding, in the order in which they came in. */
export interface SheetFacts {
  readonly screenerId: string;
  readonly passed: boolean;
  readonly reasons: readonly ScreeningReason[];
  readonly findings: readonly {
    readonly requirement: string;
    readonly verdict: Verdict;
    readonly evidence: string;
  }[];
}

/** What the sheets of a round come to. */
export type Conclusion =
  | { readonly kind: "waits"; readonly for: "first" | "second" | "third" }
  | {
      readonly kind: "concluded";
      readonly basis: "consensus" | "majority";
      readonly passed: boolean;
      readonly reasons: readonly ScreeningReason[];
    };

/** How many screen a candidacy, and how many where the first two disagree. */
export const SCREENERS = { usual: 2, most: 3 } as const;

/**
 * The rule by which people, and only people, screen: no outcome without two screeners who found it.
 *
 * Two agree when both screen in, or both screen out and share a reason; the shared reasons are told. Otherwise a third
 * screens, from the file and without sight of the two, and the outcome of two of three stands. The reasons told are
 * then those that two of them gave; where no reason was given twice, all that the majority gave.
 *
 * @param sheets of one round, at most three, each of another person
 */
export function conclude(sheets: readonly SheetFacts[]): Conclusion {
  const [first, second, third] = sheets;
  if (!first) return { kind: "waits", for: "first" };
  if (!second) return { kind: "waits", for: "second" };
  const shared = twice([first, second]);
  if (first.passed && second.passed) return concluded("consensus", true, []);
  if (!first.passed && !second.passed && shared.length > 0) return concluded("consensus", false, shared);
  if (!third) return { kind: "waits", for: "third" };
  const all = [first, second, third];
  const passed = all.filter((sheet) => sheet.passed).length >= 2;
  if (passed) return concluded("majority", true, []);
  const out = all.filter((sheet) => !sheet.passed);
  const agreed = twice(out);
  return concluded("majority", false, agreed.length > 0 ? agreed : given(out));
}

const concluded = (basis: "consensus" | "majority", passed: boolean, reasons: readonly ScreeningReason[]) =>
  ({ kind: "concluded", basis, passed, reasons }) as const;

const given = (sheets: readonly SheetFacts[]) => [...new Set(sheets.flatMap(({ reasons }) => reasons))];

const twice = (sheets: readonly SheetFacts[]) =>
  given(sheets).filter((reason) => sheets.filter(({ reasons }) => reasons.includes(reason)).length >= 2);

/**
 * The verdict on each requirement that most screeners gave, with the evidence of the first who gave it; "cannot tell"
 * where no verdict was given by more than half.
 */
export function joinFindings(sheets: readonly SheetFacts[]): SheetFacts["findings"] {
  const keys = [...new Set(sheets.flatMap(({ findings }) => findings.map(({ requirement }) => requirement)))];
  return keys.map((requirement) => {
    const on = sheets.flatMap(({ findings }) => findings.filter((one) => one.requirement === requirement));
    const verdict =
      (["met", "notMet", "cannotTell"] as const).find(
        (one) => on.filter((finding) => finding.verdict === one).length * 2 > sheets.length,
      ) ?? "cannotTell";
    const evidence = on.find((one) => one.verdict === verdict && one.evidence !== "")?.evidence ?? "";
    return { requirement, verdict, evidence };
  });
}
