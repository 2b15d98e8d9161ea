import { type Browser, expect, type Page, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { expectAccessible } from "../support/accessible.ts";
import { holdScripts } from "../support/held-scripts.ts";
import { taken, visit } from "../support/road/stage.ts";

/** Signs in as the invented focal point of Ghana. */
async function asFocalPoint(page: Page) {
  await page.goto("/demo");
  await page
    .locator("#focalPoint")
    .getByRole("button", { name: /Kofi Example/ })
    .click();
  await page.waitForURL("/");
  await page.request.post(paths.wearRole(), { form: { role: "focalPoint" } });
}

async function openList(page: Page) {
  await page.goto(paths.nominations());
  await page.getByRole("link", { name: "Open the list" }).first().click();
  await expect(page.getByRole("heading", { name: "The state’s list" })).toBeVisible();
}

async function addNominee(page: Page) {
  await page.getByRole("button", { name: "Add a nominee" }).first().click();
  await page.waitForURL(/\/drafts\//);
}

/** Writes in a field and waits until that, and not only what was written before, is kept. */
async function fillSaved(page: Page, label: string, text: string) {
  await page.getByLabel(label).fill(text);
  await expect
    .poll(async () => (await page.request.get(page.url())).text(), { timeout: 20_000 })
    .toContain(text);
}

test("what is typed is saved by itself, two writers see both texts, and a wrong file costs nothing", async ({
  page,
  browser,
}) => {
  await asFocalPoint(page);
  await openList(page);
  await expectAccessible(page);
  await addNominee(page);
  await taken(page);
  await page.getByLabel("Given name").fill("Zoé");
  await fillSaved(page, "Vision statement", "Listen first. ".repeat(260));
  await expect(page.getByText("520 words of 500")).toBeVisible();
  const colleague = await anotherTab(browser, page);
  await fillSaved(colleague, "Rank or grade", "Minister");
  await page.getByLabel("Rank or grade").fill("Ambassador");
  await expect(page.getByRole("alert")).toContainText("saved this file while you were writing");
  const row = page.getByRole("row", { name: /Rank or grade/ });
  await expect(row).toContainText("Ambassador");
  await expect(row).toContainText("Minister");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save mine" }).click();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Rank or grade")).toHaveValue("Ambassador");
  await expect(page.getByLabel("Given name")).toHaveValue("Zoé");
  const program = {
    name: "cv.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("MZ\u0090\0\u0003\0\0\0"),
  };
  await page.getByLabel("Curriculum vitae").setInputFiles(program);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(/this file is something else, whatever its name says/)).toBeVisible();
  await expect(page.getByLabel("Given name")).toHaveValue("Zoé");
  await page.getByRole("link", { name: "See what is missing" }).click();
  await expect(page.getByText("Shorten it to at most 500 words.").first()).toBeVisible();
  await expectAccessible(page);
});

test("what is typed before the scripts are there is saved like the rest", async ({ page }) => {
  await asFocalPoint(page);
  await openList(page);
  await addNominee(page);
  await taken(page);
  const address = page.url();
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await page.getByLabel("Given name").fill("Early");
  await page.getByRole("radio", { name: "Woman" }).check();
  release();
  await expect(page.getByText(/^Draft saved/)).toBeVisible({ timeout: 20_000 });
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await expect(page.getByLabel("Given name")).toHaveValue("Early");
  await expect(page.getByRole("radio", { name: "Woman" })).toBeChecked();
});

/** The same person's other tab, or a colleague: it opens the page as it stands now. */
async function anotherTab(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await visit(other, page.url());
  return other;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft is saved by its button, and a list against the rule keeps what was chosen and asks why", async ({
    page,
  }) => {
    await asFocalPoint(page);
    await openList(page);
    await addNominee(page);
    await page.getByLabel("Family name").fill("Sample-Example");
    await page.getByRole("button", { name: "Save draft" }).first().click();
    await expect(page.getByLabel("Family name")).toHaveValue("Sample-Example");
    await page.getByRole("link", { name: "The state’s list" }).click();
    await expect(page.getByRole("link", { name: "Sample-Example" })).toBeVisible();
    await expect(page.getByText(/answers missing/).first()).toBeVisible();
  });
});

test("a sheet is checked cell by cell and, once good, entered as drafts", async ({ page }) => {
  await asFocalPoint(page);
  await openList(page);
  await page.getByRole("link", { name: "Import from a sheet" }).click();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Template as CSV" }).click();
  const template = await (await download).path();
  const { readFileSync } = await import("node:fs");
  const good = readFileSync(template, "utf8");
  const send = async (text: string) => {
    await page
      .getByLabel("Sheet", { exact: true })
      .setInputFiles({ name: "ours.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Check the sheet" }).click();
  };
  await send(good.replace("ama.sample@example.org", "=cmd()"));
  await expect(page.getByText("1 cell is wrong; nothing was entered")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/begins like a formula/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Send another sheet" }).click();
  const ours = good.replace("ama.sample@example.org", "ama.mensah@example.org").replace("Sample", "Mensah");
  await send(`${good.trimEnd()}\r\n${ours.trimEnd().split("\r\n").slice(1).join("\r\n")}\r\n`);
  await expect(page.getByText("Row 2 is the example of the template")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Enter all" }).click({ timeout: 20_000 });
  await expect(page.getByText("1 draft has been put on your list")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("link", { name: "Open the list" }).click();
  await expect(page.getByRole("link", { name: "Ama Mensah" })).toBeVisible();
});
