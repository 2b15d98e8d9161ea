import { z } from "zod";
import { versionNumber } from "#app/platform/version-number.ts";
import type { ConflictSource, DerivedConflict } from "./conflict.ts";

export const CONFLICT_STANDINGS = ["found", "suspected", "declared"] as const;
export const CONFLICT_PINS = ["none", "stands", "setAside"] as const;
export type ConflictPin = (typeof CONFLICT_PINS)[number];

/** A conflict as the register knows it. Days are ISO dates. */
export interface KnownTie {
  readonly userId: string;
  readonly personId: string;
  readonly source: ConflictSource;
  readonly detail: string;
  readonly standing: (typeof CONFLICT_STANDINGS)[number];
  readonly expiresOn: string | null;
  /** The files no longer show it. */
  readonly ended: boolean;
  readonly pin: ConflictPin;
}

/**
 * Whether a conflict of the register recuses today. An officer's pin decides over what is on file: what stands recuses
 * though the files no longer show it, what is set aside does not. A member's own word is never set aside, and nothing
 * counts after its last day.
 */
export function recuses(
  tie: Omit<KnownTie, "userId" | "personId" | "source" | "detail">,
  today: string,
): boolean {
  if (tie.expiresOn !== null && tie.expiresOn < today) return false;
  if (tie.standing === "declared" || tie.pin === "stands") return true;
  return tie.pin === "none" && tie.standing === "found" && !tie.ended;
}

/** How a conflict of the register stands today, in one word. */
export type ConflictState = "recuses" | "suspected" | "setAside" | "expired" | "ended";

/** Why a conflict recuses, or does not; `suspected` waits for an officer's word. */
export function stateOfTie(tie: Parameters<typeof recuses>[0], today: string): ConflictState {
  if (recuses(tie, today)) return "recuses";
  if (tie.expiresOn !== null && tie.expiresOn < today) return "expired";
  if (tie.pin === "setAside") return "setAside";
  return tie.ended ? "ended" : "suspected";
}

/** What a new look at the files changes in the register. */
export interface Recomputed<T> {
  readonly added: readonly DerivedConflict[];
  /** Known ones that the files show in other words, or show again. */
  readonly changed: readonly { readonly known: T; readonly found: DerivedConflict }[];
  readonly ended: readonly T[];
}

const keyOf = ({ userId, personId, source }: Pick<KnownTie, "userId" | "personId" | "source">) =>
  `${userId} ${personId} ${source}`;

/** What the files show anew each time; a declaration and a pairing are kept when they come about. */
const isDerived = ({ standing, source }: KnownTie) => standing !== "declared" && source !== "pairing";

/**
 * Compares the register with what the files show now. What is found is added, what is no longer found ends, and what was
 * declared is left alone. Pins are not among what it changes: they survive.
 *
 * @param known what the register holds between the people looked at, and nothing else
 * @param found everything that the files show between them
 */
export function recompute<T extends KnownTie>(
  known: readonly T[],
  found: readonly DerivedConflict[],
): Recomputed<T> {
  const derived = new Map(known.filter(isDerived).map((one) => [keyOf(one), one]));
  const seen = new Set(found.map(keyOf));
  return {
    added: found.filter((one) => !derived.has(keyOf(one))),
    changed: found.flatMap((one) => {
      const before = derived.get(keyOf(one));
      return before && !sameTie(before, one) ? [{ known: before, found: one }] : [];
    }),
    ended: [...derived.values()].filter((one) => !one.ended && !seen.has(keyOf(one))),
  };
}

const sameTie = (known: KnownTie, found: DerivedConflict) =>
  !known.ended &&
  known.detail === found.detail &&
  known.standing === found.standing &&
  known.expiresOn === found.expiresOn;

/**
 * What recuses one account from one person, as it would be kept after a new look at the files: what they show, under the
 * pins that the register holds, with what it holds beside.
 */
export function recusingTies(
  known: readonly KnownTie[],
  found: readonly DerivedConflict[],
  today: string,
): readonly Pick<KnownTie, "userId" | "personId" | "source" | "detail">[] {
  const { added, changed, ended } = recompute(known, found);
  const gone = new Set(ended.map(keyOf));
  const now = new Map(changed.map((one) => [keyOf(one.found), one.found]));
  const kept = known.map((tie) => {
    const renewed = now.get(keyOf(tie));
    return renewed
      ? { ...tie, ...renewed, ended: false }
      : { ...tie, ended: tie.ended || gone.has(keyOf(tie)) };
  });
  const fresh = added.map((tie) => ({ ...tie, ended: false, pin: "none" as const }));
  return [...kept, ...fresh].filter((tie) => recuses(tie, today));
}

/** A reason says something when it has so many characters. */
const PIN_REASON_LENGTH = 20;

/** An officer's word on a conflict, with the reason that goes on record; none takes the word back. */
export const pinSchema = z.object({
  version: versionNumber,
  pin: z.enum(CONFLICT_PINS),
  reason: z.string().trim().min(PIN_REASON_LENGTH, { message: "tooShort" }).max(1000),
});
export type PinWord = z.output<typeof pinSchema>;
