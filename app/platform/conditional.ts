/** What an answer that may be kept says of itself. */
export interface Validators {
  /** As it stands in the header, quotes and `W/` included. */
  readonly etag: string;
  /** An HTTP date; null where it has none. */
  readonly lastModified: string | null;
}

/** A weak tag of the parts that an answer hangs on: the same parts, the same answer, but for its compression. */
export const weakTag = (...parts: readonly string[]): string => `W/"${parts.join("-")}"`;

/**
 * Whether whoever asks has the answer already (RFC 9110 §13): by its tag where they name one, compared weakly; else by its
 * date, to the second. A tag that does not match is not outvoted by a date.
 */
export function isUnchanged(asked: Headers, { etag, lastModified }: Validators): boolean {
  const tags = asked.get("if-none-match");
  if (tags !== null) {
    return tags.trim() === "*" || tags.split(",").some((tag) => bare(tag.trim()) === bare(etag));
  }
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  return lastModified !== null && !Number.isNaN(since) && Date.parse(lastModified) <= since;
}

const bare = (tag: string) => tag.replace(/^W\//, "");
