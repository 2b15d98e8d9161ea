import { describe, expect, it } from "vitest";
import { ROLES } from "#app/access/actor.ts";
import { leadsTo, navigationFor, navigationGroups } from "#app/navigation.ts";
import { paths } from "#app/paths.ts";

/** A row of links can be taken in at a glance up to about this many. */
const AT_A_GLANCE = 7;

describe.each(["secretariat", "auditor"] as const)("the %s", (role) => {
  it("is led to panels, clearances and decisions, and to each place once", () => {
    const places = navigationFor(role).map(({ to }) => to);
    expect(places).toEqual(expect.arrayContaining([paths.panels(), paths.clearances(), paths.decisions()]));
    expect(new Set(places).size).toBe(places.length);
  });

  it("finds places under headings, few in each", () => {
    const groups = navigationGroups(role);
    const headings = groups.flatMap(({ heading }) => heading ?? []);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.length).toBeGreaterThan(2);
    for (const { heading, items } of groups) {
      expect(items.length, heading ?? "without heading").toBeLessThanOrEqual(heading === null ? 2 : 5);
    }
  });
});

it("leads both overseers to the same places, the auditor to the record first", () => {
  const places = (role: "secretariat" | "auditor") => navigationFor(role).map(({ to }) => to);
  // Concerns are an officer's own: an auditor has none.
  const shared = places("secretariat").filter((place) => place !== paths.concerns());
  expect(places("auditor").toSorted()).toEqual(shared.toSorted());
  expect(places("auditor")[0]).toBe(paths.record());
});

it.each([null, ...ROLES])(
  "gives %s no row longer than a glance, and the balance of women and men",
  (role) => {
    const entries = navigationGroups(role).map(({ heading, items }) => (heading === null ? items.length : 1));
    expect(entries.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(AT_A_GLANCE);
    expect(navigationFor(role).map(({ to }) => to)).toContain(paths.balance());
  },
);

it("leads a focal point to their state's pledges", () => {
  expect(navigationFor("focalPoint").map(({ to }) => to)).toContain(paths.mentors());
});

it("lets one place stand out on the pages that gender balance leads on to", () => {
  const standOut = (role: Parameters<typeof navigationFor>[0], pathname: string) =>
    navigationFor(role)
      .filter((item) => leadsTo(item, pathname))
      .map(({ to }) => to);
  for (const role of [null, ...ROLES])
    for (const page of [
      paths.balance(),
      paths.uniformed(),
      paths.services(),
      paths.targets(),
      paths.projection(),
    ])
      expect(standOut(role, page), `${role} on ${page}`).toEqual([paths.balance()]);
  expect(standOut(null, paths.uniformedImport("one"))).toEqual([paths.balance()]);
  expect(standOut(null, paths.yearReport(2025))).toEqual([paths.openBalance()]);
  expect(standOut("focalPoint", paths.genderChampions())).toEqual([paths.accountableStates()]);
  expect(standOut("secretariat", "/balances")).toEqual([]);
});
