import { pino } from "pino";

/** Structured log on standard output; personal data never goes into it: ids only. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  redact: ["email", "token", "*.email", "*.token"],
});
