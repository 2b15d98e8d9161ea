import type { Gender } from "#app/gender/counts.ts";
import { type CompositionSettings, PANEL_SIZE } from "./composition-settings.ts";
import {
  type CompositionRule,
  checkComposition,
  type JudgedPost,
  type ProposedMember,
} from "./panel-composition.ts";
import type { PanelSetup } from "./panel-page.ts";
import { type ConflictFiles, proposedConflicts } from "./panel-rows.ts";
import { judgesLeft } from "./quorum.ts";

/** Why an account cannot take a seat: a rule of composition, or one of these. */
export type Obstacle = CompositionRule | "unknown" | "chairConflict" | "quorum";

/** Somebody who could take a seat, with every rule met. */
export interface Substitute {
  readonly userId: string;
  readonly name: string;
  readonly gender: Gender;
  readonly nationality: string;
  /** From how many of the candidacies they would be recused. */
  readonly conflicts: number;
}

/** Who could take a seat, and where somebody cannot, why. */
export interface Substitutes {
  readonly proposed: readonly Substitute[];
  /** How many accounts each obstacle keeps out, the greatest first; an account counts for each that stands in its way. */
  readonly excluded: readonly { readonly obstacle: Obstacle; readonly accounts: number }[];
}

interface Asked extends ConflictFiles {
  readonly members: readonly ProposedMember[];
  /** The seat to fill anew, by its place among the members; beyond the last: one seat more. */
  readonly seat: number;
  readonly post: JudgedPost;
  readonly settings: CompositionSettings;
}

/**
 * Who could take a seat of a panel so that every rule of composition is met, each candidacy keeps its quorum and, in the
 * chair, nobody is recused: all accounts are tried, one after the other (at most 200 × 7). Those with the fewest conflicts
 * come first, then by name, then by id. Of whom gender or nationality is not on file cannot be judged; whoever never sat
 * from outside the department counts as inside, and whose level or field is not known counts for neither.
 *
 * A rule that is advice only ("where possible") keeps nobody out.
 */
export function substitutesFor(asked: Asked): Substitutes {
  const { members, seat, accounts } = asked;
  const seated = new Set(members.map(({ userId }) => userId));
  const tried = accounts
    .filter(({ userId }) => !seated.has(userId))
    .map((account) => tryAccount(asked, account, members[seat]?.chair ?? false));
  const counts = new Map<Obstacle, number>();
  for (const { obstacles } of tried) for (const one of obstacles) counts.set(one, (counts.get(one) ?? 0) + 1);
  return {
    proposed: tried
      .flatMap(({ substitute, obstacles }) => (substitute && obstacles.length === 0 ? [substitute] : []))
      .toSorted((a, b) => a.conflicts - b.conflicts || order(a.name, b.name) || order(a.userId, b.userId)),
    excluded: [...counts]
      .map(([obstacle, number]) => ({ obstacle, accounts: number }))
      .toSorted((a, b) => b.accounts - a.accounts || order(a.obstacle, b.obstacle)),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Tried {
  readonly substitute: Substitute | null;
  readonly obstacles: readonly Obstacle[];
}

function tryAccount(asked: Asked, account: ConflictFiles["accounts"][number], chair: boolean): Tried {
  const { members, seat, post, settings, ties } = asked;
  const { userId, name, gender } = account;
  const [nationality] = account.nationalities;
  if (gender === null || nationality === undefined) return { substitute: null, obstacles: ["unknown"] };
  const { level, field } = account;
  const one = { userId, chair, gender, nationality, external: account.outside, level, field };
  const panel = seat < members.length ? members.with(seat, one) : [...members, one];
  const found = proposedConflicts(panel, asked);
  const conflicts = found.filter((conflict) => conflict.userId === userId).length;
  const short = judgesLeft(
    panel.map((member) => member.userId),
    ties,
    found,
  ).some(({ belowQuorum }) => belowQuorum);
  const broken = checkComposition(panel, post, settings)
    .filter(({ standing }) => standing === "broken")
    .map(({ rule }) => rule);
  return {
    substitute: { userId, name, gender, nationality, conflicts },
    obstacles: [
      ...broken,
      ...(chair && conflicts > 0 ? (["chairConflict"] as const) : []),
      ...(short ? (["quorum"] as const) : []),
    ],
  };
}

/** So many are proposed at once. */
const MOST_PROPOSED = 20;

/**
 * Who could take a seat of a panel as it was saved, counted from 1 for who reads it; null where no seat is asked about, or
 * there is no panel yet, or it is not this officer's to set.
 *
 * @param seat a number of a row from 0; where nobody sits in it, it stands for one seat more
 */
export function substitutesIn(setup: PanelSetup, seat: number | null) {
  if (seat === null || setup.panel === null || setup.recused) return null;
  const { members } = setup.panel;
  const row = Math.min(seat, members.length);
  const { proposed, excluded } = substitutesFor({ ...setup, members, seat: row });
  return { seat: row + 1, proposed: proposed.slice(0, MOST_PROPOSED), excluded };
}

/** Which seat a page is asked about: a number of a row from 0; null where none is. */
export function seatAsked(text: string | null): number | null {
  const seat = text !== null && /^\d$/.test(text) ? Number(text) : null;
  return seat !== null && seat < PANEL_SIZE.most ? seat : null;
}
