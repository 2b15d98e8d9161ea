import { type DestinationStream, pino } from "pino";

/**
 * What the log says of a fault: its kind, code, message and where it arose. Nothing else that an error carries goes
 * in, since it may hold what somebody entered; for the same reason only the last line of the database client's
 * message does, which says what failed and not what was sent.
 */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const ofDatabase = error.name.startsWith("Prisma");
  return {
    type: error.name,
    ...("code" in error && { code: String(error.code) }),
    message: ofDatabase ? error.message.trimEnd().split("\n").at(-1) : error.message,
    stack: error.stack?.split("\n").filter((line) => line.startsWith("    at ")),
    ...(error.cause instanceof Error && { cause: faultOf(error.cause) }),
  };
}

/** Addresses that are keys: whoever holds one acts for the person to whom it was sent. */
const KEYS = /(\/(?:invitations|cadre-invitations|answers|references|calendar-feeds)\/|[?&]token=)[\w%-]+/g;

/** A line without the secret part of any link that it names, wherever it stands: in a path, a message or a cause. */
const withoutKeys = (line: string): string => line.replaceAll(KEYS, "$1[token]");

/** A structured log, one JSON line for each entry; personal data never goes into it: ids only. */
export const makeLog = (destination?: DestinationStream) =>
  pino(
    {
      level: process.env.LOG_LEVEL ?? "info",
      base: null,
      redact: ["email", "token", "*.email", "*.token"],
      serializers: { error: faultOf, err: faultOf },
      hooks: { streamWrite: withoutKeys },
    },
    destination ?? pino.destination(1),
  );

/** The log on standard output. */
export const log = makeLog();
