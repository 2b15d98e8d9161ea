import { createHash } from "node:crypto";
import type { PanelState } from "#app/selection/panel/panel-facts.ts";

/** The letters of a place from 0, as spreadsheets count: A … Z, AA, AB … */
export function lettersOf(place: number): string {
  const before = Math.floor(place / 26);
  const last = String.fromCharCode(65 + (place % 26));
  return before === 0 ? last : lettersOf(before - 1) + last;
}

/**
 * The letters under which a blind panel knows its candidates: the same for every member and every day, in an order that
 * follows from a hash and so tells nothing of names, dates or merit.
 *
 * @param candidacyIds all of the vacancy that were or are judged, those who left too: a letter once given stays
 */
export function blindLetters(panelId: string, candidacyIds: readonly string[]): ReadonlyMap<string, string> {
  const drawn = (id: string) => createHash("sha256").update(`${panelId} ${id}`).digest("hex");
  const placed = candidacyIds.map((id) => ({ id, at: drawn(id) })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return new Map(placed.map(({ id }, place) => [id, lettersOf(place)]));
}

/**
 * Whether names are withheld from an account: from every member of a blind panel, the chair too and whichever role they
 * wear, until the desk sheets are revealed; for good where the panel ends before.
 */
export const isBlindTo = (
  {
    blind,
    comparedAt,
    revealedAt,
    members,
  }: Pick<PanelState, "blind" | "comparedAt" | "revealedAt" | "members">,
  { userId }: { readonly userId: string | null },
): boolean =>
  blind && comparedAt === null && revealedAt === null && members.some((seat) => seat.userId === userId);

/**
 * A text with names taken out, whole words of them in whatever case and with or without accents.
 *
 * @param names given and family names; a part of fewer than two letters is left, since it is no name by itself
 * @param instead what stands in their place
 */
export function withoutNames(text: string, names: readonly string[], instead: string): string {
  const parts = new Set(
    names
      .flatMap((name) => name.split(/[\s'’-]+/))
      .map(plain)
      .filter((part) => part.length > 1),
  );
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => (parts.has(plain(word)) ? instead : word));
}

const plain = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
