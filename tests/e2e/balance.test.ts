import { expect, test } from "@playwright/test";
import { expectAccessible, expectNothingCutOff } from "../support/accessible.ts";

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

test("steps pooled over vacancies say so, and lead to those within vacancies of the same period", async ({
  page,
}) => {
  await page.goto("/balance");
  await expect(page.getByText("pooled over vacancies")).toBeVisible();
  await expect(page.getByRole("link", { name: "Compare women and men within vacancies" })).toHaveCount(0);
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Ines Example" }).first().click();
  await page.waitForURL("/");
  await page.goto("/balance?from=2020-02-03&basis=decided");
  await page.getByRole("link", { name: "Compare women and men within vacancies" }).click();
  await expect(page.getByLabel("First day")).toHaveValue("2020-02-03");
  await expect(page.getByLabel("Vacancies")).toHaveValue("decided");
  await expect(
    page.getByRole("columnheader", { name: "Within vacancies, points, 95% limits" }),
  ).toBeVisible();
});

test("on a telephone a target's row shows every cell, and so does a state's own page", async ({ page }) => {
  await page.setViewportSize({ width: 380, height: 800 });
  for (const place of ["/balance", "/uniformed"]) {
    await page.goto(place);
    const targets = page.getByRole("group", { name: /Targets with their dates|Against the targets/ });
    await expectNothingCutOff(targets);
    await expect(targets.getByText(/^(?:Source)?London communiqué \(2016\)$/)).toBeVisible();
  }
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Kofi Example" }).first().click();
  await page.waitForURL("/");
  await page.goto("/states/GH");
  const tables = page.locator("[role=group]:has(> table)");
  expect(await tables.count()).toBeGreaterThan(2);
  for (const table of await tables.all()) await expectNothingCutOff(table);
});

test("the secretariat is told that it sees exact figures", async ({ page }) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Ines Example" }).first().click();
  await page.waitForURL("/");
  await page.getByRole("link", { name: "Gender balance" }).first().click();
  await expect(page.getByText("You see exact figures")).toBeVisible();
  await expectAccessible(page);
});

test("the secretariat sees where women are lost and where scores part, by keyboard and on a telephone, in French too", async ({
  page,
}) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: "Sign in as Ines Example" }).first().click();
  await page.waitForURL("/");
  await page.goto("/balance");
  await page.getByRole("link", { name: "Women and men in selection" }).click();
  await page.getByLabel("Vacancies").selectOption("opened");
  await page.getByLabel("First day").fill("2020-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Choose a period of ten years at most.")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "At which step women are lost" })).toBeVisible();
  await expect(page.getByRole("table", { name: "In which criterion scores part" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("First day").fill("1990-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Choose a period of ten years at most.").first()).toBeVisible();
  await expect(page.getByLabel("First day")).toHaveValue("1990-01-01");
  await expectAccessible(page);
  await page.setViewportSize({ width: 380, height: 780 });
  await page.goto("/balance/selection?basis=opened&from=2020-01-01&lang=fr");
  await expect(page.getByRole("heading", { name: "À quelle étape les femmes sont perdues" })).toBeVisible();
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
  await expectAccessible(page);
});

test("who decides sees what is published, and no exact figures", async ({ page }) => {
  await page.goto("/demo?role=decisionMaker");
  await page
    .getByRole("button", { name: /^Sign in as / })
    .first()
    .click();
  await page.waitForURL("/");
  expect((await page.goto("/balance/selection?basis=opened&from=2020-01-01"))?.status()).toBe(404);
  await page.goto("/balance");
  await expect(page.getByText("These are the published figures")).toBeVisible();
  await page.goto("/accountability/states");
  await expect(page.getByRole("columnheader", { name: "Pledges delivered" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Screened in" })).toHaveCount(0);
});
