import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";

const asOfficer = async (page: Page) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Ines Example" }).first().click();
  await page.waitForURL("/");
};

test("an officer crosses two breakdowns over a period, reads the table, and takes it along, without a script", async ({
  page,
}) => {
  await asOfficer(page);
  await page.goto("/balance");
  await page.getByRole("link", { name: "Breakdowns crossed" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Breakdowns crossed" })).toBeVisible();
  await page.getByLabel("By", { exact: true }).selectOption("region");
  await page.getByLabel("Crossed with").selectOption("ageBand");
  await page.getByLabel("At the stage").selectOption("consented");
  await page.getByLabel("From", { exact: true }).fill("2020-01-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Consented, by regional group and age" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Women who went on, %" })).toBeVisible();
  expect(await page.locator("script[src]").count()).toBe(0);
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^CSV/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^crossing-.*\.csv$/);
});

test("what does not fit is said beside the field", async ({ page }) => {
  await asOfficer(page);
  await page.goto("/balance/crossings?from=2026-02-01&to=2026-01-01");
  await expect(page.getByText("The last day lies before the first.").first()).toBeVisible();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2026-02-01");
  await expectAccessible(page);
});

test("in French and on a telephone without scrolling sideways", async ({ page }) => {
  await asOfficer(page);
  await page.setViewportSize({ width: 380, height: 740 });
  for (const address of [
    "/balance/crossings?lang=fr&first=state&second=stage",
    "/balance?lang=fr&by=service",
  ]) {
    await page.goto(address);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    await expectAccessible(page);
  }
  await expect(page.getByText("D’une étape à l’autre").first()).toBeVisible();
});
