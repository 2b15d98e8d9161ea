import { expect, type Locator, type Page } from "@playwright/test";
import axe from "axe-core";

/**
 * Holds a page to WCAG 2.2 AA as far as axe can tell.
 *
 * Axe is run in the page itself and asked for violations alone: its bindings for browser tests open a second page for
 * each look and describe what is sound as well, which is most of their time. A message shown in a frame without scripts
 * never answers axe; what it looks like its own tests hold.
 *
 * @param what - what to call the page where it fails; its address unless told.
 */
export async function expectAccessible(page: Page, what = page.url()) {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
    const found = await inPage.run(document, { iframes: false, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
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
