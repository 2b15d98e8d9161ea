import type { Format } from "#app/i18n/format.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** One thing held: what it is, what it says, from whom it came and when. */
export interface HeldRow {
  readonly key: string;
  readonly what: string;
  readonly held: string;
  readonly source: string;
  /** ISO 8601; null where the day was not kept. */
  readonly at: string | null;
}

type Source = "person" | "nominator" | "secretariat" | "member" | "plan" | "supervisor";

export interface HeldWords {
  readonly t: Translate;
  readonly format: Format;
  /** ISO day: what has expired by then is said to hold no more. */
  readonly today: string;
  /** What a state is called. */
  readonly stateOf: (code: string) => string;
  /** What a kind of post is called. */
  readonly roleOf: (code: string) => string;
}

/** Adds a row; none where nothing is held. */
export type AddRow = (what: MessageKey, held: string, source: Source, at: Date | null) => void;

/** The parts that say something, set apart by middle dots. */
export const filled = (...parts: readonly (string | number | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(" · ");
