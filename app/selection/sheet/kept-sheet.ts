/** What was typed into a sheet's form, as the browser keeps it while the sheet is not submitted. */
export interface KeptSheet {
  /** The version it was typed upon. */
  readonly version: number;
  /** Whether the server has it. */
  readonly saved: boolean;
  /** The form's fields, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the names begin with under which an account's sheets are kept. */
export const keptBy = (account: string): string => `sheet:${account}:`;

/** Reads what a browser kept; null for nothing, and for what is no kept sheet. */
export function readKept(text: string | null): KeptSheet | null {
  try {
    const { version, saved, fields } = JSON.parse(text ?? "");
    const known = Number.isSafeInteger(version) && typeof saved === "boolean" && typeof fields === "object";
    return known && fields !== null ? { version, saved, fields } : null;
  } catch {
    return null;
  }
}

/**
 * The version under which what is typed is kept and posted. While another's newer text waits for the writer's decision, it
 * is one before that newer version: whenever the page is opened again, with network or without, and whatever is posted
 * from it, the two meet again and the writer is asked again.
 *
 * @param version the version the form goes on from, which is the newer one as soon as it was met
 * @param undecided whether the writer has yet to say whose text stands
 */
export const typedUpon = (version: number, undecided: boolean): number => (undecided ? version - 1 : version);

/**
 * What becomes of what a browser kept when its page is opened: it is dropped where the server has as much or more of
 * it; put back where the page stands at the version it was typed upon, or is an older one shown without network; put
 * beside the other where somebody saved a newer version meanwhile, and never over it.
 *
 * @param opened the version the page shows
 */
export function meetKept({ version, saved }: KeptSheet, opened: number): "drop" | "putBack" | "compare" {
  if (version > opened) return "putBack";
  if (saved) return "drop";
  return version === opened ? "putBack" : "compare";
}
