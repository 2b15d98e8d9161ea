import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";

const css = readFileSync(new URL("../../app/app.css", import.meta.url), "utf8");

const tokens = new Map(
  [...css.matchAll(/--color-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a = 0, b = 0] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --color-${name}`);
    return luminance(token[theme]);
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["ground", "surface", "sunken"];

/** Every text on every ground it is set on: 4.5:1 (WCAG 1.4.3). */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ["ink", [...grounds, "accent-soft", "action-soft", "good-soft", "bad-soft"]],
  ["muted", [...grounds, "accent-soft"]],
  ["accent", [...grounds, "accent-soft"]],
  ["accent-strong", [...grounds, "accent-soft", "action-soft", "good-soft", "bad-soft"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["action", [...grounds, "action-soft"]],
  ["good", [...grounds, "good-soft"]],
  ["bad", [...grounds, "bad-soft"]],
  ["bad-strong", ["bad-soft"]],
  ["on-bad", ["bad"]],
  ["surface", ["action"]],
];

/** Every line and shape that carries meaning, against what it stands on: 3:1 (WCAG 1.4.11). */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ["edge", grounds],
  ["series-1", grounds],
  ["series-2", grounds],
  ["series-3", grounds],
  ["series-4", grounds],
];

const pairs = (list: typeof texts) =>
  list.flatMap(([front, backs]) =>
    backs.flatMap((back) => (["light", "dark"] as const).map((theme) => [front, back, theme] as const)),
  );

describe("colour tokens", () => {
  test("each stands once, with a light and a dark value", () => {
    const declared = [...css.matchAll(/^ {2}--color-(?!\*)([a-z0-9-]+):/gm)].map(([, name]) => name);
    expect(declared.length).toBeGreaterThan(15);
    expect(declared).toEqual([...tokens.keys()]);
    expect(new Set(declared).size).toBe(declared.length);
  });

  test.each(pairs(texts))("text in %s reads on %s, %s", (front, back, theme) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(shapes))("a shape in %s stands out from %s, %s", (front, back, theme) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});
