import { createHash } from "node:crypto";

/** How many days after the close of a call a nominee may still answer. */
export const DAYS_TO_ANSWER = 14;

/** What is kept of an invitation's token: its SHA-256, hex. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
