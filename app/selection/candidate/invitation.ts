import { createHash } from "node:crypto";

/** How many days after the close of a call a nominee may still answer. */
export const DAYS_TO_ANSWER = 14;

/** How long after its expiry a link still takes what was typed on a page that it opened before: hours. */
export const HOURS_TO_FINISH = 24;

/** What is kept of an invitation's token: its SHA-256, hex. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
