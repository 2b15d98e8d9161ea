import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";

const PAGES = [paths.openBalance(), paths.openData(), paths.openEmbedding(), paths.yearReports()];

test("everybody's pages need no script and set no cookie, whatever they are asked with", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of PAGES) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(await answer?.headerValue("set-cookie"), path).toBeNull();
    expect(await page.locator("script").count(), path).toBe(0);
  }
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("the public page is led to, and read in English, in French and on a telephone", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Open figures" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Gender balance in figures" })).toBeVisible();
  await expect(page.getByText("These are the published figures")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Yearly reports" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Yearly reports on the balance");
  const current = page.locator("nav a[aria-current=page]").first();
  await expect(current).toHaveText("Open figures");
  await page.setViewportSize({ width: 380, height: 800 });
  await page.goto(`${paths.openBalance()}?lang=fr`);
  await expect(page.getByRole("heading", { name: "Appels ouverts" })).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page, "the public page");
});

test("a page that has not changed is not sent again, one in another language is", async ({ request }) => {
  const ask = (lang: string, etag?: string) =>
    request.get(paths.openBalance(), {
      headers: { "accept-language": lang, ...(etag ? { "if-none-match": etag } : {}) },
    });
  const first = await ask("en");
  const { etag = "", vary = "", "cache-control": kept } = first.headers();
  expect(kept).toMatch(/^public, max-age=\d+$/);
  expect(vary).toContain("accept-language");
  const again = await ask("en", etag);
  expect([again.status(), await again.text()]).toEqual([304, ""]);
  expect((await ask("fr", etag)).status()).toBe(200);
});

test("a chart is shown by a page of another site, as an image and as an object", async ({
  page,
  baseURL,
}) => {
  const address = new URL(paths.openFigure("leaders", "en"), baseURL).href;
  const elsewhere = createServer((_, answer) => {
    answer.writeHead(200, {
      "content-type": "text/html",
      "cross-origin-embedder-policy": "require-corp",
    });
    answer.end(
      `<title>x</title><img id="i" src="${address}" alt="a"><object type="image/svg+xml" data="${address}">fallback</object>`,
    );
  });
  await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
  const { port } = elsewhere.address() as AddressInfo;
  const site = new URL(address).hostname === "localhost" ? "127.0.0.1" : "localhost";
  await page.goto(`http://${site}:${port}/`);
  await expect
    .poll(() =>
      page.locator("#i").evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    )
    .toBeGreaterThan(100);
  elsewhere.close();
});

test("who answers for the balance is sorted by links and led from list to list", async ({ page }) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Ines Example" }).first().click();
  await page.waitForURL("/");
  await page.goto(paths.accountability());
  await expect(page.getByRole("rowheader", { name: "Department of Peace Operations" })).toBeVisible();
  await page.getByRole("link", { name: "Missions: who leads them" }).click();
  await page.getByRole("link", { name: "Terms ending within 24 months" }).click();
  await expect(page).toHaveURL(/sort=ending&order=ascending/);
  await page.getByRole("link", { name: "Gender champions" }).click();
  await expect(page.getByText("opened all posts of the contingents to women").first()).toBeVisible();
  await page.getByRole("link", { name: "Yearly reports" }).click();
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByText("SHA-256 of its figures")).toBeVisible();
  await expectAccessible(page);
});
