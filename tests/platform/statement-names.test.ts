import { expect, test } from "vitest";
import { statementNames } from "#app/platform/statement-names.ts";

test("a statement has a name from the second time on, and always the same", () => {
  const nameOf = statementNames();
  expect(nameOf("select 1")).toBe("");
  const name = nameOf("select 1");
  expect(name).not.toBe("");
  expect(nameOf("select 1")).toBe(name);
});

test("no two statements share a name", () => {
  const nameOf = statementNames();
  const texts = Array.from({ length: 200 }, (_, n) => `select ${n}`);
  for (const text of texts) nameOf(text);
  expect(new Set(texts.map(nameOf)).size).toBe(200);
});

test("there are so many names and no more: what comes later is not kept", () => {
  const nameOf = statementNames(2);
  for (const text of ["a", "b", "c", "a", "b", "c"]) nameOf(text);
  expect(["a", "b", "c"].map(nameOf)).toEqual(["s0", "s1", ""]);
});

test("a flood of statements that come once costs no more than what is remembered of them", () => {
  const nameOf = statementNames();
  for (let n = 0; n < 10_000; n += 1) expect(nameOf(`select ${n}`)).toBe("");
  nameOf("select 'last'");
  expect(nameOf("select 'last'")).toBe("s0");
});
