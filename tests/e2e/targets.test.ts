import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import type { Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { expectAccessible, expectFitting } from "../support/accessible.ts";
import { visit } from "../support/road/stage.ts";

/** A page signed in as somebody of the demonstration. */
async function pageOf(browser: Browser, name: string, role: Role, javaScriptEnabled = true): Promise<Page> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(`select id from "User" where name = $1`, [name]);
  await client.end();
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await page.request.post(paths.demo(), { form: { user: rows[0]?.id ?? "" } });
  await page.request.post(paths.wearRole(), { form: { role } });
  return page;
}

test("an officer sets a target and changes it, and what stood before is kept", async ({ browser }) => {
  const page = await pageOf(browser, "Ines Example", "secretariat");
  await visit(page, paths.balance());
  await page.getByRole("link", { name: "All targets" }).click();
  await page.getByRole("link", { name: "New target" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New target" })).toBeVisible();
  await page.getByLabel("Of whom").selectOption("Heads of mission");
  await page.getByLabel("Target", { exact: true }).fill("45");
  await page.getByLabel("Due").fill("2031-06-30");
  await page.getByLabel("Source").fill("Invented for the test");
  await page.getByLabel("Reason").fill("short");
  await page.getByRole("button", { name: "Set the target" }).click();
  await expect(page.getByText("Say why in at least 20 characters.").first()).toBeVisible();
  await expect(page.getByLabel("Target", { exact: true })).toHaveValue("45");
  await expectAccessible(page);
  await page.getByLabel("Reason").fill("Agreed with everybody in the test");
  await page.getByRole("button", { name: "Set the target" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Heads of mission, by 2031-06-30" }),
  ).toBeVisible();
  await page.getByLabel("Target", { exact: true }).fill("46");
  await page.getByLabel("Reason").fill("Raised by one point in the test");
  await page.getByRole("button", { name: "Change the target" }).click();
  const versions = page.getByRole("table", { name: "Versions" });
  await expect(versions.getByText("46% women")).toBeVisible();
  await expect(versions.getByText("45% women")).toBeVisible();
  await expectAccessible(page);
});

test("an officer checks a file of figures, sees what is wrong, and takes in the rest", async ({
  browser,
}) => {
  const page = await pageOf(browser, "Ines Example", "secretariat");
  await visit(page, paths.uniformed());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Women among uniformed personnel");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Files of monthly figures" }).click();
  await expect(page.getByLabel("File", { exact: true })).toBeVisible();
  const invented = readFileSync("tests/gender/cases/uniformed-invented.csv", "utf8");
  const wrong = invented.replaceAll("-26", "-2009").replace("20,120,140", "20,120,141");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    ...{ name: "invented.csv", mimeType: "text/csv", buffer: Buffer.from(wrong) },
  });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("7 rows, 1 refused")).toBeVisible();
  await expect(page.getByText("Not women and men together")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Take in the rows that are good" }).click();
  await page.getByRole("button", { name: "Take the figures in" }).click();
  await expect(page.getByText("Say that you want the others without them.").first()).toBeVisible();
  await page.getByLabel("Take in the others without the row refused").check();
  await page.getByRole("button", { name: "Take the figures in" }).click();
  await expect(page.getByText("Its months are counted")).toBeVisible();
  await visit(page, paths.uniformed({ month: "2009-02-01" }));
  const missions = page.getByRole("table", { name: "By mission, February 2009" });
  await expect(missions.getByRole("row", { name: /UNMISS/ })).toContainText("65");
});

test("a decision maker projects, without a script too, and a wrong figure is told beside its field", async ({
  browser,
}) => {
  const names = { name: "Oleg Example", role: "decisionMaker" } as const;
  const page = await pageOf(browser, names.name, names.role, false);
  await page.goto(paths.balance());
  await page.getByRole("link", { name: "Projection of balance" }).click();
  await expect(page.getByRole("heading", { name: "Scenarios side by side" })).toBeVisible();
  await page.getByLabel("Terms renewed, percent", { exact: true }).fill("0");
  await page.getByLabel("Women among appointments, percent").fill("100");
  await page.getByRole("button", { name: "Project" }).click();
  await expect(page.getByRole("heading", { name: "As now: 0% renewed, 100% women appointed" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^projection-.*\.csv$/);
  await page.getByLabel("Length of a term, months").fill("500");
  await page.getByRole("button", { name: "Project" }).click();
  await expect(page.getByText("Please give a number of at most 60.").first()).toBeVisible();
  await expect(page.getByLabel("Length of a term, months")).toHaveValue("500");
});

test("a focal point reports on the own state's services, whose form fits a telephone in French", async ({
  browser,
}) => {
  const page = await pageOf(browser, "Kofi Example", "focalPoint");
  await page.setViewportSize({ width: 380, height: 800 });
  await visit(page, `${paths.reportServices("GH")}?lang=fr`);
  await expect(page.getByRole("heading", { level: 1, name: "Rapporter sur vos services" })).toBeVisible();
  await expectAccessible(page);
  await expectFitting(page);
  await visit(page, paths.state("GH"));
  await page.getByRole("link", { name: "Report on your services" }).click();
  await page.getByLabel("As of").fill("2026-01-31");
  await page.getByRole("group", { name: "Military officers" }).getByLabel("Women").first().fill("4321");
  await page.getByRole("button", { name: "Report on your services" }).click();
  const table = page.getByRole("table", { name: "Officers by grade" });
  await expect(table.getByRole("row", { name: /General officers/ })).toContainText("4,321");
  await expect(page.locator("summary", { hasText: "Earlier reports" })).toBeVisible();
  await expectAccessible(page);
});
