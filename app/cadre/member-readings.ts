import type { MemberSearch } from "./member-search.ts";
import {
  CLEARANCE_SOON_DAYS,
  CLEARANCE_STANDINGS,
  CONTACT_DAYS,
  CONTACT_STANDINGS,
} from "./member-search.ts";
import { dayNumber, listedWords, type MembersToday, NONE } from "./member-store.ts";
import { READINESS_LEVELS, RENEWAL_DAYS } from "./readiness.ts";

/** What somebody is found ready for: a kind of post and a level, each. */
export type Pattern = readonly (readonly [kind: string, level: string])[];

/** What members are found ready for on a day. */
export interface Readings {
  /** A code of what counts of a slot; `NOTHING` where nothing does. */
  readonly read: (slot: number) => number;
  /** What is behind the codes. */
  readonly patterns: readonly Pattern[];
}

/** The code of who is ready for nothing. */
export const NOTHING = 0;

/**
 * Reads findings as a search has them: those that hold on the day, and end soon where that is asked; nothing of who is in post,
 * unless that, or whose readiness ends soon, is asked. Of whom all hold the pattern is known; of whom some do not it is made.
 */
export function readingsOf({ store, day, inPost }: MembersToday, { standing }: MemberSearch): Readings {
  const first = dayNumber(day);
  const last = standing === "expiring" ? first + RENEWAL_DAYS : Number.POSITIVE_INFINITY;
  const { pattern, ends } = store.columns;
  const patterns: Pattern[] = [
    [],
    ...listedWords(store.codes.pattern).map((list) =>
      list.map((text) => text.split(":") as [string, string]),
    ),
  ];
  const made = new Map<string, number>();
  const kinds = [...store.findings];
  /** What holds of somebody of whom not everything may. */
  const partOf = (slot: number): number => {
    const held = kinds.filter(([, { level, expires }]) => {
      const until = expires[slot] ?? NONE;
      return (level[slot] ?? 0) > 0 && until >= first && until <= last;
    });
    if (held.length === 0) return NOTHING;
    const part = held.map(
      ([kind, { level }]) => [kind, READINESS_LEVELS[(level[slot] ?? 0) - 1] ?? ""] as const,
    );
    const key = part.join();
    const known = made.get(key);
    if (known !== undefined) return known;
    made.set(key, patterns.length);
    return patterns.push(part) - 1;
  };
  return {
    patterns,
    read(slot) {
      if (!standing && inPost[slot] === 1) return NOTHING;
      if ((ends[slot] ?? NONE) >= first && standing !== "expiring") return (pattern[slot] ?? 0) + 1;
      return partOf(slot);
    },
  };
}

/** The ways in which a clearance and a contact can stand together. */
export const STANDINGS = CLEARANCE_STANDINGS.flatMap((clearance) =>
  CONTACT_STANDINGS.map((contact) => ({ clearance, contact })),
);
export type Standing = (typeof STANDINGS)[number];

const placeOf = (clearance: Standing["clearance"]) =>
  CLEARANCE_STANDINGS.indexOf(clearance) * CONTACT_STANDINGS.length;
const [HOLDS, ENDS_SOON, NO_CLEARANCE] = [placeOf("holds"), placeOf("endsSoon"), placeOf("none")];
const [RECENT, YEAR, LONG_AGO, NEVER] = (["recent", "year", "longAgo", "never"] as const).map((one) =>
  CONTACT_STANDINGS.indexOf(one),
) as [number, number, number, number];

/**
 * How the clearance of each slot stands on a day and how long ago they were heard of, as places in `STANDINGS`. Clearances that the
 * reader may not know are none; a contact stands as it does until a day ends.
 */
export function standingsOf({ store, day }: MembersToday, hidden: Uint8Array): Uint8Array {
  const { cleared, contacted } = store.columns;
  const today = dayNumber(day);
  const [soon, recent, year] = [
    today + CLEARANCE_SOON_DAYS,
    today - CONTACT_DAYS.recent,
    today - CONTACT_DAYS.year,
  ];
  const standings = new Uint8Array(store.size);
  for (let slot = 0; slot < store.size; slot += 1) {
    const until = cleared[slot] ?? NONE;
    const at = contacted[slot] ?? NONE;
    const clearance = until < today || hidden[slot] ? NO_CLEARANCE : until <= soon ? ENDS_SOON : HOLDS;
    const contact = at === NONE ? NEVER : at >= recent ? RECENT : at >= year ? YEAR : LONG_AGO;
    standings[slot] = clearance + contact;
  }
  return standings;
}
