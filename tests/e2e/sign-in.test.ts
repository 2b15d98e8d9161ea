import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";

async function signIn(page: Page, name: string) {
  await page.goto("/demo");
  await page
    .getByRole("button", { name: `Sign in as ${name}` })
    .first()
    .click();
  await page.waitForURL("/");
}

test("the public finds the way in, in French too", async ({ page }) => {
  await page.goto("/?lang=fr");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("link", { name: "Se connecter" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("the secretariat sees the cadre and the record", async ({ page }) => {
  await signIn(page, "Ines Example");
  await expectAccessible(page);
  await page.goto("/cadre");
  await expect(page.locator("main table tbody a").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/record");
  await page.locator("main table tbody a[href^='/record/']").first().click();
  await expect(page.getByText("Verified just now")).toBeVisible();
  await expectAccessible(page);
});

test("a focal point is not shown what is not theirs", async ({ page }) => {
  await signIn(page, "Kofi Example");
  for (const path of ["/cadre", "/record", "/cadre/new"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});

test("a receipt is checked without signing in", async ({ page }) => {
  await page.goto("/receipts");
  await page.getByLabel("The receipt").fill("not a receipt");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("This is not a receipt of Cadre").first()).toBeVisible();
  await expect(page.getByLabel("The receipt")).toHaveValue("not a receipt");
});
