/**
 * A path within this site that a form asked to return to; anything else (another site, a scheme, `//host`) is the
 * home page, so that a crafted link cannot send people away.
 */
export function backTo(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || asked.startsWith("//") || asked.includes("\\") || /\p{Cc}/u.test(asked))
    return "/";
  return asked;
}
