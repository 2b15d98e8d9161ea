import { expect, it } from "vitest";
import { sortingOf, sortLink } from "#app/platform/sorting.ts";

const KEYS = ["name", "share"] as const;
const asked = (search: string) => sortingOf(`http://x/list${search}`, KEYS);

it("takes a column and a way from the address, and else begins with the first, ascending", () => {
  expect(asked("")).toEqual({ key: "name", direction: "ascending" });
  expect(asked("?sort=share&order=descending")).toEqual({ key: "share", direction: "descending" });
  expect(asked("?sort=share&order=sideways")).toEqual({ key: "share", direction: "ascending" });
  expect(asked("?sort=password&order=descending")).toEqual({ key: "name", direction: "ascending" });
});

it("leads a column's head to the other way round, from the first page, and keeps what else was asked", () => {
  const sorted = asked("?sort=share");
  expect(sortLink("/list?year=2025&page=3&sort=share", sorted, "share")).toEqual({
    ...{ to: "/list?year=2025&sort=share&order=descending", direction: "ascending" },
  });
  expect(sortLink("/list", sorted, "name")).toEqual({
    to: "/list?sort=name&order=ascending",
    direction: null,
  });
});
