/** The page asked for in an address (`?page=3`), from 1; anything else is the first. */
export function pageOf(url: string): number {
  const asked = Number(new URL(url).searchParams.get("page") ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
}

/** The same address on another page. */
export function withPage(path: string, search: string, page: number): string {
  const params = new URLSearchParams(search);
  params.set("page", String(page));
  return `${path}?${params}`;
}
