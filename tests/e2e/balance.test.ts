import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";

test("the public reads the published figures and the targets with their sources, without a script", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Gender balance" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Gender balance" })).toBeVisible();
  await expect(page.getByText("These are the published figures")).toBeVisible();
  await expect(page.getByText("System-wide Strategy on Gender Parity").first()).toBeVisible();
  expect(await page.locator("script[src]").count()).toBe(0);
  await expectAccessible(page);
});

test("in French too, and on a telephone without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/balance?lang=fr");
  await expect(page.getByText("Voici les chiffres publiés")).toBeVisible();
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
  await expectAccessible(page);
});

test("the secretariat is told that it sees exact figures", async ({ page }) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Ines Example" }).first().click();
  await page.waitForURL("/");
  await page.getByRole("link", { name: "Gender balance" }).first().click();
  await expect(page.getByText("You see exact figures")).toBeVisible();
  await expectAccessible(page);
});
