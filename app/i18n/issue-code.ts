import type { z } from "zod";

/**
 * The code under which a failed check is explained to a person (`invalid.<code>` in the catalogues), so that no
 * English sentence of the library reaches a page. A message given with the check itself goes before this. A number past
 * a bound names the bound: `atLeast:1`.
 */
export function issueCode(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === "") return "required";
      if (issue.expected === "int") return "wholeNumber";
      return issue.expected === "number" ? "number" : "other";
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int") return `atLeast:${issue.minimum}`;
      return issue.input === "" ? "required" : "tooShort";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int" ? `atMost:${issue.maximum}` : "tooLong";
    case "invalid_value":
    case "invalid_union":
      return "choose";
    case "invalid_format":
      return issue.format === "email" ? "email" : issue.format.includes("date") ? "date" : "other";
    default:
      return "other";
  }
}

/** A code of a failed check, apart: the tail of its message's key, and the bound that its message names. */
export function partsOfCode(code: string): {
  readonly tail: string;
  readonly params: { readonly bound?: number };
} {
  const [, tail = code, bound] = /^(atLeast|atMost):(-?[\d.]+)$/.exec(code) ?? [];
  return { tail, params: bound === undefined ? {} : { bound: Number(bound) } };
}
