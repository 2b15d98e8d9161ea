import { expect, it } from "vitest";
import { navigationFor } from "#app/navigation.ts";
import { paths } from "#app/paths.ts";

it.each(["secretariat", "auditor"] as const)("leads the %s to panels, clearances and decisions", (role) => {
  const places = navigationFor(role).map(({ to }) => to);
  expect(places).toEqual(expect.arrayContaining([paths.panels(), paths.clearances(), paths.decisions()]));
  expect(new Set(places).size).toBe(places.length);
});

it("leads a focal point to their state's pledges", () => {
  expect(navigationFor("focalPoint").map(({ to }) => to)).toContain(paths.mentors());
});
