/** The cookie by which a browser says that somebody else sees its screen. */
export const SCREEN_COOKIE = "cadre.screenSharing";

/** Whether the sender's screen is shared: what is theirs alone is then left out of pages, on the server. */
export const isScreenShared = (request: Request): boolean =>
  (request.headers.get("cookie") ?? "").split(";").some((pair) => pair.trim() === `${SCREEN_COOKIE}=on`);
