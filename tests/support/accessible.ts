import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import type axe from "axe-core";

/** What is handed to a page each time: a script without what only people read is half as long. */
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
/** WCAG 2.2 at level AA, the size of targets too (which axe leaves out unless it is asked), and axe's good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Holds a page to WCAG 2.2 AA as far as axe can tell.
 *
 * Axe is run in the page itself and asked for violations alone: its bindings for browser tests open a second page for
 * each look and describe what is sound as well, which is most of their time. Style sheets are not fetched for it: none
 * of these rules reads them. A message shown in a frame without scripts never answers axe; what it looks like its own
 * tests hold.
 *
 * @param what - what to call the page where it fails; its address unless told.
 */
export async function expectAccessible(page: Page, what = page.url()) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (runOnly) => {
    const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
    const options = { iframes: false, preload: false, resultTypes: ["violations" as const], runOnly };
    const found = await inPage.run(document, options);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, RULES);
  expect(violations, what).toEqual([]);
}

/** Holds what may scroll sideways by itself to its own width: a table whose rows are stacked shows every cell. */
export async function expectNothingCutOff(frame: Locator) {
  expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
}

/** Holds a page to its width: nothing makes it scroll sideways. */
export async function expectFitting(page: Page, what = page.url()) {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}
