/** What a key does on a score sheet. */
export type SheetKey =
  | { readonly kind: "mark"; readonly mark: string }
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "evidence" }
  | { readonly kind: "confidence" };

/**
 * Scoring by keyboard: a digit from 1 to the top of the scale sets the level of the current criterion, 0 says "not
 * observed", the arrows up and down go to the criterion before and after, Enter goes to its evidence, C to how sure one is. Any other key,
 * and a digit off the scale, does nothing (null). With ten levels 0 stays "not observed": level 10 is set with the mouse.
 *
 * @param current number of the current criterion, from 0
 */
export function sheetKey(
  key: string,
  current: number,
  { criteria, levels }: { readonly criteria: number; readonly levels: number },
): SheetKey | null {
  if (key === "ArrowDown") return { kind: "move", to: Math.min(criteria - 1, current + 1) };
  if (key === "ArrowUp") return { kind: "move", to: Math.max(0, current - 1) };
  if (key === "Enter") return { kind: "evidence" };
  if (key === "c" || key === "C") return { kind: "confidence" };
  if (key === "0") return { kind: "mark", mark: "notObserved" };
  return /^[1-9]$/.test(key) && Number(key) <= levels ? { kind: "mark", mark: key } : null;
}
