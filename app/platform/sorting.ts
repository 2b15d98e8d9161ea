/** How a list is sorted: by which column, and which way. */
export interface Sorting<Key extends string> {
  readonly key: Key;
  readonly direction: "ascending" | "descending";
}

/**
 * The sorting asked for in an address (`?sort=share&order=descending`); anything else is the one to begin with.
 *
 * @param keys the columns that a list can be sorted by; the first is the one to begin with, ascending
 */
export function sortingOf<Key extends string>(url: string, keys: readonly [Key, ...Key[]]): Sorting<Key> {
  const asked = new URL(url).searchParams;
  const key = keys.find((one) => one === asked.get("sort"));
  if (key === undefined) return { key: keys[0], direction: "ascending" };
  return { key, direction: asked.get("order") === "descending" ? "descending" : "ascending" };
}

/** What the head of a column needs: the address sorted by it, the other way round where it is sorted by it already. */
export function sortLink<Key extends string>(place: string, { key, direction }: Sorting<Key>, by: Key) {
  const { pathname, searchParams } = new URL(place, "http://place");
  const own = key === by ? direction : null;
  searchParams.delete("page");
  searchParams.set("sort", by);
  searchParams.set("order", own === "ascending" ? "descending" : "ascending");
  return { to: `${pathname}?${searchParams}`, direction: own };
}
