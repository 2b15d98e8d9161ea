import { type LoggerOptions, pino } from "pino";

/** What a line holds: an error with its stack, never an address or a token. */
export const logOptions: LoggerOptions = {
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  serializers: { error: pino.stdSerializers.err },
  redact: ["email", "token", "*.email", "*.token"],
};

/** Structured log on standard output; personal data never goes into it: ids only. */
export const log = pino(logOptions);
