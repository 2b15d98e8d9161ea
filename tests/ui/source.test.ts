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

/** Files that draw what is shown elsewhere, where no style sheet of ours is at hand. */
const LEAVES_THE_SITE = ["picture-brush.ts"];
const styles = readFileSync(new URL("../../app/app.css", import.meta.url), "utf8");
const tokens = [...styles.matchAll(/light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];

/** A text without the pairs of colours, by light and by dark, that app.css names. */
const withoutTokens = (text: string) =>
  tokens.reduce((rest, [, light, dark]) => rest.replaceAll(`["${light}", "${dark}"]`, ""), text);

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

  test.each(files)("$name imports no wing and no colour of its own", ({ name, text }) => {
    const imports = [...text.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
    expect(imports.filter((from) => from?.startsWith("#") || from?.startsWith("../"))).toEqual([]);
    const kept = LEAVES_THE_SITE.includes(name) ? withoutTokens(text) : text;
    expect(kept).not.toMatch(/#[0-9a-f]{6}\b|\brgb\(|(?:bg|text|border)-(?:gray|slate|blue|red|green)-\d/);
  });

  test("a picture that leaves the site brings the site's own pairs of colours, each as app.css has it", () => {
    for (const leaving of LEAVES_THE_SITE) {
      const text = files.find(({ name }) => name === leaving)?.text ?? "";
      expect(text).toMatch(/#[0-9a-f]{6}/);
      expect(withoutTokens(text)).not.toMatch(/#[0-9a-f]{6}/);
    }
  });

  test.each(files)("$name holds no words for people", ({ name, text }) => {
    if (!name.endsWith(".tsx")) return;
    const markup = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(markup.match(/>\s*[A-Za-z][a-z]+ ?[a-z]*\s*</)?.[0]).toBeUndefined();
    expect(markup.match(/\b(?:aria-label|title|alt|placeholder)="[^"]+"/)?.[0]).toBeUndefined();
  });
});
