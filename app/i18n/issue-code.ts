import type { z } from "zod";

/**
 * The code under which a failed check is explained to a person (`invalid.<code>` in the catalogues), so that no
 * English sentence of the library reaches a page. A message given with the check itself goes before this.
 */
export function issueCode(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === "") return "required";
      return issue.expected === "number" || issue.expected === "int" ? "number" : "other";
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int") return "number";
      return issue.input === "" ? "required" : "tooShort";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int" ? "number" : "tooLong";
    case "invalid_value":
    case "invalid_union":
      return "choose";
    case "invalid_format":
      return issue.format === "email" ? "email" : issue.format.includes("date") ? "date" : "other";
    default:
      return "other";
  }
}
