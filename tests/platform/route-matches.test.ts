import { createRequire } from "node:module";
import type { AgnosticRouteObject } from "@remix-run/router";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { rememberMatches, rememberRoutes } from "#app/platform/route-matches.mjs";

const router = createRequire(import.meta.url)("@remix-run/router") as typeof import("@remix-run/router");
const { matchRoutes } = router;

/** A set of routes as Remix makes it for each request: the same ids, other objects. */
const routes = (): AgnosticRouteObject[] => [
  {
    id: "root",
    path: "",
    children: [
      { id: "home", index: true },
      { id: "vacancies", path: "vacancies" },
      {
        id: "vacancy",
        path: "vacancies/:vacancyId",
        children: [
          { id: "summary", index: true },
          { id: "pipeline", path: "pipeline" },
        ],
      },
      { id: "new", path: "vacancies/new" },
      { id: "note", path: "vacancies/:vacancyId/note.pdf" },
      { id: "rest", path: "*" },
    ],
  },
];

const word = fc.constantFrom("vacancies", "new", "pipeline", "note.pdf", "a-1", "%C3%A9", "nowhere");
const address = fc
  .tuple(fc.array(word, { maxLength: 4 }), fc.boolean())
  .map(([words, slash]) => `/${words.join("/")}${slash ? "/" : ""}`);

describe("the routes of an address, remembered", () => {
  it("are those that the router finds, among the routes that are given", () => {
    fc.assert(
      fc.property(fc.array(address, { maxLength: 20 }), (addresses) => {
        const remembering = rememberMatches(matchRoutes as never);
        for (const [n, one] of [...addresses, ...addresses].entries()) {
          const given = routes();
          const found = remembering(given, n % 2 === 0 ? one : { pathname: one });
          expect(found).toEqual(matchRoutes(given, one));
          expect(found?.[0]?.route).toBe(given[0]);
        }
      }),
    );
  });

  it("are worked out once an address", () => {
    const original = vi.fn(matchRoutes as never) as never as Parameters<typeof rememberMatches>[0];
    const remembering = rememberMatches(original);
    for (let n = 0; n < 3; n += 1) {
      remembering(routes(), "/vacancies/a-1/pipeline");
      remembering(routes(), { pathname: "/vacancies/a-1/pipeline" });
    }
    expect(original).toHaveBeenCalledTimes(1);
    expect(remembering([], "/vacancies/a-1/pipeline")).toBeNull();
  });

  it("are each asker's own, and worked out anew for routes that do not hold them", () => {
    const remembering = rememberMatches(matchRoutes as never);
    const first = remembering(routes(), "/vacancies/a-1");
    Object.assign(first?.[0]?.params ?? {}, { vacancyId: "another" });
    expect(remembering(routes(), "/vacancies/a-1")?.[0]?.params).toEqual({ vacancyId: "a-1" });
    expect(remembering([{ id: "other", path: "*" }], "/vacancies/a-1")?.[0]?.route.id).toBe("other");
  });

  it("take no more room than a thousand addresses", () => {
    const original = vi.fn(matchRoutes as never) as never as Parameters<typeof rememberMatches>[0];
    const remembering = rememberMatches(original);
    for (let n = 0; n <= 1_000; n += 1) remembering(routes(), `/vacancies/${n}`);
    remembering(routes(), "/vacancies/1000");
    expect(original).toHaveBeenCalledTimes(1_001);
    remembering(routes(), "/vacancies/0");
    expect(original).toHaveBeenCalledTimes(1_002);
  });

  it("reach Remix: it reads the router's function off its module", () => {
    const before = router.matchRoutes;
    try {
      rememberRoutes();
      const remix = createRequire(import.meta.url)("@remix-run/react") as { matchRoutes: unknown };
      expect(router.matchRoutes).not.toBe(before);
      expect(remix.matchRoutes).toBe(router.matchRoutes);
    } finally {
      (router as { matchRoutes: unknown }).matchRoutes = before;
    }
  });
});
