// @ts-check
/**
 * Which routes an address leads to, worked out once. Remix asks for it six times while it answers with one page, and each
 * time makes a regular expression of every route there is: of three hundred routes that was two fifths of what all pages
 * together cost the server.
 */
import { createRequire } from "node:module";

/**
 * @typedef {import("@remix-run/router").AgnosticRouteObject} RouteObject
 * @typedef {import("@remix-run/router").AgnosticRouteMatch} Match
 * @typedef {(routes: RouteObject[], location: string | { pathname?: string }, basename?: string) => Match[] | null} MatchRoutes
 * @typedef {Omit<Match, "route"> & { id: string | undefined }} Known
 */

/** Addresses that are remembered: those asked for longest ago go first. */
const MOST = 1_000;

/**
 * `matchRoutes` of the router with a memory. What it remembers holds for one set of routes by their ids, however often the
 * set itself is made anew: that of a build, which does not change while it is served.
 *
 * @param {MatchRoutes} matchRoutes
 * @returns {MatchRoutes}
 */
export function rememberMatches(matchRoutes) {
  /** @type {Map<string, readonly Known[]>} */
  const remembered = new Map();
  return (routes, location, basename) => {
    const pathname = typeof location === "string" ? location : location.pathname;
    if (pathname === undefined || /[?#]/.test(pathname)) return matchRoutes(routes, location, basename);
    const key = `${basename ?? "/"} ${pathname}`;
    const known = remembered.get(key);
    const matches = known && matchesIn(routes, known);
    if (matches) return matches;
    const found = matchRoutes(routes, location, basename);
    if (!found) return null;
    remembered.delete(key);
    remembered.set(
      key,
      found.map(({ route: { id }, params, ...match }) => ({ ...match, params: { ...params }, id })),
    );
    const [oldest] = remembered.keys();
    if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
    return found;
  };
}

/**
 * The same matches among these routes; undefined where one of them is not there.
 *
 * @param {RouteObject[]} routes
 * @param {readonly Known[]} known
 */
function matchesIn(routes, known) {
  /** @type {Match[]} */
  const matches = [];
  let level = routes;
  for (const { id, params, ...match } of known) {
    const route = level.find((one) => one.id === id);
    if (!route) return undefined;
    matches.push({ ...match, params: { ...params }, route });
    level = route.children ?? [];
  }
  return matches;
}

/** Has Remix, which reads the router's functions off its module at each call, remember. */
export function rememberRoutes() {
  const router = createRequire(import.meta.url)("@remix-run/router");
  router.matchRoutes = rememberMatches(router.matchRoutes);
}
