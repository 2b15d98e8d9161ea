import type { PledgeKind, PledgeLevel } from "./state-pledge.ts";

interface Named {
  readonly en: string;
  readonly fr: string;
}

/** One pledge as everybody may have it: what the public register and its own page show. */
export interface OpenPledge {
  readonly address: string;
  /** ISO 3166-1 alpha-2. */
  readonly state: string;
  readonly stateName: Named;
  readonly kind: PledgeKind;
  readonly quantity: number;
  /** ISO dates, as are `pledgedOn` and the register's `on`. */
  readonly dueOn: string;
  readonly pledgedOn: string;
  readonly level: PledgeLevel;
  /** Of a pledge that is ready: within how many days of a call; null of the others. */
  readonly readyWithinDays: number | null;
  /** Owed after the day on which it was due. */
  readonly late: boolean;
  /** In the words of the state, in its language. */
  readonly words: string;
}

/** The public register, with what it counts and what it does not. */
export interface OpenPledges {
  readonly version: 1;
  readonly on: string;
  readonly note: Named;
  /** How many the register has; as many are listed as one file takes. */
  readonly total: number;
  readonly pledges: readonly OpenPledge[];
}

/** The columns of the table: the same in every language and version 1. */
export const OPEN_PLEDGE_COLUMNS = [
  ...["state", "state_name_en", "state_name_fr", "kind", "quantity", "due_on", "pledged_on"],
  ...["level", "ready_within_days", "late", "words", "address"],
] as const;

/**
 * The register as a table of text: its note in each language and its day first, so that no line travels without them, then
 * the head and a pledge a line. What there is none of is empty.
 */
export function openPledgeSheet({ on, note, pledges }: OpenPledges): readonly (readonly string[])[] {
  return [
    [note.en],
    [note.fr],
    [on],
    [...OPEN_PLEDGE_COLUMNS],
    ...pledges.map((pledge) => [
      ...[pledge.state, pledge.stateName.en, pledge.stateName.fr, pledge.kind, String(pledge.quantity)],
      ...[pledge.dueOn, pledge.pledgedOn, pledge.level, pledge.readyWithinDays?.toString() ?? ""],
      ...[String(pledge.late), pledge.words, pledge.address],
    ]),
  ];
}
