/** The beginning of a text in quotes or backquotes that could be a key, and what ends it: its quote, or a `${`. */
const KEY_LIKE = /(["'`])([a-z][A-Za-z]*\.[A-Za-z0-9._]*)(\1|\$\{)/g;

interface Spoken {
  readonly whole: ReadonlySet<string>;
  /** What a key begins with that is put together. */
  readonly beginnings: readonly string[];
}

/** The keys that sources name, and the beginnings of those that they put together. */
export function spokenIn(sources: readonly string[]): Spoken {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const source of sources) {
    for (const [, , text = "", end] of source.matchAll(KEY_LIKE)) {
      if (end === "${" || text.endsWith(".")) beginnings.add(text);
      else whole.add(text);
    }
  }
  return { whole, beginnings: [...beginnings] };
}

/** The keys that nothing says. */
export const unspoken = (keys: readonly string[], { whole, beginnings }: Spoken): readonly string[] =>
  keys.filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
