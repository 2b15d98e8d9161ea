import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../../app/ui/", import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), "utf8"),
}));

/** Utilities that name a side of the screen instead of an end of the line. */
const PHYSICAL =
  /(?<![\w-])-?(?:m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr]|rounded-[tb][lr]|scroll-[mp][lr])-(?=[\w[(])|(?<![\w-])(?:text|float|clear)-(?:left|right)(?![\w-])|(?<![\w-])border-[lr](?![\w-])/;

describe("the source of the design system", () => {
  test.each(files)("$name names no side of the screen", ({ text }) => {
    expect(text.match(PHYSICAL)?.[0]).toBeUndefined();
  });

  test("the guard sees what it should and lets the logical ones pass", () => {
    for (const bad of [
      "ml-2",
      "sm:pl-4",
      "-mr-1",
      "text-left",
      "left-0",
      "border-l",
      "border-r-2",
      "float-right",
    ]) {
      expect(`className="x ${bad}"`).toMatch(PHYSICAL);
    }
    for (const good of [
      "ms-2",
      "ps-4",
      "text-start",
      "start-0",
      "border-s-2",
      "html-left",
      "place-items-center",
    ]) {
      expect(`className="${good}"`).not.toMatch(PHYSICAL);
    }
  });

  test.each(files)("$name imports no wing and no colour of its own", ({ text }) => {
    const imports = [...text.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
    expect(imports.filter((from) => from?.startsWith("#") || from?.startsWith("../"))).toEqual([]);
    expect(text).not.toMatch(/#[0-9a-f]{6}\b|\brgb\(|(?:bg|text|border)-(?:gray|slate|blue|red|green)-\d/);
  });

  test.each(files)("$name holds no words for people", ({ name, text }) => {
    if (!name.endsWith(".tsx")) return;
    const markup = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(markup.match(/>\s*[A-Za-z][a-z]+ ?[a-z]*\s*</)?.[0]).toBeUndefined();
    expect(markup.match(/\b(?:aria-label|title|alt|placeholder)="[^"]+"/)?.[0]).toBeUndefined();
  });
});
